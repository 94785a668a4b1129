#include <initializer_list>
#include <utility>

#include "store_input.hpp"
#include "usage_error.hpp"

namespace detente::cli {
namespace {

/// The options that say how files are read, where they are not as they are by default.
std::string option_of_files(const InputOptions& input) {
  const InputOptions usual;
  const std::initializer_list<std::pair<bool, const char*>> given{
      {input.format != usual.format, "--format"},
      {input.code_column != usual.code_column, "--code-column"},
      {!input.columns.empty(), "--columns"},
      {input.dates != usual.dates, "--dates"},
      {!input.separator.empty(), "--separator"},
      {!input.sources.empty(), "--source"},
      {input.max_rejects.has_value(), "--max-rejects"},
      {!input.rejects.empty(), "--rejects"}};
  for (const auto& [is_given, option] : given)
    if (is_given) return option;
  return {};
}

}  // namespace

bool takes_store(const InputOptions& input) {
  if (input.store.empty()) {
    if (!input.received_by.empty())
      throw_bad_value("--received-by", input.received_by, "is for a store, and --store names none");
    return false;
  }
  const std::string store = "--store " + input.store;
  if (!input.files.empty()) throw_conflict(store, "FILE " + input.files.front(), "a store stands in place of files");
  if (const std::string option = option_of_files(input); !option.empty())
    throw_conflict(store, option, "that is how files are read, and the store's events have been");
  return true;
}

}  // namespace detente::cli
