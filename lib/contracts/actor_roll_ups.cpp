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
  std::map<std::string, std::size_t> rows;
  for (std::size_t dyad = 0; dyad < rows_by_dyad.size(); ++dyad)
    for (const SymbolId actor : {log.dyads()[dyad].source, log.dyads()[dyad].target})
      rows[log.actors()[actor]] += rows_by_dyad[dyad];
  return roll_ups_by_rule(rows, actors);
}

std::vector<ActorRollUp> roll_ups_by_rule(const std::map<std::string, std::size_t>& rows_by_actor,
                                          const ActorTable& actors) {
  if (actors.rule() == RollUp::none) return {};
  std::vector<ActorRollUp> out;
  for (const auto& [actor, rows] : rows_by_actor)
    if (const auto parent = actors.parent_by_rule(actor); parent && rows > 0) out.push_back({actor, *parent, rows});
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
