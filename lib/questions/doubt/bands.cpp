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

  /// Asks between two columns whether it is to stop: of many draws they take as long as the draws.
  Band band(const BandOptions& options) const {
    const double coverage = options.coverage;
    const WorkControl control = options.control.without_progress();
    Band out;
    std::vector<double> column;
    for (std::size_t i = 0; i < width_; ++i) {
      control.at({options.draws, options.draws, "draws"});
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

using Values = std::vector<std::optional<double>>;

/// The values of one draw: on the days of the band, and by period.
struct DrawnValues {
  Values daily, periods;
};

void subtract(Values& from, const Values& other) {
  for (std::size_t i = 0; i < from.size(); ++i)
    from[i] = from[i] && other[i] ? std::optional(*from[i] - *other[i]) : std::nullopt;
}
DrawnValues operator-(DrawnValues a, const DrawnValues& b) {
  subtract(a.daily, b.daily);
  subtract(a.periods, b.periods);
  return a;
}

/// The index of a history in every draw.
class DrawnPaths {
 public:
  DrawnPaths(const History& history, const Scoring& scoring, std::span<const Period> periods, SampleAt at,
             const BandOptions& options)
      : history_(history),
        scoring_(scoring),
        periods_(periods),
        at_(at),
        options_(options),
        draws_(options.seed),
        act_draws_(history.coding.acts),
        kept_(days_of_band(history)) {
    check(options);
    days_ = needs_every_day(scoring, at) ? history.days : together(kept_, periods, history);
  }

  DrawnValues of(std::uint32_t draw) const {
    const std::vector<Act> acts = act_draws_.draw(draws_, draw, options_.event_sd);
    SidedReadings readings = score(scoring_.model, acts, days_, scoring_.direction);
    if (scoring_.model.has_variance()) {
      add_model_noise(readings.forward, draws_.normal(Purpose::model_noise, draw, 0));
      add_model_noise(readings.backward, draws_.normal(Purpose::model_noise, draw, 1));
      add_model_noise(readings.both, draws_.normal(Purpose::model_noise, draw, 0));
    }
    const IndexPath path = index_path(readings, days_, scoring_);
    return {at_days(kept_, days_, path.index), sample_periods(periods_, at_, days_, path.index)};
  }

  /// The band of what `value` gives for each draw.
  template <class Value>
  Bands bands(const Value& value) const {
    DrawTable daily(options_.draws, kept_.size());
    DrawTable by_period(options_.draws, periods_.size());
    for (std::uint32_t d = 0; d < options_.draws; ++d) {
      options_.control.at({d, options_.draws, "draws"});
      const DrawnValues drawn = value(d);
      daily.set(d, drawn.daily);
      by_period.set(d, drawn.periods);
    }
    return {spread_over(history_.days, kept_, daily.band(options_)), by_period.band(options_)};
  }

 private:
  const History& history_;
  const Scoring& scoring_;
  std::span<const Period> periods_;
  SampleAt at_;
  const BandOptions& options_;
  Draws draws_;
  ActDraws act_draws_;
  std::vector<Day> kept_, days_;
};

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
  const DrawnPaths paths(history, scoring, periods, at, options);
  return paths.bands([&](std::uint32_t d) { return paths.of(d); });
}

Bands difference_bands(const History& from, const History& to, const Scoring& scoring, std::span<const Period> periods,
                       SampleAt at, const BandOptions& options) {
  if (from.days != to.days) throw_invalid("days", to_text(to.days.front()), "both histories have the same days");
  const DrawnPaths left(from, scoring, periods, at, options), right(to, scoring, periods, at, options);
  return left.bands([&](std::uint32_t d) { return right.of(d) - left.of(d); });
}

}  // namespace detente
