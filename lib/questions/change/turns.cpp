#include "questions/change/turns.hpp"

#include <cmath>
#include <limits>
#include <optional>

#include "detente/ground/error.hpp"
#include "detente/models/decayed_sum.hpp"

namespace detente {
using namespace detail;

AnyModel detail::heat_model(const AnyModel& model) {
  if (auto heat = model.heat()) return *heat;
  return AnyModel(DecayedSum().heat(), "heat");
}

AnyModel detail::path_model(const Scoring& scoring, PhasePath path) {
  return path == PhasePath::heat ? heat_model(scoring.model) : scoring.model;
}

Points::Points(const AnyModel& model, const Scoring& scoring) : direction_(scoring.direction) {
  const Scale& scale = scoring.scale;
  if (model.pools_sides()) by_ = scale.kind == ScaleKind::linear ? scale.slope : Scale().slope;
}

std::vector<double> Points::path(const SidedReadings& readings) const {
  std::vector<double> out;
  for (const auto& level : readings.levels(direction_))
    out.push_back(sides(true) * by_ * level.value_or(std::numeric_limits<double>::quiet_NaN()));
  return out;
}

std::vector<TurningPoint> turning_points(std::span<const double> path, double delta) {
  if (!(delta > 0 && std::isfinite(delta))) throw_invalid("delta", delta, "is above 0 points and finite");
  std::vector<TurningPoint> out;
  std::optional<std::size_t> start;
  std::size_t low = 0, high = 0;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (std::isnan(path[i])) continue;
    if (!start) start = low = high = i;
    const bool rising = out.empty() || !out.back().is_peak;  // looking for a peak
    const bool falling = out.empty() || out.back().is_peak;  // looking for a trough
    // A first phase begins where a flat stretch ends, later ones at the first of equal extremes.
    if (path[i] > path[high] || (out.empty() && path[i] == path[high])) high = i;
    if (path[i] < path[low] || (out.empty() && path[i] == path[low])) low = i;
    if (falling && path[i] >= path[low] + delta) {  // the trough is confirmed by a rise
      out.push_back({low, false});
      high = i;
    } else if (rising && path[i] <= path[high] - delta) {  // the peak is confirmed by a fall
      out.push_back({high, true});
      low = i;
    }
  }
  if (!out.empty()) out.push_back({out.back().is_peak ? low : high, !out.back().is_peak});
  return out;
}

Turns detail::turns_of(const AnyModel& model, const Scoring& scoring, std::span<const Act> acts,
                       std::span<const Day> shown, double delta) {
  // The level is 0 before the first act: an extra day in front lets a history that begins hot begin with a rise.
  std::vector<Day> days{shown.front() - 1};
  days.insert(days.end(), shown.begin(), shown.end());
  const std::vector<double> path = Points(model, scoring).path(score(model, impulses_for(model, acts), days));
  Turns out;
  for (const TurningPoint& turn : turning_points(path, delta)) {
    if (out.days.empty()) out.first_is_peak = turn.is_peak;
    out.days.push_back(days[turn.at]);
    out.path.push_back(path[turn.at]);
  }
  return out;
}

}  // namespace detente
