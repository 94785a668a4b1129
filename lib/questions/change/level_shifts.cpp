#include "detente/questions/change/level_shifts.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "detente/contracts/act_label.hpp"
#include "detente/ground/error.hpp"
#include "questions/relation/periods.hpp"

namespace detente {
using namespace detail;
namespace {

/// The weights and weighted points of the acts of one period, together and by code.
struct PeriodSum {
  double weight = 0, points = 0;
  std::map<std::string, double> by_code = {};  ///< weighted points, or weights for a rate
};

double weight_of(const Act& act) { return act.weight * act.probability * act.count; }

bool counts_in(const Act& act, DirectionChoice direction) {
  return !act.ends_only && includes(direction, act.direction) && weight_of(act) > 0;
}

std::vector<PeriodSum> sums_of(const History& history, DirectionChoice direction, std::span<const Period> periods,
                               bool rate) {
  std::vector<PeriodSum> out(periods.size());
  for (const Act& act : history.coding.acts) {
    const auto at = counts_in(act, direction) ? period_with(periods, act.day()) : std::nullopt;
    if (!at) continue;
    PeriodSum& sum = out[*at];
    sum.weight += weight_of(act);
    sum.points += weight_of(act) * act.points;
    sum.by_code[act.code] += weight_of(act) * (rate ? 1 : act.points);
  }
  return out;
}

/// Whether it is a whole calendar period, and not cut to the days shown.
bool is_whole(const Period& period) { return period_of(period.kind, period.first) == period; }

/// Missing: no act, or the number of acts of a part of a period, which is no rate of the whole.
double value_of(const PeriodSum& sum, const Period& period, bool rate) {
  if (rate) return is_whole(period) ? sum.weight : std::numeric_limits<double>::quiet_NaN();
  return sum.weight > 0 ? sum.points / sum.weight : std::numeric_limits<double>::quiet_NaN();
}

/// What each code adds to the mean of the periods of a segment that have a value.
std::map<std::string, double> shares_of(std::span<const PeriodSum> sums, std::span<const double> values,
                                        const SeriesSegment& segment, bool rate) {
  std::map<std::string, double> out;
  for (std::size_t i = segment.begin; i < segment.end; ++i) {
    if (std::isnan(values[i])) continue;
    for (const auto& [code, sum] : sums[i].by_code)
      out[code] += sum / (rate ? 1 : sums[i].weight) / static_cast<double>(segment.count);
  }
  return out;
}

std::vector<ShiftCause> causes_of(const std::map<std::string, double>& before,
                                  const std::map<std::string, double>& after, const Codebook& codebook) {
  std::map<std::string, ShiftCause> by_code;
  for (const auto& [code, share] : before) by_code[code].before = share;
  for (const auto& [code, share] : after) by_code[code].after = share;
  std::vector<ShiftCause> out;
  for (auto& [code, cause] : by_code) {
    Event act;
    act.code = code;
    cause.code = code;
    cause.label = act_label(act, &codebook);
    out.push_back(std::move(cause));
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const ShiftCause& a, const ShiftCause& b) { return std::abs(a.size()) > std::abs(b.size()); });
  return out;
}

LevelShift shift_between(const SeriesSegment& before, const SeriesSegment& after, const LevelShifts& all,
                         std::span<const PeriodSum> sums, const Scoring& scoring, const LevelShiftRequest& request) {
  const bool rate = request.change.change_in == ChangeIn::rate;
  LevelShift out{.period = all.periods[after.begin],
                 .before = before.mean,
                 .after = after.mean,
                 .sd_before = std::sqrt(before.variance),
                 .sd_after = std::sqrt(after.variance),
                 .periods_before = before.count,
                 .periods_after = after.count,
                 .causes = causes_of(shares_of(sums, all.values, before, rate),
                                     shares_of(sums, all.values, after, rate), scoring.codebook)};
  for (std::size_t i = request.causes; i < out.causes.size(); ++i) out.others += out.causes[i].size();
  out.causes.resize(std::min(request.causes, out.causes.size()));
  return out;
}

/// Residuals of at least `least` of one side's days with acts; of days in a row that reach it, the largest.
void add_breaks(std::vector<Break>& out, const LatentLevel& local, const std::vector<Impulse>& impulses,
                Direction direction, double least) {
  std::vector<Day> days;
  for (const Impulse& impulse : impulses)
    if (impulse.weight > 0 && (days.empty() || days.back() != impulse.day)) days.push_back(impulse.day);
  const std::vector<SmoothPoint> smoothed = smoothed_levels(local, impulses, days);
  bool open = false;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const double t = smoothed[i].shift;
    const bool is_break = std::abs(t) >= least;  // not for NaN
    if (is_break && open && (t > 0) == (out.back().residual > 0)) {
      if (std::abs(t) > std::abs(out.back().residual)) out.back() = {days[i], direction, t};
    } else if (is_break) {
      out.push_back({days[i], direction, t});
    }
    open = is_break;
  }
}

std::vector<Break> breaks_of(const History& history, const Scoring& scoring, const LevelShiftRequest& request) {
  if (!(request.least_residual > 0)) throw_invalid("least_residual", request.least_residual, "is above 0");
  const LatentLevel local(request.local);
  const SidedImpulses impulses = impulses_for(AnyModel(local, "latent_level"), history.coding.acts);
  std::vector<Break> out;
  for (const Direction d : {Direction::forward, Direction::backward})
    if (includes(scoring.direction, d))
      add_breaks(out, local, d == Direction::forward ? impulses.forward : impulses.backward, d, request.least_residual);
  std::stable_sort(out.begin(), out.end(), [](const Break& a, const Break& b) { return a.day < b.day; });
  std::erase_if(out, [&](const Break& b) { return b.day < history.shown.first || b.day >= history.shown.end; });
  return out;
}

}  // namespace

LevelShifts level_shifts(const History& history, const Scoring& scoring, const LevelShiftRequest& request) {
  const bool rate = request.change.change_in == ChangeIn::rate;
  LevelShifts out;
  out.periods = shown_periods(history, request.every);
  const std::vector<PeriodSum> sums = sums_of(history, scoring.direction, out.periods, rate);
  for (std::size_t i = 0; i < sums.size(); ++i) out.values.push_back(value_of(sums[i], out.periods[i], rate));
  out.found = change_points(out.values, request.change);
  for (std::size_t i = 0; i + 1 < out.found.segments.size(); ++i)
    out.shifts.push_back(shift_between(out.found.segments[i], out.found.segments[i + 1], out, sums, scoring, request));
  out.breaks = breaks_of(history, scoring, request);
  return out;
}

}  // namespace detente
