#include "detente/questions/bands.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>

#include "detente/ground/error.hpp"
#include "detente/ground/number.hpp"

namespace detente {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

/// A day of [first, last] by a uniform number in (0, 1).
Day pick_day(Day first, Day last, double uniform) {
  const auto days = static_cast<double>(last - first + 1);
  return std::min(last, first + static_cast<std::int32_t>(uniform * days));
}

/// Puts every closing not before the opening that it ends: of the openings not yet ended and not after the closing's
/// last possible day, the earliest.
class ClosingDays {
 public:
  ClosingDays(const Draws& draws, std::uint32_t draw) : draws_(&draws), draw_(draw) {}

  void add_opening(const Act& act) { open_[measure_of(act)].push_back(act.date.first); }

  void draw(Act& closing) {
    auto& openings = open_[measure_of(closing)];
    std::sort(openings.begin(), openings.end());
    Day first = closing.date.first;
    if (!openings.empty() && openings.front() <= closing.date.last) {
      first = std::max(first, openings.front());
      if (!closing.until) openings.erase(openings.begin());
    }
    const double u = draws_->uniform(Purpose::day, draw_, closing.key.value);
    closing.date = DateSpan::on(pick_day(first, closing.date.last, u));
  }

 private:
  using Measure = std::tuple<Direction, std::string, std::string>;
  static Measure measure_of(const Act& act) { return {act.direction, act.measure, act.object}; }

  const Draws* draws_;
  std::uint32_t draw_;
  std::map<Measure, std::vector<Day>> open_;
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

/// The model's own error in a draw: one number per side, so that a path of a draw hangs together.
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
  std::vector<Act> out;
  ClosingDays closings(draws, draw);
  for (const Act& act : acts) {
    if (draws.uniform(Purpose::occurrence, draw, act.key.value) >= act.probability) continue;
    Act& drawn = out.emplace_back(act);
    drawn.probability = 1;
    drawn.points += act.sd * draws.normal(Purpose::code_offset, draw, act.code_key) +
                    event_sd * draws.normal(Purpose::event_offset, draw, act.key.value);
    if (act.date.kind == SpanKind::one_day && act.standing != Standing::closes)
      drawn.date =
          DateSpan::on(pick_day(act.date.first, act.date.last, draws.uniform(Purpose::day, draw, act.key.value)));
    if (act.standing == Standing::opens) closings.add_opening(drawn);
  }
  for (Act& act : out)
    if (act.standing == Standing::closes && act.date.kind == SpanKind::one_day) closings.draw(act);
  return out;
}

Bands coding_bands(const History& history, const Scoring& scoring, std::span<const Period> periods, SampleAt at,
                   const BandOptions& options) {
  check(options);
  const Draws draws(options.seed);
  DrawTable daily(options.draws, history.days.size());
  DrawTable by_period(options.draws, periods.size());
  for (std::uint32_t d = 0; d < options.draws; ++d) {
    const std::vector<Act> acts = draw_acts(history.coding.acts, draws, d, options.event_sd);
    SidedReadings readings = score(scoring.model, acts, history.days);
    if (scoring.model.has_variance()) {
      add_model_noise(readings.forward, draws.normal(Purpose::model_noise, d, 0));
      add_model_noise(readings.backward, draws.normal(Purpose::model_noise, d, 1));
    }
    const IndexPath path = index_path(readings, history.days, scoring);
    daily.set(d, path.index);
    by_period.set(d, sample_periods(periods, at, history.days, path.index));
  }
  return {daily.band(options.coverage), by_period.band(options.coverage)};
}

}  // namespace detente
