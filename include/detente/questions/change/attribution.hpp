#pragma once
/// \file
/// Which events moved the index between two days. L(t2) − L(t1) is exactly the sum over events of the changes in their
/// contributions. Each change is split into new acts, the fading of old ones, measures that came into force, and
/// releases (credited to the closing event). The lines add up to the change to 1e-9.
///
/// On a bounded scale each share is Δlᵢ · (f(L2) − f(L1)) / (L2 − L1), or f′ where |ΔL| < 1e-9: the Aumann–Shapley
/// value of a function of a sum. A level that is a sum of functions of sums (`two_speed`) is shared out just as
/// exactly, by the mean slope of each function (contracts/shared_change.hpp). Models without exact contributions are
/// attributed by leaving each event out in turn; what the events do only together goes on a remainder line, and `exact`
/// is false.
///
/// Complexity: O(impulses) for additive models, O(acts × impulses) for others.

#include <optional>
#include <string>
#include <vector>

#include "detente/questions/relation/history.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// A change split by cause, in level points or in index points.
struct Change {
  /// New acts.
  double acts = 0;
  /// The fading of old ones.
  double fading = 0;
  double measures = 0;
  /// Closings of measures.
  double releases = 0;

  /// The four together.
  double total() const { return acts + fading + measures + releases; }
  /// Adds cause by cause.
  Change& operator+=(const Change& other) {
    acts += other.acts;
    fading += other.fading;
    measures += other.measures;
    releases += other.releases;
    return *this;
  }
};

/// One event's part in a change.
struct AttributionLine {
  EventId event = {};
  EventKey key;
  Day day;
  Direction direction = Direction::forward;
  QuadClass quad = QuadClass::verbal_conflict;
  std::string code;
  std::string issue;
  Change level;
  Change index;
  /// Who did it to whom, for an act between others; it counts in `direction` all the same.
  std::optional<Dyad> others = {};
};

/// A change of the index, shared out among events.
struct Attribution {
  Day from, to;
  /// Points, at the ends of the two days.
  double level_from = 0, level_to = 0;
  /// On the scale, at the ends of the two days.
  double index_from = 0, index_to = 0;
  /// Largest absolute change first, then by key.
  std::vector<AttributionLine> lines;
  /// What no single event accounts for. With exact contributions this is 0, except for a prior mean that a model
  /// returns to.
  double remainder_level = 0, remainder_index = 0;
  /// Whether contributions are exact.
  bool exact = true;
  /// Change of the index, in points, from the fading of cooperative acts; part of the lines.
  double fading_cooperation = 0;
  /// The profile of the source, if the model uses one.
  std::optional<SourceProfile> profile = {};
  /// If the model still warms up on the first of the two days, the day on which that ends.
  std::optional<Day> warm_from = {};
};

/// Whether the index rose, and did so more through the fading of cooperation than through new acts (silence from
/// below).
bool is_rise_by_fading(const Attribution& attribution);

/// From the end of `from` to the end of `to`. Throws `std::invalid_argument` if `to` is not after `from`, if a level is
/// missing on either day, or if the scale looks back (zscore, percentile).
Attribution attribute(const History& history, const Scoring& scoring, Day from, Day to);

/// Sums of lines by a property ("issue", "quad class", or "direction": who did it to whom), largest absolute change
/// first.
struct AttributionGroup {
  std::string name;
  Change index;
  std::size_t events = 0;
};
/// Lines without an issue are in a group of their own.
std::vector<AttributionGroup> by_issue(const Attribution& attribution);
/// By class of act.
std::vector<AttributionGroup> by_quad(const Attribution& attribution);
/// By who did it to whom.
std::vector<AttributionGroup> by_direction(const Attribution& attribution, const Dyad& dyad);

/// What each act of the history contributes to the level of the chosen direction on a day, in points. Only for additive
/// models; empty for others.
std::vector<double> contributions_at(const History& history, const Scoring& scoring, Day day);

}  // namespace detente
#pragma GCC visibility pop
