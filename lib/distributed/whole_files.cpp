#include "distributed/whole_files.hpp"

#include <set>
#include <unordered_map>

#include "contracts/log_internals.hpp"

namespace detente::detail {

SlicesRead read_whole_files(const InputPlan& plan, const ReadOptions& options) {
  return read_slices(plan.paths, plan.whole, options);
}

std::vector<std::vector<std::uint32_t>> rows_by_part(const EventLog& log, const PartRouter& router) {
  using Parts = std::set<std::size_t>;
  std::vector<Parts> of_dyads;
  for (const auto& ids : log.dyads()) {
    const PartRoute route = router.route(log.actors()[ids.source], log.actors()[ids.target]);
    of_dyads.emplace_back(route.parts.begin(), route.parts.end());
  }
  std::unordered_map<std::uint64_t, Parts> of_events;  // by key; which version counts is seen among all of them
  for (const EventRow& row : log.rows())
    if (can_move(row)) of_events[row.key.value].insert(of_dyads[row.dyad].begin(), of_dyads[row.dyad].end());
  std::vector<std::vector<std::uint32_t>> out(panel_parts);
  for (std::uint32_t place = 0; place < log.size(); ++place) {
    const EventRow& row = log.rows()[place];
    for (const std::size_t part : can_move(row) ? of_events[row.key.value] : of_dyads[row.dyad])
      out[part].push_back(place);
  }
  return out;
}

void add_rows(EventLog& to, const EventLog& from, const std::vector<std::uint32_t>& rows) {
  for (const std::uint32_t place : rows) {
    const EventRow& row = from.rows()[place];
    LogInternals::add_as(to, from.event(row), row.key, row.identity);
  }
}

}  // namespace detente::detail
