#include "detente/contracts/actor_roll_ups.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <tuple>

namespace detente {
using namespace detail;

std::vector<ActorRollUp> roll_ups_by_rule(const EventLog& log, const ActorTable& actors) {
  std::vector<std::size_t> rows(log.dyads().size());
  for (const EventRow& row : log.rows()) ++rows[row.dyad];
  return roll_ups_by_rule(log, rows, actors);
}

std::vector<ActorRollUp> roll_ups_by_rule(const EventLog& log, std::span<const std::size_t> rows_by_dyad,
                                          const ActorTable& actors) {
  if (actors.rule() == RollUp::none) return {};
  std::vector<std::size_t> events(log.actors().size());
  for (std::size_t dyad = 0; dyad < rows_by_dyad.size(); ++dyad) {
    events[log.dyads()[dyad].source] += rows_by_dyad[dyad];
    events[log.dyads()[dyad].target] += rows_by_dyad[dyad];
  }
  std::vector<ActorRollUp> out;
  for (SymbolId actor = 0; actor < events.size(); ++actor)
    if (const auto parent = actors.parent_by_rule(log.actors()[actor]); parent && events[actor] > 0)
      out.push_back({log.actors()[actor], *parent, events[actor]});
  std::sort(out.begin(), out.end(), [](const ActorRollUp& a, const ActorRollUp& b) {
    return std::tie(b.events, a.actor) < std::tie(a.events, b.actor);
  });
  return out;
}

std::string roll_ups_text(const std::vector<ActorRollUp>& rolled, std::size_t most) {
  std::vector<std::string> parts;
  for (const ActorRollUp& one : std::span(rolled).first(std::min(most, rolled.size())))
    parts.push_back(fmt::format("{} → {} ({}{})", one.actor, one.parent, one.events,
                                !parts.empty()    ? ""
                                : one.events == 1 ? " event"
                                                  : " events"));
  if (rolled.size() > most) parts.push_back(fmt::format("and {} more", rolled.size() - most));
  return fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace detente
