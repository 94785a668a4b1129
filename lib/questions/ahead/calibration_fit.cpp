#include "detente/questions/ahead/calibration_fit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

#include "detente/ground/error.hpp"
#include "questions/ahead/regression.hpp"

namespace detente {
using namespace detail;
namespace {

using detail::Design;
using detail::Regression;

constexpr std::size_t most_parts = 50;
constexpr std::array edges{0.0, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 1.0};

/// The months as columns for a regression.
struct Columns {
  std::vector<double> inputs, any, number;
  std::vector<std::size_t> pair;

  void add(const CalibrationMonth& month) {
    inputs.insert(inputs.end(), {month.acute, month.chronic});
    number.push_back(std::round(month.severe_next));
    any.push_back(number.back() > 0 ? 1 : 0);
    pair.push_back(month.pair);
  }
  void clear() {
    for (std::vector<double>* column : {&inputs, &any, &number}) column->clear();
    pair.clear();
  }
  Design chance() const { return {2, inputs, any}; }
  Design count() const { return {2, inputs, number}; }
};

struct Fits {
  Regression chance, count;
};

/// Both fits, starting from where others ended; their dispersion is kept, because the mean hardly depends on it.
Fits fits_near(const Columns& columns, const Fits& near) {
  return {fit_logit(columns.chance(), {.start = near.chance.coefficients}),
          fit_negative_binomial(columns.count(), {.start = near.count.coefficients, .alpha = near.count.alpha})};
}

Columns columns_of(std::span<const CalibrationMonth> months) {
  Columns out;
  for (const CalibrationMonth& month : months) out.add(month);
  return out;
}

CalibrationCurve curve_of(const Regression& fit, const Design& design, std::span<const std::size_t> pair) {
  const std::vector<double> covariance = clustered_covariance(fit, design, pair);
  CalibrationCurve out;
  for (std::size_t i = 0; i < 3; ++i) {
    out.at[i] = fit.coefficients[i];
    out.error[i] = std::sqrt(covariance[4 * i]);
  }
  return out;
}

/// The running sums of what happened near a chance.
struct Measured {
  double chance = 0, expected = 0, counted = 0;
  std::size_t months = 0, severe = 0;
  std::map<std::size_t, std::pair<std::size_t, std::size_t>> by_pair;  ///< months, and those before a severe act

  void add(std::size_t pair, double said, double number_said, double came) {
    chance += said;
    expected += number_said;
    counted += came;
    ++months;
    auto& [of_pair, severe_of_pair] = by_pair[pair];
    ++of_pair;
    if (came > 0) ++severe, ++severe_of_pair;
  }

  CalibrationBin bin(double from, double to) const {
    const auto n = static_cast<double>(months);
    CalibrationBin out{.from = from, .to = to, .months = months, .chance = chance / n};
    out.share = static_cast<double>(severe) / n;
    out.expected = expected / n;
    out.counted = counted / n;
    for (const auto& [pair, counts] : by_pair) widen(out, counts);
    return out;
  }

 private:
  static void widen(CalibrationBin& bin, const std::pair<std::size_t, std::size_t>& counts) {
    if (counts.first < months_of_a_pair) return;
    const double share = static_cast<double>(counts.second) / static_cast<double>(counts.first);
    ++bin.pairs;
    bin.lowest = std::min(bin.lowest.value_or(share), share);
    bin.highest = std::max(bin.highest.value_or(share), share);
  }
};

using Measures = std::array<Measured, edges.size() - 1>;

std::size_t number_of_bin(double chance) {
  const auto after = std::upper_bound(edges.begin(), edges.end() - 1, chance);
  return static_cast<std::size_t>(after - edges.begin()) - 1;
}

/// Months in two parts. Cleared and filled again they keep their memory, which is much for one fold after the other.
struct Split {
  Columns own, others;

  void fill(std::span<const CalibrationMonth> months, std::size_t part, std::size_t parts) {
    own.clear();
    others.clear();
    for (const CalibrationMonth& month : months) (month.pair % parts == part ? own : others).add(month);
  }
};

/// Forecasts one fold of the pairs by a fit to all others.
void measure_part(const Split& split, const Fits& whole, Measures& into) {
  const Columns &own = split.own, &others = split.others;
  const Fits fits = fits_near(others, whole);
  for (std::size_t i = 0; i < own.number.size(); ++i) {
    const std::span<const double> row = own.chance().row(i);
    const double chance = expected(fits.chance, row);
    into[number_of_bin(chance)].add(own.pair[i], chance, expected(fits.count, row), own.number[i]);
  }
}

std::vector<CalibrationBin> measured(std::span<const CalibrationMonth> months, std::size_t pairs, const Fits& whole,
                                     const WorkControl& control) {
  Measures measures;
  const std::size_t parts = std::min(pairs, most_parts);
  Split split;
  for (std::size_t part = 0; part < parts; ++part) {
    control.at({part, parts, "folds"});
    split.fill(months, part, parts);
    measure_part(split, whole, measures);
  }
  std::vector<CalibrationBin> out;
  for (std::size_t i = 0; i < measures.size(); ++i)
    if (measures[i].months > 0) out.push_back(measures[i].bin(edges[i], edges[i + 1]));
  return out;
}

void require_enough(std::size_t severe, std::size_t pairs) {
  if (severe < least_severe_months)
    throw InputError(
        ErrorCode::too_few,
        fmt::format("a calibration needs at least {} months that were followed by a severe act; there are {}",
                    least_severe_months, severe));
  if (pairs < least_calibration_pairs)
    throw InputError(ErrorCode::too_few, fmt::format("a calibration needs at least {} pairs; there are {}",
                                                     least_calibration_pairs, pairs));
}

void require_found(const Regression& fit, std::string_view what) {
  if (fit.converged) return;
  throw InputError(
      ErrorCode::too_few,
      fmt::format("no calibration is found: the {} of severe acts does not settle (does strain vary?)", what));
}

}  // namespace

Calibration fit_calibration(std::span<const CalibrationMonth> months, const WorkControl& control) {
  const Columns columns = columns_of(months);
  Calibration out;
  out.months = months.size();
  for (const std::size_t pair : columns.pair) out.pairs = std::max(out.pairs, pair + 1);
  out.severe_months = static_cast<std::size_t>(std::count(columns.any.begin(), columns.any.end(), 1.0));
  require_enough(out.severe_months, out.pairs);
  const Fits fits{fit_logit(columns.chance()), fit_negative_binomial(columns.count())};
  require_found(fits.chance, "chance");
  require_found(fits.count, "number");
  out.chance = curve_of(fits.chance, columns.chance(), columns.pair);
  out.count = curve_of(fits.count, columns.count(), columns.pair);
  out.alpha = fits.count.alpha;
  out.chance_log_likelihood = fits.chance.log_likelihood;
  out.count_log_likelihood = fits.count.log_likelihood;
  out.bins = measured(months, out.pairs, fits, control);
  return out;
}

}  // namespace detente
