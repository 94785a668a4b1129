#include "detente/processes/shifts/change_points.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "detente/detail/enum_names.hpp"
#include "detente/ground/error.hpp"
#include "ground/limits.hpp"
#include "ground/sum.hpp"
#include "processes/shifts/functional_pruning.hpp"
#include "processes/shifts/pelt.hpp"
#include "processes/shifts/present.hpp"
#include "processes/shifts/segment_costs.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr double largest_value = 1e100;  // squares and their products stay finite
constexpr double least_share_of_variance = 1e-4;

constexpr EnumNames<ChangeIn, 4> change_names{{{ChangeIn::mean, "mean"},
                                               {ChangeIn::variance, "variance"},
                                               {ChangeIn::mean_and_variance, "mean and variance"},
                                               {ChangeIn::rate, "rate"}}};
constexpr EnumNames<PenaltyRule, 4> penalty_names{
    {{PenaltyRule::mbic, "MBIC"}, {PenaltyRule::bic, "BIC"}, {PenaltyRule::aic, "AIC"}, {PenaltyRule::value, "value"}}};

bool fits_variance(ChangeIn change) { return change == ChangeIn::variance || change == ChangeIn::mean_and_variance; }

// ---- what may be asked ----

void require_positive(std::string_view field, std::optional<double> value) {
  if (value && !(*value > 0 && *value <= largest_value)) throw_invalid(field, *value, "is above 0 and at most 1e100");
}

void check(const ChangePointOptions& options) {
  require_within("penalty_value", options.penalty_value, 0, largest_value);
  if (const auto known = options.autocorrelation; known && !(*known >= 0 && *known < 1))
    throw_invalid("autocorrelation", *known, "is at least 0 and below 1");
  require_positive("noise_sd", options.noise_sd);
  require_positive("least_variance", options.least_variance);
}

void check(std::span<const double> values, ChangeIn change) {
  const double least = change == ChangeIn::rate ? 0 : -largest_value;
  for (std::size_t i = 0; i < values.size(); ++i)
    if (!std::isnan(values[i])) require_within("values[" + std::to_string(i) + "]", values[i], least, largest_value);
}

std::size_t min_length(const ChangePointOptions& options) {
  if (options.min_length > 0) return options.min_length;
  return fits_variance(options.change_in) ? 2 : 1;
}

// ---- penalties ----

double penalty_per_cut(const ChangePointOptions& options, std::size_t count) {
  const double parameters = options.change_in == ChangeIn::mean_and_variance ? 2 : 1;
  const double log_count = std::log(static_cast<double>(std::max<std::size_t>(count, 1)));
  switch (options.penalty) {
    case PenaltyRule::mbic: return (parameters + 2) * log_count;
    case PenaltyRule::bic: return (parameters + 1) * log_count;
    case PenaltyRule::aic: return 2 * (parameters + 1);
    case PenaltyRule::value: break;
  }
  return options.penalty_value;
}

/// By how much autocorrelation widens the sum that the cost is made of.
double inflation_of(const ChangePointOptions& options, double autocorrelation) {
  if (options.penalty == PenaltyRule::value) return 1;
  const double memory = options.change_in == ChangeIn::variance ? autocorrelation * autocorrelation : autocorrelation;
  return (1 + memory) / (1 - memory);
}

// ---- segments ----

double mean_of(std::span<const double> values) {
  CompensatedSum sum;
  for (const double x : values) sum += x;
  return sum.value() / static_cast<double>(values.size());
}

double variance_around(std::span<const double> values, double mean) {
  CompensatedSum sum;
  for (const double x : values) sum += (x - mean) * (x - mean);
  return sum.value() / static_cast<double>(values.size());
}

bool all_equal(std::span<const double> values) {
  return std::all_of(values.begin(), values.end(), [&](double x) { return x == values.front(); });
}

/// The series without what is missing, and what is measured by.
struct Series {
  std::vector<double> values;
  std::vector<std::size_t> places;  // in the original series, and its length
  ChangeIn change_in;
  double mean = 0;
  double noise_sd = 1;
  double least_variance = 1;

  double cost(const SeriesSegment& segment) const {
    const auto count = static_cast<double>(segment.count);
    switch (change_in) {
      case ChangeIn::mean: return count * segment.variance / (noise_sd * noise_sd);
      case ChangeIn::rate: return rate_cost(count, count * segment.mean);
      default: return normal_cost(count, segment.variance, least_variance);
    }
  }

  SeriesSegment segment(std::size_t from, std::size_t to) const {
    const auto part = std::span(values).subspan(from, to - from);
    SeriesSegment out{from == 0 ? 0 : places[from], places[to], to - from};
    out.mean = mean_of(part);
    out.variance = variance_around(part, change_in == ChangeIn::variance ? mean : out.mean);
    out.cost = cost(out);
    return out;
  }

  std::vector<double> distances(double unit) const {
    std::vector<double> out = values;
    for (double& x : out) x = (x - mean) / unit;
    return out;
  }
};

double least_variance_of(const Series& series, const ChangePointOptions& options) {
  if (options.least_variance) return *options.least_variance;
  const double least = least_share_of_variance * variance_around(series.values, series.mean);
  return least > 0 ? least : 1;
}

Series series_of(std::span<const double> values, const ChangePointOptions& options, double noise_sd) {
  Series out{present_values(values), present_places(values), options.change_in};
  out.places.push_back(values.size());
  if (out.values.empty()) return out;
  out.mean = mean_of(out.values);
  if (noise_sd > 0) out.noise_sd = noise_sd;
  out.least_variance = least_variance_of(out, options);
  return out;
}

// ---- the search ----

std::vector<std::size_t> search(const Series& series, const CutPrice& price) {
  const std::size_t size = series.values.size();
  const double least = series.least_variance;
  switch (series.change_in) {
    case ChangeIn::mean: return functional_pruning(series.distances(series.noise_sd), price);
    case ChangeIn::variance: return pelt(size, VarianceCost(series.distances(1), least), price);
    case ChangeIn::mean_and_variance: return pelt(size, MeanAndVarianceCost(series.distances(1), least), price);
    case ChangeIn::rate: break;
  }
  return pelt(size, RateCost(series.values), price);
}

std::vector<std::size_t> best_cuts(const Series& series, const CutPrice& price) {
  const std::size_t size = series.values.size();
  if (size / 2 < price.min_length || all_equal(series.values)) return {};
  return search(series, price);
}

void add_segments(ChangePoints& out, const Series& series, std::vector<std::size_t> cuts) {
  cuts.push_back(series.values.size());
  std::size_t from = 0;
  for (const std::size_t to : cuts) {
    out.segments.push_back(series.segment(from, to));
    if (from > 0) out.positions.push_back(series.places[from]);
    from = to;
  }
}

void add_costs(ChangePoints& out, const CutPrice& price) {
  CompensatedSum cost, lengths;
  for (const SeriesSegment& segment : out.segments) {
    cost += segment.cost;
    lengths += std::log(static_cast<double>(segment.count));
  }
  out.cost = cost.value();
  out.penalized_cost =
      out.cost + price.per_log * lengths.value() + price.per_cut * static_cast<double>(out.positions.size());
}

}  // namespace

std::string_view name_of(ChangeIn change) noexcept { return name_of(change_names, change); }
std::string_view name_of(PenaltyRule rule) noexcept { return name_of(penalty_names, rule); }

ChangePoints change_points(std::span<const double> values, const ChangePointOptions& options) {
  check(options);
  check(values, options.change_in);
  ChangePoints out;
  out.noise = noise_of(values, options.autocorrelation);
  if (options.noise_sd) out.noise.sd = *options.noise_sd;
  const Series series = series_of(values, options, out.noise.sd);
  out.rule = options.penalty;
  out.penalty = penalty_per_cut(options, series.values.size());
  out.length_weight = options.penalty == PenaltyRule::mbic ? 1 : 0;
  out.inflation = inflation_of(options, out.noise.autocorrelation);
  if (fits_variance(options.change_in)) out.least_variance = series.least_variance;
  if (series.values.empty()) return out;
  const CutPrice price{out.inflation * out.penalty, out.inflation * out.length_weight, min_length(options)};
  add_segments(out, series, best_cuts(series, price));
  add_costs(out, price);
  return out;
}

}  // namespace detente
