#include "distributed/part_router.hpp"

#include <algorithm>

#include "contracts/log_internals.hpp"
#include "detente/detail/hash.hpp"

namespace detente::detail {

std::size_t part_of(const Dyad& pair) {
  const Dyad canonical = pair.canonical();
  return static_cast<std::size_t>(Hasher().add(canonical.source).add(canonical.target).value() % panel_parts);
}

PartRouter::PartRouter(const ActorTable& actors, const EventLog& affecting) : actors_(&actors) {
  for (const auto& [affected, dyad] : LogInternals::affected(affecting)) {
    const auto& ids = affecting.dyads()[dyad];
    const std::string &source = affecting.actors()[ids.source], &target = affecting.actors()[ids.target];
    const std::size_t part = part_of(affected);
    for (const std::string& from : actors.possible(source))
      for (const std::string& to : actors.possible(target)) by_parties_[Dyad{from, to}.canonical()].insert(part);
  }
}

PartRoute PartRouter::route(const std::string& source, const std::string& target) const {
  const std::vector<std::string> sources = actors_->possible(source), targets = actors_->possible(target);
  if (by_parties_.empty() && sources.size() == 1 && targets.size() == 1) {  // nearly always
    const bool one_actor = sources[0] == targets[0];
    const std::size_t home = part_of(one_actor ? Dyad{source, target} : Dyad{sources[0], targets[0]});
    return {home, {home}};
  }
  std::set<Dyad> pairs;
  std::set<std::size_t> parts;
  for (const std::string& from : sources)
    for (const std::string& to : targets) {
      const Dyad pair = Dyad{from, to}.canonical();
      if (from != to) pairs.insert(pair);
      if (const auto found = by_parties_.find(pair); found != by_parties_.end())
        parts.insert(found->second.begin(), found->second.end());
    }
  for (const Dyad& pair : pairs) parts.insert(part_of(pair));
  const std::size_t home = part_of(pairs.empty() ? Dyad{source, target} : *pairs.begin());
  parts.insert(home);
  return {home, {parts.begin(), parts.end()}};
}

}  // namespace detente::detail
