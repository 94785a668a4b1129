#pragma once
/// \file
/// Where the heat or the level of a relation turns, in points of both directions together or of the chosen one.

#include <span>
#include <vector>

#include "detente/questions/change/episodes.hpp"

namespace detente::detail {

/// The model's heat, or that of `decayed_sum` if it has none.
AnyModel heat_model(const AnyModel& model);
/// The model whose path is dated.
AnyModel path_model(const Scoring& scoring, PhasePath path);

/// How the level of a model becomes points.
class Points {
 public:
  Points(const AnyModel& model, const Scoring& scoring);

  /// Of a contribution to one run of these impulses.
  double of_run(const SidedImpulses& impulses) const { return sides(impulses.pooled || impulses.undirected) * by_; }
  std::vector<double> path(const SidedReadings& readings) const;

 private:
  double sides(bool at_once) const { return at_once && direction_ == DirectionChoice::both ? 2 : 1; }

  DirectionChoice direction_;
  double by_ = 1;
};

/// The days on which phases meet, and the path there; empty if no phase is confirmed.
struct Turns {
  std::vector<Day> days;
  std::vector<double> path;
  bool first_is_peak = false;

  std::size_t phases() const { return days.empty() ? 0 : days.size() - 1; }
  /// Whether the phase from turn number `i` to the next is a rise.
  bool is_rise(std::size_t i) const { return first_is_peak == (i % 2 == 1); }
};

/// `days` are every day of the history; the day before them is read too.
Turns turns_of(const AnyModel& model, const Scoring& scoring, std::span<const Act> acts, std::span<const Day> days,
               double delta);

}  // namespace detente::detail
