#include "readers/machine_format.hpp"

namespace detente {

Match MachineFormat::match(std::string_view head, const ReadOptions& options) const {
  if (!options.columns.empty()) return {.obstacles = {"its columns are fixed, and a layout was given"}};
  std::string obstacle;
  if (rows(head, options, obstacle)) return {};
  return {.obstacles = {std::move(obstacle)}};
}

std::unique_ptr<const RowReader> MachineFormat::open(std::string_view head, const ReadOptions& options) const {
  std::string obstacle;
  return rows(head, options, obstacle);
}

}  // namespace detente
