#include "detente/processes/shifts/noise.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "ground/sum.hpp"
#include "processes/shifts/present.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr double most_memory = 0.95;
constexpr std::size_t fewest_for_memory = 20;
constexpr double sd_per_median = 1.4826;  // of normal values, as in R's mad

/// The middle one, or the mean of the middle two. Changes the order.
double median(std::vector<double>& values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  if (values.size() % 2 == 1) return *middle;
  return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

std::vector<double> differences(const std::vector<double>& values, std::size_t lag) {
  std::vector<double> out;
  out.reserve(values.size());
  for (std::size_t i = lag; i < values.size(); ++i) out.push_back(values[i] - values[i - lag]);
  return out;
}

double root_mean_square(const std::vector<double>& values) {
  CompensatedSum sum;
  for (const double x : values) sum += x * x;
  return std::sqrt(sum.value() / static_cast<double>(values.size()));
}

/// The standard deviation of differences.
double spread(std::vector<double> values) {
  if (values.empty()) return 0;
  const double plain = root_mean_square(values);
  const double middle = median(values);
  for (double& x : values) x = std::abs(x - middle);
  const double robust = sd_per_median * median(values);
  return robust > 0 ? robust : plain;
}

/// The mean size without the largest tenth. The sum is in the order of the series, whatever the standard library's
/// selection leaves behind.
double trimmed_size(std::vector<double> values) {
  for (double& x : values) x = std::abs(x);
  std::vector<double> ordered = values;
  const auto last = ordered.begin() + static_cast<std::ptrdiff_t>((ordered.size() * 9 + 9) / 10 - 1);
  std::nth_element(ordered.begin(), last, ordered.end());
  CompensatedSum sum;
  double count = 0;
  for (const double x : values)
    if (x <= *last) sum += x, count += 1;
  return sum.value() / count;
}

double autocorrelation_of(const std::vector<double>& values) {
  if (values.size() < fewest_for_memory) return 0;
  const double near = trimmed_size(differences(values, 1));
  const double far = trimmed_size(differences(values, 2));
  return near > 0 ? std::clamp(far / near * (far / near) - 1, 0.0, most_memory) : 0;
}

}  // namespace

NoiseScale noise_of(std::span<const double> values, std::optional<double> known_autocorrelation) {
  const std::vector<double> present = present_values(values);
  NoiseScale out;
  out.autocorrelation = known_autocorrelation ? *known_autocorrelation : autocorrelation_of(present);
  out.sd = spread(differences(present, 1)) / std::sqrt(2 * (1 - out.autocorrelation));
  return out;
}

}  // namespace detente
