#pragma once
/// \file
/// The events that one part of a panel needs, from the files that everyone reads and from all tasks, and what settling
/// them found of the rows that are at home in the part.

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "contracts/packed_rows.hpp"
#include "detente/engines/dyad_rows.hpp"
#include "distributed/panel_work.hpp"

#pragma GCC visibility push(default)  // for other libraries of detente
namespace detente::detail {

/// Packed rows of all tasks by part. Threads: any number may read an object at once.
class ExchangedRows {
 public:
  virtual ~ExchangedRows() = default;
  /// Calls `take(task, packed)` for each task that has rows for the part, in the order of the tasks.
  virtual void each(std::size_t part, const std::function<void(std::size_t, std::string_view)>& take) const = 0;
};

/// A row that a task read: the task, and the row's number in its log.
struct TaskRow {
  std::size_t task = 0;
  std::uint32_t number = 0;
};

/// What is counted of a part's rows at home that were exchanged.
struct HomeCounts {
  std::vector<TaskRow> redelivered, conflicting;
  /// In how many rows an actor takes part, as written.
  std::map<std::string, std::size_t> by_actor = {};
};

/// The pairs of a part with their rows.
struct PartLog {
  DyadRows pairs;
  HomeCounts home;
};

/// Gathers the rows of a part. Past `memory` bytes rows go to temporary files in `folder`.
PartLog part_log(std::size_t part, const PanelWork& work, const ExchangedRows& rows,
                 std::optional<std::uint64_t> memory, const std::filesystem::path& folder);

using DayCounts = std::map<Day, double>;
/// Events by day of the rows at home in a part that were exchanged, and of those that everyone read.
DayCounts home_totals(std::size_t part, const ExchangedRows& rows, std::optional<Day> as_of);
DayCounts whole_totals(const PanelWork& work, std::optional<Day> as_of);

}  // namespace detente::detail
#pragma GCC visibility pop
