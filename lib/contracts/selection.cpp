#include "detente/contracts/selection.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_map>

#include "contracts/by_day_and_key.hpp"
#include "contracts/latest_versions.hpp"
#include "contracts/log_internals.hpp"
#include "contracts/parties.hpp"
#include "detente/detail/hash.hpp"
#include "detente/ground/error.hpp"

namespace detente {
using namespace detail;
namespace {

/// Places an event on the studied dyad: its direction there and its weight (−1 to 1), or nothing.
class Placement {
 public:
  Placement(const EventLog& log, const Selection& selection)
      : log_(&log), selection_(&selection), pair_(selection.dyad.canonical()) {}

  struct Place {
    Direction direction;
    double weight;
    std::uint64_t others;  ///< 0 for the pair itself
  };

  std::optional<Place> place(const EventLog::Row& row) {
    const Known& known = at(row);
    if (known.place || !log_->affects(row)) return known.place;
    const std::optional<Place> place = affected(known.dyad, row);
    if (place && place->weight != 0) touching_.try_emplace(place->others, place->direction);
    return place;
  }

  /// Whether the row is of others, who act in the same direction in a row that counts; asked once all rows have been
  /// placed.
  std::optional<Place> of_the_same_others(const EventLog::Row& row) {
    const auto found = touching_.find(others_number(at(row).dyad));
    if (found == touching_.end()) return std::nullopt;
    return Place{found->second, 0, found->first};
  }
  bool has_touching() const { return !touching_.empty(); }

 private:
  /// What is known about a dyad as written; it holds for all days unless actors change their parents.
  struct Known {
    Dyad dyad;
    std::optional<Place> place;
  };

  const Known& at(const EventLog::Row& row) {
    if (selection_->actors.is_dated()) return known_[0] = look_at(row);
    const auto [found, is_new] = known_.try_emplace(row.dyad);
    if (is_new) found->second = look_at(row);
    return found->second;
  }

  Known look_at(const EventLog::Row& row) const {
    const auto& ids = log_->dyads()[row.dyad];
    const Day day = log_->date(row).middle();
    Known known{{selection_->actors.resolve(log_->actors()[ids.source], day),
                 selection_->actors.resolve(log_->actors()[ids.target], day)},
                {}};
    if (const auto direction = direction_of(known.dyad)) known.place = Place{*direction, 1, 0};
    for (const auto& [other, weight] : selection_->also)
      if (!known.place && other.canonical() == known.dyad.canonical())
        known.place = Place{side_of(known.dyad, other, pair_), weight, others_number(known.dyad)};
    return known;
  }

  std::optional<Direction> direction_of(const Dyad& dyad) const {
    if (dyad == pair_) return Direction::forward;
    if (dyad.reversed() == pair_) return Direction::backward;
    return std::nullopt;
  }

  std::optional<Place> affected(const Dyad& parties, const EventLog::Row& row) const {
    const Dyad* affects = log_->affects(row);
    if (!affects || affects->canonical() != pair_) return std::nullopt;
    return Place{side_of(parties, *affects, pair_), log_->spill(row), others_number(parties)};
  }

  const EventLog* log_;
  const Selection* selection_;
  Dyad pair_;
  std::unordered_map<std::uint32_t, Known> known_;
  /// Others of which an event counts by `affects`, and on which side.
  std::unordered_map<std::uint64_t, Direction> touching_;
};

}  // namespace

std::uint64_t detail::others_number(const Dyad& parties) {
  const Dyad pair = parties.canonical();
  const std::uint64_t number = Hasher().add(pair.source).add(pair.target).value();
  return (number & ~std::uint64_t{1}) | std::uint64_t{2} | std::uint64_t{pair == parties ? 0U : 1U};
}

Direction detail::side_of(const Dyad& parties, const Dyad& named, const Dyad& pair) {
  for (const std::string* actor : {&parties.source, &parties.target}) {
    if (*actor == pair.source) return Direction::forward;
    if (*actor == pair.target) return Direction::backward;
  }
  return named.source <= named.target ? Direction::forward : Direction::backward;
}

Dyad detail::parties_of(const Event& event, const ActorTable& actors) {
  const Day day = event.date.middle();
  return {actors.resolve(event.source, day), actors.resolve(event.target, day)};
}

bool may_concern(const Selection& selection, std::string_view source, std::string_view target) {
  for (const std::string& from : selection.actors.possible(source))
    for (const std::string& to : selection.actors.possible(target)) {
      const Dyad pair = Dyad{from, to}.canonical();
      if (pair == selection.dyad.canonical()) return true;
      for (const auto& other : selection.also)
        if (pair == other.first.canonical()) return true;
    }
  return false;
}

namespace {

CodedEvent coded(const EventLog& log, const EventRow& row, const Placement::Place& place, Touch touch) {
  return {row, log.date(row), log.mentions(row), place.direction, touch, place.weight, 1, place.others};
}

std::vector<CodedEvent> select(const EventLog& log, std::span<const EventRow* const> rows, const Selection& selection) {
  for (const auto& [dyad, weight] : selection.also) require_within("also", weight, -1, 1);
  Placement placement(log, selection);
  std::vector<CodedEvent> out;
  out.reserve(rows.size());
  std::vector<const EventRow*> others;
  for (const EventRow* row : rows) {
    if (!selection.issue.empty() && log.issue(*row) != selection.issue) continue;
    if (const auto place = placement.place(*row))
      out.push_back(coded(log, *row, *place, Touch::counts));
    else
      others.push_back(row);
  }
  if (placement.has_touching())
    for (const EventRow* row : others)
      if (const auto place = placement.of_the_same_others(*row))
        out.push_back(coded(log, *row, *place, Touch::may_end));
  put_in_order(out);
  return out;
}

/// For every actor of the log, whether it can count as one that the selection names. Each name is resolved once,
/// however many dyads it occurs in.
std::vector<char> named_actors(const EventLog& log, const Selection& selection) {
  std::set<std::string_view> names{selection.dyad.source, selection.dyad.target};
  for (const auto& other : selection.also) names.insert({other.first.source, other.first.target});
  std::vector<char> out(log.actors().size());
  for (SymbolId actor = 0; actor < out.size(); ++actor)
    for (const std::string& name : selection.actors.possible(log.actors()[actor])) out[actor] |= names.contains(name);
  return out;
}

}  // namespace

std::vector<CodedEvent> select(const EventLog& log, std::span<const EventRow> rows, const Selection& selection) {
  return select(log, detail::latest_versions(log, rows, LogInternals::versions(log), selection.as_of), selection);
}

std::vector<CodedEvent> select(const EventLog& log, const Selection& selection) {
  if (!log.is_arranged() || !LogInternals::is_plain(log)) {
    const detail::SettledRows settled(log);
    return select(log, detail::latest_versions(log, settled, selection.as_of), selection);
  }
  const std::vector<char> named = named_actors(log, selection);
  std::vector<CodedEvent> out;
  for (std::uint32_t dyad = 0; dyad < log.dyads().size(); ++dyad) {
    const auto& ids = log.dyads()[dyad];
    if (!named[ids.source] || !named[ids.target]) continue;
    if (!may_concern(selection, log.actors()[ids.source], log.actors()[ids.target])) continue;
    const std::vector<CodedEvent> own = select(log, log.rows_of(dyad), selection);
    out.insert(out.end(), own.begin(), own.end());
  }
  put_in_order(out);
  return out;
}

}  // namespace detente
