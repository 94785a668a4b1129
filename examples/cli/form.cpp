#include "form.hpp"

#include "usage_error.hpp"

namespace detente::cli {

Form form_of(const OutputOptions& options) {
  if (options.format == "table") return Form::table;
  if (options.format == "csv") return Form::csv;
  if (options.format == "json") return Form::json;
  throw_unknown_word("--output", options.format, {"table", "csv", "json"});
}

}  // namespace detente::cli
