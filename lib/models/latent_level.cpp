#include "detente/models/latent_level.hpp"

#include <algorithm>
#include <cmath>

#include "detente/contracts/time_order.hpp"
#include "detente/detail/stored.hpp"
#include "detente/ground/error.hpp"
#include "models/parameter_tables.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr double largest_sd = 1e6;
constexpr Range points_sd{.high = largest_sd, .shown = ">= 0", .unit = "points"};
constexpr Range walking_sd{.high = largest_sd, .shown = ">= 0", .unit = "points per √day"};
constexpr Range any_mean{.low = -largest_sd, .high = largest_sd, .shown = "-1e6 to 1e6", .unit = "points"};
constexpr Range returning{
    .has_low = false, .shown = "> 0, or inf", .rule = "is above 0 days, or inf", .may_be_infinite = true};

const LatentLevelOptions& checked_together(const LatentLevelOptions& o) {
  checked(o, latent_level_parameters());
  if (o.sd_day == 0 && o.sd_event == 0)
    throw_invalid("sd_event", o.sd_event, "is above 0 where sd_day is 0: acts are not exact");
  return o;
}

/// The distribution after a value of variance h > 0 has been observed.
Moments updated(const Moments& before, double value, double h) noexcept {
  if (std::isinf(before.variance)) return {value, h};
  const double gain = before.variance / (before.variance + h);
  return {before.mean + gain * (value - before.mean), gain * h};
}

}  // namespace

const Parameters<LatentLevelOptions>& detail::latent_level_parameters() {
  using O = LatentLevelOptions;
  static const Parameters<O> all{
      number(&O::half_life, "half_life", "days", returning, "in which the level goes half-way back; inf never returns"),
      number(&O::mean, "mean", "points", any_mean, "what the level returns to"),
      number(&O::sd_level, "sd_level", "points per root day", walking_sd, "how far the level wanders in a day",
             {.alternatives = {"0.15", "0.6"}}),
      number(&O::sd_day, "sd_day", "points", points_sd, "what all acts of one day share",
             {.alternatives = {"0.8", "3.4"}}),
      number(&O::sd_event, "sd_event", "points", points_sd, "of one act about its day", {.alternatives = {"3.5", "7"}}),
  };
  return all;
}

LatentLevel::LatentLevel(const LatentLevelOptions& options)
    : options_(checked_together(options)),
      process_(MeanReversion::of_half_life(options.half_life, options.mean, options.sd_level * options.sd_level)),
      day_variance_(options.sd_day * options.sd_day),
      event_variance_(options.sd_event * options.sd_event) {
  auto table = std::make_shared<std::array<Transition, table_size>>();
  for (std::size_t d = 0; d < table->size(); ++d) (*table)[d] = process_.over(static_cast<double>(d));
  table_ = std::move(table);
}

Transition LatentLevel::over(std::int64_t days) const noexcept {
  return static_cast<std::uint64_t>(days) < table_size ? (*table_)[static_cast<std::size_t>(days)]
                                                       : process_.over(static_cast<double>(days));
}

LatentLevel::State LatentLevel::start(Day day) const noexcept {
  State state;
  state.day = day;
  state.before = {process_.wanders() ? 0.0 : process_.mean, process_.stationary_variance()};
  return state;
}

Moments LatentLevel::filtered(const State& state) const noexcept {
  if (state.weight <= 0) return state.before;
  return updated(state.before, state.sum / state.weight, variance_of_day(state.weight));
}

Moments LatentLevel::forecast(const State& state, std::int64_t days) const {
  if (days < 0) throw_invalid("days", static_cast<double>(days), "is at least 0: a forecast looks ahead");
  return ahead(state, days);
}

Moments LatentLevel::ahead(const State& state, std::int64_t days) const noexcept {
  if (!state.observed) return state.before;  // the start's distribution stays the same, to the bit
  const Moments now = filtered(state);
  const Transition step = over(days);
  const double origin = process_.wanders() ? now.mean : process_.mean;
  return {origin + step.keep * (now.mean - origin), step.keep * step.keep * now.variance + step.added};
}

void LatentLevel::advance(State& state, Day day) const {
  const std::int64_t days = days_passed(state.day, day);
  if (days == 0) return;
  state.before = ahead(state, days);
  state.support = (state.support + state.weight) * over(days).keep;
  state.weight = state.sum = 0;
  state.day = day;
}

std::optional<double> LatentLevel::level(const State& state) const noexcept {
  return state.observed ? std::optional(filtered(state).mean) : std::nullopt;
}

std::optional<double> LatentLevel::variance(const State& state) const noexcept {
  return state.observed ? std::optional(filtered(state).variance) : std::nullopt;
}

std::vector<LatentLevel::SeenDay> LatentLevel::seen_days(std::span<const Impulse> impulses) const {
  std::vector<SeenDay> days;
  if (impulses.empty()) return days;
  State state = start(impulses.front().day);
  for (std::size_t i = 0; i < impulses.size();) {
    SeenDay seen{i, i, 0, over(impulses[i].day - state.day).keep, 0};
    advance(state, impulses[i].day);
    for (; i < impulses.size() && impulses[i].day == state.day; ++i) observe(state, impulses[i]);
    seen.end = i;
    seen.weight = state.weight;
    const double h = variance_of_day(state.weight);  // infinity for a day whose acts have weight 0
    const double rest = std::isinf(h) ? 1 : std::isinf(state.before.variance) ? 0 : h / (state.before.variance + h);
    seen.gain = 1 - rest;
    seen.kept *= rest;
    days.push_back(seen);
  }
  return days;
}

std::vector<Contribution> LatentLevel::contributions(std::span<const Impulse> impulses, Day day) const {
  check_order(impulses);
  std::vector<Contribution> out(impulses.size());
  const auto later = std::find_if(impulses.begin(), impulses.end(), [&](const Impulse& i) { return i.day > day; });
  const std::vector<SeenDay> days = seen_days({impulses.begin(), later});
  double left = days.empty() ? 0 : over(day - impulses[days.back().begin].day).keep;
  for (auto seen = days.rbegin(); seen != days.rend(); ++seen) {
    for (std::size_t i = seen->begin; i < seen->end && seen->gain > 0; ++i)
      out[i].act = left * seen->gain * impulses[i].points * (impulses[i].weight / seen->weight);
    left *= seen->kept;
  }
  return out;
}

std::string LatentLevel::save(const State& state) const { return stored("latent_level", fields(state)); }

LatentLevel::State LatentLevel::load(std::string_view bytes) const {
  State state;
  restore(bytes, "latent_level", fields(state));
  return state;
}

FilteredPath filter(const LatentLevel& model, const DayMeans& days) {
  const LatentLevelOptions& o = model.options();
  const std::vector<double> variance = variances_of(days, o.sd_day * o.sd_day, o.sd_event * o.sd_event);
  return filter(model.process(), {days.time, days.mean, variance});
}

double log_likelihood(const LatentLevel& model, const DayMeans& days, Constants constants) {
  const LatentLevelOptions& o = model.options();
  const std::vector<double> variance = variances_of(days, o.sd_day * o.sd_day, o.sd_event * o.sd_event);
  return log_likelihood(model.process(), {days.time, days.mean, variance}, constants) +
         within_day_log_likelihood(days, o.sd_event * o.sd_event);
}

namespace {

/// The requested days, inserted among the days of acts as days without an observation.
DayMeans with_days(const DayMeans& acts, std::span<const Day> days) {
  DayMeans out;
  std::size_t next = 0;
  const auto add = [&](double time, double mean, double share) {
    out.time.push_back(time);
    out.mean.push_back(mean);
    out.share.push_back(share);
  };
  for (const Day day : days) {
    for (; next < acts.size() && acts.time[next] <= day.value; ++next)
      add(acts.time[next], acts.mean[next], acts.share[next]);
    if (out.time.empty() || out.time.back() != day.value) add(day.value, std::numeric_limits<double>::quiet_NaN(), 1);
  }
  for (; next < acts.size(); ++next) add(acts.time[next], acts.mean[next], acts.share[next]);
  return out;
}

}  // namespace

std::vector<SmoothPoint> smoothed_levels(const LatentLevel& model, std::span<const Impulse> impulses,
                                         std::span<const Day> days) {
  check_order(days);
  const DayMeans all = with_days(day_means(impulses), days);
  const std::vector<SmoothPoint> smoothed = smooth(filter(model, all));
  std::vector<SmoothPoint> out;
  for (const Day day : days) {
    const auto at = std::lower_bound(all.time.begin(), all.time.end(), static_cast<double>(day.value));
    out.push_back(smoothed[static_cast<std::size_t>(at - all.time.begin())]);
  }
  return out;
}

}  // namespace detente
