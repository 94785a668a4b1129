#include "detente/questions/change/episodes.hpp"

#include <algorithm>

#include "detente/detail/enum_names.hpp"
#include "detente/ground/error.hpp"
#include "detente/models/decayed_sum.hpp"
#include "questions/relation/runs_read.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr EnumNames<PhaseKind, 4> phase_names{{
    {PhaseKind::escalation, "escalation"},
    {PhaseKind::thaw, "thaw"},
    {PhaseKind::cooling_by_silence, "cooling by silence"},
    {PhaseKind::warmth_fading, "warmth fading"},
}};

AnyModel heat_model(const AnyModel& model) {
  if (auto heat = model.heat()) return *heat;
  return AnyModel(DecayedSum().heat(), "heat");
}

/// Points of heat per point of level. For a model that pools its sides, which is read on a linear scale: points of the
/// index, for both sides.
double points_of_heat(const AnyModel& heat, const Scale& scale) {
  if (!heat.pools_sides()) return 1;
  return 2 * (scale.kind == ScaleKind::linear ? scale.slope : Scale().slope);
}

/// Heat in points of both directions together.
std::vector<double> total_heat(const SidedReadings& readings, double points) {
  std::vector<double> out;
  for (const Reading& both : readings.both) out.push_back(points * both.level.value_or(0));
  if (readings.pooled) return out;
  for (std::size_t i = 0; i < readings.forward.size(); ++i)
    out.push_back(readings.forward[i].level.value_or(0) + readings.backward[i].level.value_or(0));
  return out;
}

/// Which share of a rise (sign 1) or fall (sign −1) is due to new acts of that sign, and which to the fading of earlier
/// ones. New acts of the other sign work against both and are left out of the split. Whatever is not due to new acts is
/// fading, because contributions sum to the heat.
class NewActs {
 public:
  /// `turns` are the days between phases, ascending.
  NewActs(const AnyModel& heat, const SidedImpulses& impulses, std::span<const Day> turns, double points) {
    const auto add = [&](const std::vector<Impulse>& run) {
      const std::vector<Contribution> at_turn = heat.first_contributions(run, turns);
      for (std::size_t i = 0; i < run.size(); ++i) acts_.emplace_back(run[i].day, points * at_turn[i].total());
    };
    for (const auto* run : runs_read(impulses, DirectionChoice::both)) add(*run);
    std::sort(acts_.begin(), acts_.end());
  }

  double share(const Phase& phase, double sign) const {
    const auto later = [](Day day, const auto& act) { return day < act.first; };
    auto act = std::upper_bound(acts_.begin(), acts_.end(), phase.from, later);
    double supplied = 0, brought = 0;
    for (; act != acts_.end() && act->first <= phase.to; ++act) {
      brought += act->second;
      supplied += std::max(0.0, sign * act->second);
    }
    const double fading = std::max(0.0, sign * (phase.heat_to - brought - phase.heat_from));
    return supplied + fading > 0 ? supplied / (supplied + fading) : 0;
  }

 private:
  std::vector<std::pair<Day, double>> acts_;  ///< day, and points at the end of its phase
};

PhaseKind kind_of(bool rise, double share) {
  if (rise) return share >= 0.5 ? PhaseKind::escalation : PhaseKind::warmth_fading;
  return share >= 0.5 ? PhaseKind::thaw : PhaseKind::cooling_by_silence;
}

}  // namespace

std::string_view to_text(PhaseKind kind) { return name_of(phase_names, kind); }

std::vector<TurningPoint> turning_points(std::span<const double> path, double delta) {
  if (!(delta > 0)) throw_invalid("delta", delta, "is above 0 points of heat");
  std::vector<TurningPoint> out;
  if (path.empty()) return out;
  std::size_t low = 0, high = 0;
  for (std::size_t i = 1; i < path.size(); ++i) {
    const bool rising = out.empty() || !out.back().is_peak;  // looking for a peak
    const bool falling = out.empty() || out.back().is_peak;  // looking for a trough
    if (path[i] > path[high]) high = i;
    if (path[i] < path[low]) low = i;
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

std::vector<Phase> phases(const History& history, const Scoring& scoring, double delta) {
  const AnyModel heat = heat_model(scoring.model);
  const SidedImpulses impulses = impulses_for(heat, history.coding.acts);
  // Heat is 0 before the first act: an extra day in front lets a history that begins hot begin with a rise.
  std::vector<Day> days{history.days.front() - 1};
  days.insert(days.end(), history.days.begin(), history.days.end());
  const double points = points_of_heat(heat, scoring.scale);
  const std::vector<double> path = total_heat(score(heat, impulses, days), points);
  const std::vector<TurningPoint> turns = turning_points(path, delta);
  std::vector<Day> turn_days;
  turn_days.reserve(turns.size());
  for (const TurningPoint& turn : turns) turn_days.push_back(days[turn.at]);
  std::vector<Phase> out;
  if (turns.empty()) return out;
  const NewActs acts(heat, impulses, turn_days, points);
  for (std::size_t i = 0; i + 1 < turns.size(); ++i) {
    Phase p;
    p.from = days[turns[i].at];
    p.to = days[turns[i + 1].at];
    p.heat_from = path[turns[i].at];
    p.heat_to = path[turns[i + 1].at];
    p.ongoing = i + 2 == turns.size();
    const bool rise = !turns[i].is_peak;
    p.acts_share = acts.share(p, rise ? 1 : -1);
    p.kind = kind_of(rise, p.acts_share);
    out.push_back(p);
  }
  return out;
}

}  // namespace detente
