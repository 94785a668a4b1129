#include "readers/formats/published_format.hpp"

namespace detente::detail {

Match PublishedFormat::match(std::string_view head, const ReadOptions& options) const {
  if (!options.columns.empty()) return {.obstacles = {"its columns are fixed, and a layout was given"}};
  Miss miss;
  if (rows(head, options, miss)) return {};
  return {.obstacles = {std::move(miss.obstacle)}, .likeness = miss.likeness};
}

std::unique_ptr<const RowReader> PublishedFormat::open(std::string_view head, const ReadOptions& options) const {
  Miss miss;
  return rows(head, options, miss);
}

}  // namespace detente::detail
