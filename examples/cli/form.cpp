#include "form.hpp"

#include "usage_error.hpp"

namespace detente::cli {
namespace {

Form form_called(const std::string& word) {
  if (word == "table") return Form::table;
  if (word == "csv") return Form::csv;
  if (word == "json") return Form::json;
  if (word == "jsonl") return Form::jsonl;
  throw_unknown_word("--output", word);
}

}  // namespace

Form form_of(const OutputOptions& options) {
  const Form form = form_called(options.format);
  if (options.csv_safe && form != Form::csv)
    throw_conflict("--csv-safe", "--output " + options.format, "only a CSV is opened by a spreadsheet");
  return form;
}

}  // namespace detente::cli
