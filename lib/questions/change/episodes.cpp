#include "detente/questions/change/episodes.hpp"

#include <algorithm>

#include "detente/detail/enum_names.hpp"
#include "questions/change/attributions.hpp"
#include "questions/change/turns.hpp"
#include "questions/relation/runs_read.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr EnumNames<PhaseKind, 6> phase_names{{
    {PhaseKind::escalation, "escalation"},
    {PhaseKind::thaw, "thaw"},
    {PhaseKind::cooling_by_silence, "cooling by silence"},
    {PhaseKind::warmth_fading, "warmth fading"},
    {PhaseKind::easing, "easing"},
    {PhaseKind::hardening, "hardening"},
}};

constexpr EnumNames<PhasePath, 2> path_names{{{PhasePath::heat, "heat"}, {PhasePath::level, "level"}}};

/// Which share of a rise (sign 1) or fall (sign −1) is due to new acts of that sign, and which to the fading of earlier
/// ones. New acts of the other sign work against both and are left out of the split. Whatever is not due to new acts is
/// fading, because contributions sum to the heat.
class NewActs {
 public:
  /// `turns` are the days on which phases meet, ascending.
  NewActs(const AnyModel& heat, const Scoring& scoring, const SidedImpulses& impulses, std::span<const Day> turns)
      : heat_at_(Points(heat, scoring).path(score(heat, impulses, turns))) {
    const double points = Points(heat, scoring).of_run(impulses);
    const auto add = [&](const std::vector<Impulse>& run) {
      const std::vector<Contribution> at_turn = heat.first_contributions(run, turns);
      for (std::size_t i = 0; i < run.size(); ++i) acts_.emplace_back(run[i].day, points * at_turn[i].total());
    };
    for (const auto* run : runs_read(impulses, scoring.direction)) add(*run);
    std::sort(acts_.begin(), acts_.end());
  }

  /// Of the phase from turn number `turn` to the next.
  double share(const Phase& phase, std::size_t turn) const {
    const double sign = is_rise(phase.kind) ? 1 : -1;
    const auto later = [](Day day, const auto& act) { return day < act.first; };
    auto act = std::upper_bound(acts_.begin(), acts_.end(), phase.from, later);
    double supplied = 0, brought = 0;
    for (; act != acts_.end() && act->first <= phase.to; ++act) {
      brought += act->second;
      supplied += std::max(0.0, sign * act->second);
    }
    const double fading = std::max(0.0, sign * (heat_at_[turn + 1] - brought - heat_at_[turn]));
    return supplied + fading > 0 ? supplied / (supplied + fading) : 0;
  }

 private:
  std::vector<double> heat_at_;               ///< by turn
  std::vector<std::pair<Day, double>> acts_;  ///< day, and points at the end of its phase
};

/// Share of the change that deeds supply.
double share_of_deeds(const Movement& movement) { return std::clamp(movement.deeds() / movement.change(), 0.0, 1.0); }

/// `change`: of the index, or of the level, which has its sign; nothing if it is not known.
PhaseKind kind_of(bool rise, double share, std::optional<double> change) {
  if (change && (rise ? *change <= 0 : *change >= 0)) return rise ? PhaseKind::easing : PhaseKind::hardening;
  if (rise) return share >= 0.5 ? PhaseKind::escalation : PhaseKind::warmth_fading;
  return share >= 0.5 ? PhaseKind::thaw : PhaseKind::cooling_by_silence;
}

}  // namespace

std::string_view to_text(PhaseKind kind) { return name_of(phase_names, kind); }
std::string_view to_text(PhasePath path) { return name_of(path_names, path); }
std::optional<PhasePath> parse_phase_path(std::string_view text) { return value_of(path_names, text); }

std::vector<Phase> phases(const History& history, const Scoring& scoring, const PhaseOptions& options) {
  const AnyModel heat = heat_model(scoring.model);
  const Turns turns =
      turns_of(path_model(scoring, options.path), scoring, history.coding.acts, history.days, options.delta);
  std::vector<Phase> out;
  if (turns.days.empty()) return out;
  const NewActs acts(heat, scoring, impulses_for(heat, history.coding.acts), turns.days);
  const auto levels =
      score(scoring.model, history.coding.acts, turns.days, scoring.direction).levels(scoring.direction);
  const Attributions changes(history, scoring);
  for (std::size_t i = 0; i + 1 < turns.days.size(); ++i) {
    Phase p{.kind = turns.is_rise(i) ? PhaseKind::escalation : PhaseKind::thaw,
            .from = turns.days[i],
            .to = turns.days[i + 1],
            .heat_from = turns.path[i],
            .heat_to = turns.path[i + 1],
            .ongoing = i + 2 == turns.days.size()};
    p.movement = movement_over(changes, {PeriodKind::day, p.from + 1, p.to + 1}, options.movers);
    p.acts_share = p.movement && p.movement->change() != 0 ? share_of_deeds(*p.movement) : acts.share(p, i);
    std::optional<double> change;
    if (levels[i] && levels[i + 1]) change = *levels[i + 1] - *levels[i];
    p.kind = kind_of(turns.is_rise(i), p.acts_share, change);
    out.push_back(std::move(p));
  }
  return out;
}

}  // namespace detente
