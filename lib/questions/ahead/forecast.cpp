#include "detente/questions/ahead/forecast.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "detente/contracts/run.hpp"
#include "detente/contracts/severe_counts.hpp"
#include "detente/ground/error.hpp"
#include "questions/ahead/known_days.hpp"
#include "questions/relation/assumptions.hpp"

namespace detente {
using namespace detail;
namespace {

/// Quantile of type 7, of sorted values.
double quantile_of(std::span<const double> sorted, double share) {
  const double place = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  if (below + 1 == sorted.size()) return sorted[below];
  return std::lerp(sorted[below], sorted[below + 1], place - std::floor(place));
}

OwnMonths own_months(std::span<const double> severe) {
  OwnMonths out{.months = severe.size()};
  if (severe.empty()) return out;
  for (const double count : severe) {
    out.share += count >= 0.5 ? 1 : 0;
    out.mean += count;
  }
  out.share /= static_cast<double>(severe.size());
  out.mean /= static_cast<double>(severe.size());
  return out;
}

[[noreturn]] void throw_without_calibration(const std::optional<Outlook>& outlook) {
  throw InputError(
      ErrorCode::too_few,
      fmt::format(
          "no forecast without a calibration of this coding: {}. Fit one on events coded like these",
          outlook ? fmt::format("{} ({})", to_text(outlook->standing), outlook->why) : "the model is not two_speed"),
      "ForecastRequest::calibration");
}

/// Makes one forecast.
class Ahead {
 public:
  Ahead(const EventLog& log, const ForecastRequest& request)
      : request_(request),
        scoring_(request.scoring),
        history_(prepare(log, request.selection, scoring_, PeriodKind::month, {},
                         end_known(request.to, request.selection, scoring_))),
        impulses_(impulses_for(scoring_.model, history_.coding.acts)),
        today_(history_.days.back()) {}

  Forecast forecast() {
    if (scoring_.scale.looks_back())
      throw_invalid("scale", to_text(scoring_.scale), "a forecast needs a scale that does not look back");
    Forecast out{.pair = request_.selection.dyad.canonical(), .day = today_, .last = last_day(), .outlook = found()};
    find_months();
    out.own = own_months(severe_);
    out.recent = own_months(std::span(severe_).last(std::min<std::size_t>(severe_.size(), 12)));
    spread(out);
    out.unknown = history_.coding.unknown;
    out.provenance = provenance_of(request_.selection, scoring_);
    out.provenance.assumptions = assumptions_of(history_.coding).sentences();
    return out;
  }

 private:
  /// As many days as tomorrow's calendar month has: exactly that month, if today is the last day of a month.
  Day last_day() const {
    const Period month = period_of(PeriodKind::month, today_ + 1);
    return today_ + static_cast<std::int32_t>(month.end - month.first);
  }

  Outlook found() const {
    const auto out = outlook(request_.calibration, scoring_, request_.selection, impulses_, today_);
    if (out && out->chance) return *out;
    if (out && out->standing == CalibrationStanding::warming_up) throw_warming_up(scoring_, today_);
    throw_without_calibration(out);
  }

  /// Finds the whole months from the pair's first event to today, with their severe acts.
  void find_months() {
    const Day first = history_.coding.acts.front().date.first;  // its month is not covered entirely
    for (const Period& month : periods_between(PeriodKind::month, first, today_ + 1))
      if (month.first >= first && month.end <= today_ + 1) months_.push_back(month);
    severe_ = severe_counts(severe_acts(history_.coding.acts, scoring_.codebook), months_);
  }

  /// The impulses of a past month, moved to the coming days.
  std::vector<Impulse> laid_over(const Period& month) const {
    std::vector<Impulse> out;
    const auto from = std::partition_point(impulses_.both.begin(), impulses_.both.end(),
                                           [&](const Impulse& i) { return i.day < month.first; });
    for (auto at = from; at != impulses_.both.end() && at->day < month.end; ++at) {
      Impulse impulse = *at;
      impulse.day = impulse.since = today_ + 1 + static_cast<std::int32_t>(at->day - month.first);
      if (impulse.day <= last_day()) out.push_back(impulse);
    }
    return out;
  }

  /// The index on the coming days if these impulses come.
  std::vector<double> path(std::span<const Impulse> impulses, std::span<const Day> days) const {
    const TwoSpeed& model = *scoring_.model.as<TwoSpeed>();
    const FittedScale scale(scoring_.scale, {}, {});
    std::vector<double> out;
    (void)run_on(model, state_, impulses, days, [&](std::size_t i, const TwoSpeed::State& state) {
      out.push_back(scale(i, *model.level(state)).value());
    });
    return out;
  }

  void spread(Forecast& out) {
    const TwoSpeed& model = *scoring_.model.as<TwoSpeed>();
    run_states(model, impulses_.both, std::span(&today_, 1),
               [&](std::size_t, const TwoSpeed::State& state) { state_ = state; });
    out.index = path({}, std::span(&today_, 1)).front();
    if (months_.size() < least_pasts) return;
    const std::vector<Day> days = every_day(today_ + 1, out.last + 1);
    const std::vector<double> silent = path({}, days);
    std::vector<std::vector<double>> paths;
    for (const Period& month : std::span(months_).last(std::min(months_.size(), most_pasts)))
      paths.push_back(path(laid_over(month), days));
    out.pasts = paths.size();
    for (std::size_t i = 0; i < days.size(); ++i) out.fan.push_back(fan_day(days[i], i, silent[i], paths));
  }

  static FanDay fan_day(Day day, std::size_t number, double silent, std::span<const std::vector<double>> paths) {
    std::vector<double> values;
    for (const std::vector<double>& path : paths) values.push_back(path[number]);
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) { return quantile_of(values, share); };
    return {day, silent, at(0.05), at(0.25), at(0.5), at(0.75), at(0.95)};
  }

  const ForecastRequest& request_;
  const Scoring& scoring_;
  History history_;
  SidedImpulses impulses_;
  Day today_;
  std::vector<Period> months_;
  std::vector<double> severe_;
  TwoSpeed::State state_;
};

}  // namespace

Forecast forecast(const EventLog& log, const ForecastRequest& request) {
  refuse_beyond_reports(request.to, request.selection, request.scoring);
  return Ahead(log, request).forecast();
}

}  // namespace detente
