#include "questions/relation/near_pairs.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

#include "detente/ground/text.hpp"
#include "detente/questions/coding/look_alikes.hpp"
#include "values/country_names.hpp"

namespace detente::detail {
namespace {

/// Events of each pair of different actors. Rows of one dyad belong to one pair unless actors change their parents, so
/// names are resolved once per dyad.
std::map<Dyad, std::size_t> pair_counts(const EventLog& log, const ActorTable& actors) {
  std::map<Dyad, std::size_t> counts;
  const auto add = [&](std::uint32_t number, Day day, std::size_t events) {
    const auto& ids = log.dyads()[number];
    const Dyad dyad{actors.resolve(log.actors()[ids.source], day), actors.resolve(log.actors()[ids.target], day)};
    if (dyad.source != dyad.target) counts[dyad.canonical()] += events;
  };
  if (actors.is_dated()) {
    for (const EventLog::Row& row : log.rows()) add(row.dyad, row.first, 1);
    return counts;
  }
  std::vector<std::size_t> events(log.dyads().size());
  for (const EventLog::Row& row : log.rows()) ++events[row.dyad];
  for (std::uint32_t number = 0; number < events.size(); ++number)
    if (events[number] > 0) add(number, Day{}, events[number]);
  return counts;
}

/// How far a name is from the one that was asked for, from 0; nothing if it is not near.
std::optional<std::size_t> distance(const std::string& wanted, const std::string& name) {
  const std::string a = skeleton(wanted), b = skeleton(name);
  if (a == b) return 0;
  if (const std::string_view country = country_meant(wanted); !country.empty() && country == country_meant(name))
    return 1;
  if (a.size() > 1 && (b.starts_with(a) || a.starts_with(b))) return 2;
  const std::size_t edits = edit_distance(a, b);
  return edits <= a.size() / 3 ? std::optional(2 + edits) : std::nullopt;
}

std::optional<std::size_t> distance(const Dyad& wanted, const Dyad& pair) {
  const auto source = distance(wanted.source, pair.source), target = distance(wanted.target, pair.target);
  return source && target ? std::optional(*source + *target) : std::nullopt;
}

/// In the order in which they are offered.
struct Offer {
  std::size_t distance;  ///< SIZE_MAX if it is not near
  std::size_t events;
  const Dyad* pair;
  friend bool operator<(const Offer& a, const Offer& b) {
    return std::tie(a.distance, b.events, *a.pair) < std::tie(b.distance, a.events, *b.pair);
  }
};

std::string shown(const Offer& offer) {
  return fmt::format("{} ({} event{})", visible(to_text(*offer.pair)), offer.events, offer.events == 1 ? "" : "s");
}

}  // namespace

std::string pairs_near(const Dyad& wanted, const EventLog& log, const ActorTable& actors) {
  constexpr std::size_t most = 5;
  const std::map<Dyad, std::size_t> counts = pair_counts(log, actors);
  std::vector<Offer> offers;
  offers.reserve(counts.size());
  for (const auto& [pair, events] : counts) {
    const std::size_t near =
        std::min(distance(wanted, pair).value_or(SIZE_MAX), distance(wanted.reversed(), pair).value_or(SIZE_MAX));
    offers.push_back({near, events, &pair});
  }
  std::sort(offers.begin(), offers.end());
  const auto is_far = [](const Offer& offer) { return offer.distance == SIZE_MAX; };
  const bool has_near = !offers.empty() && !is_far(offers.front());
  if (has_near) offers.erase(std::find_if(offers.begin(), offers.end(), is_far), offers.end());
  std::vector<std::string> named;
  for (const Offer& offer : offers)
    if (named.size() < most) named.push_back(shown(offer));
  if (counts.size() > named.size()) named.push_back(fmt::format("{} more", counts.size() - named.size()));
  return fmt::format("{} {}", has_near ? "nearest in the input:" : "the input has", fmt::join(named, ", "));
}

}  // namespace detente::detail
