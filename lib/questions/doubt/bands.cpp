#include "detente/questions/doubt/bands.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "contracts/pairing.hpp"
#include "detente/ground/error.hpp"
#include "detente/ground/number.hpp"
#include "ground/limits.hpp"
#include "questions/relation/periods.hpp"

namespace detente {
using namespace detail;
namespace {

/// The most days in the daily band.
constexpr std::size_t most_daily = 4096;

/// A day of [first, last] by a uniform number in (0, 1).
Day pick_day(Day first, Day last, double uniform) {
  const auto days = static_cast<double>(last - first + 1);
  return std::min(last, first + static_cast<std::int32_t>(uniform * days));
}

/// For each act, its own position, or that of the opening it must not come before.
std::vector<std::size_t> own_openings_of(std::span<const Act> acts) {
  std::vector<std::size_t> out(acts.size());
  std::iota(out.begin(), out.end(), std::size_t{0});
  for (const auto& measure : detail::by_measure(acts)) {
    const std::vector<std::size_t> own = detail::own_openings(measure);
    for (std::size_t i = 0; i < own.size(); ++i)
      out[static_cast<std::size_t>(measure[i] - acts.data())] = static_cast<std::size_t>(measure[own[i]] - acts.data());
  }
  return out;
}

/// Draws acts from the distribution in contracts/measure_course.hpp.
class ActDraws {
 public:
  explicit ActDraws(std::span<const Act> acts) : acts_(acts), own_(own_openings_of(acts)) {}

  std::vector<Act> draw(const Draws& draws, std::uint32_t draw, double event_sd) const {
    std::vector<std::optional<Day>> days(acts_.size());  // of the acts that occur
    for (const bool closings : {false, true})
      for (std::size_t i = 0; i < acts_.size(); ++i)
        if ((acts_[i].standing == Standing::closes) == closings) days[i] = day_of(i, days, draws, draw);
    std::vector<Act> out;
    for (std::size_t i = 0; i < acts_.size(); ++i)
      if (days[i]) out.push_back(shifted(i, *days[i], draws, draw, event_sd));
    return out;
  }

 private:
  std::optional<Day> day_of(std::size_t i, std::span<const std::optional<Day>> days, const Draws& draws,
                            std::uint32_t draw) const {
    const Act& act = acts_[i];
    if (draws.uniform(Purpose::occurrence, draw, act.key.value) >= act.probability) return std::nullopt;
    if (act.date.kind == SpanKind::throughout || act.date.is_exact()) return act.date.first;
    const detail::Onset possible =
        act.standing == Standing::none ? detail::Onset{act.date.first, act.date.last} : detail::onset_of(act);
    const std::optional<Day> own = own_[i] == i ? std::nullopt : days[own_[i]];
    const Day first = own && *own <= possible.last ? std::max(possible.first, *own) : possible.first;
    return pick_day(first, possible.last, draws.uniform(Purpose::day, draw, act.key.value));
  }

  Act shifted(std::size_t i, Day day, const Draws& draws, std::uint32_t draw, double event_sd) const {
    Act act = acts_[i];
    act.probability = 1;
    act.points += act.sd * draws.normal(Purpose::code_offset, draw, act.code_key) +
                  event_sd * draws.normal(Purpose::event_offset, draw, act.key.value);
    if (act.date.kind == SpanKind::one_day) act.date = DateSpan::on(day);
    return act;
  }

  std::span<const Act> acts_;
  std::vector<std::size_t> own_;
};

/// Quantile of sorted values by linear interpolation between order statistics (type 7).
double quantile(std::span<const double> sorted, double p) {
  const double at = p * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

/// Draws of several quantities: a row of numbers per draw, NaN for missing.
class DrawTable {
 public:
  DrawTable(std::size_t draws, std::size_t width) : width_(width), values_(draws * width, missing) {}

  void set(std::size_t draw, std::span<const std::optional<double>> row) {
    for (std::size_t i = 0; i < width_; ++i)
      if (row[i]) values_[draw * width_ + i] = *row[i];
  }

  Band band(double coverage) const {
    Band out;
    std::vector<double> column;
    for (std::size_t i = 0; i < width_; ++i) {
      column.clear();
      for (std::size_t at = i; at < values_.size(); at += width_)
        if (!std::isnan(values_[at])) column.push_back(values_[at]);
      std::sort(column.begin(), column.end());
      const bool enough = width_ > 0 && 2 * column.size() >= values_.size() / width_ && !column.empty();
      out.lower.push_back(enough ? std::optional(quantile(column, (1 - coverage) / 2)) : std::nullopt);
      out.upper.push_back(enough ? std::optional(quantile(column, (1 + coverage) / 2)) : std::nullopt);
    }
    return out;
  }

 private:
  std::size_t width_;
  std::vector<double> values_;
};

void check(const BandOptions& options) {
  if (!(options.coverage > 0 && options.coverage < 1))
    throw_invalid("coverage", options.coverage, "is between 0 and 1, such as 0.9");
  if (options.draws < 20) throw_invalid("draws", std::to_string(options.draws), "is at least 20");
  require_within("event_sd", options.event_sd, 0, 1e6, "points");
}

/// The days of the daily band: those shown, or so many of them that a picture looks the same.
std::vector<Day> days_of_band(const History& history) {
  const auto shown = std::lower_bound(history.days.begin(), history.days.end(), history.shown.first);
  const auto count = static_cast<std::size_t>(history.days.end() - shown);
  const std::size_t step = std::max<std::size_t>(1, (count + most_daily - 1) / most_daily);
  std::vector<Day> out;
  for (std::size_t i = 0; i < count; i += step) out.push_back(shown[static_cast<std::ptrdiff_t>(i)]);
  return out;
}

/// Whether a value on one day depends on which other days are sampled.
bool needs_every_day(const Scoring& scoring, SampleAt at) {
  return at != SampleAt::end || scoring.scale.looks_back() || !scoring.model.is_additive();
}

/// The kept days together with the last days of the periods.
std::vector<Day> together(const std::vector<Day>& kept, std::span<const Period> periods, const History& history) {
  std::vector<Day> out(kept);
  for (const Period& period : periods) {
    const auto end = std::lower_bound(history.days.begin(), history.days.end(), period.end);
    if (end != history.days.begin()) out.push_back(*std::prev(end));
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

/// The values on some of the days; both ascend.
std::vector<std::optional<double>> at_days(const std::vector<Day>& wanted, const std::vector<Day>& days,
                                           const std::vector<std::optional<double>>& values) {
  std::vector<std::optional<double>> out;
  std::size_t i = 0;
  for (const Day day : wanted) {
    while (days[i] != day) ++i;
    out.push_back(values[i]);
  }
  return out;
}

/// The band for all days, missing on those that are not kept.
Band spread_over(const std::vector<Day>& days, const std::vector<Day>& kept, const Band& band) {
  Band out{std::vector<std::optional<double>>(days.size()), std::vector<std::optional<double>>(days.size())};
  std::size_t at = 0;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    while (days[at] != kept[i]) ++at;
    out.lower[at] = band.lower[i];
    out.upper[at] = band.upper[i];
  }
  return out;
}

/// The model's own error in a draw: one number per side, so that a draw's path is coherent.
void add_model_noise(std::vector<Reading>& readings, double z) {
  for (Reading& r : readings)
    if (r.level && r.variance) *r.level += z * std::sqrt(*r.variance);
}

}  // namespace

std::string to_text(const BandOptions& options) {
  return fmt::format("{} % coding band, {} draws, seed {}", shortest(100 * options.coverage), options.draws,
                     options.seed);
}

std::vector<Act> draw_acts(std::span<const Act> acts, const Draws& draws, std::uint32_t draw, double event_sd) {
  return ActDraws(acts).draw(draws, draw, event_sd);
}

Bands coding_bands(const History& history, const Scoring& scoring, std::span<const Period> periods, SampleAt at,
                   const BandOptions& options) {
  check(options);
  const Draws draws(options.seed);
  const ActDraws act_draws(history.coding.acts);
  const std::vector<Day> kept = days_of_band(history);
  const std::vector<Day> days = needs_every_day(scoring, at) ? history.days : together(kept, periods, history);
  DrawTable daily(options.draws, kept.size());
  DrawTable by_period(options.draws, periods.size());
  for (std::uint32_t d = 0; d < options.draws; ++d) {
    const std::vector<Act> acts = act_draws.draw(draws, d, options.event_sd);
    SidedReadings readings = score(scoring.model, acts, days, scoring.direction);
    if (scoring.model.has_variance()) {
      add_model_noise(readings.forward, draws.normal(Purpose::model_noise, d, 0));
      add_model_noise(readings.backward, draws.normal(Purpose::model_noise, d, 1));
      add_model_noise(readings.both, draws.normal(Purpose::model_noise, d, 0));
    }
    const IndexPath path = index_path(readings, days, scoring);
    daily.set(d, at_days(kept, days, path.index));
    by_period.set(d, sample_periods(periods, at, days, path.index));
  }
  return {spread_over(history.days, kept, daily.band(options.coverage)), by_period.band(options.coverage)};
}

}  // namespace detente
