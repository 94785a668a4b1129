#include "questions/comparison/dispersion.hpp"

#include <algorithm>
#include <cmath>

namespace detente::detail {
namespace {

/// First and second derivative of the log likelihood by ln α.
struct Derivatives {
  double first = 0, second = 0;
};

/// Derivatives by r = 1/α: sums over rows, converted to ln α at the end (dr/d ln α = −r).
struct BySize {
  double first = 0, second = 0;
};

/// How many counts exceed each j.
std::vector<double> exceedances(const CountBlocks& blocks) {
  std::vector<double> out;
  blocks([&](const Eigen::ArrayXd&, const Eigen::ArrayXd& counts) {
    for (const double y : counts) {
      const auto count = static_cast<std::size_t>(y);
      if (count == 0) continue;
      if (count > out.size()) out.resize(count);
      ++out[count - 1];
    }
  });
  for (std::size_t j = out.size(); j-- > 1;) out[j - 1] += out[j];
  return out;
}

/// Derivatives of the sum of r ln r − (y + r) ln(r + μ), and of the sums over j.
BySize by_size(const CountBlocks& blocks, const std::vector<double>& above, double r) {
  BySize out;
  for (std::size_t j = 0; j < above.size(); ++j) {
    const double inverse = 1 / (static_cast<double>(j) + r);
    out.first += above[j] * inverse;
    out.second -= above[j] * inverse * inverse;
  }
  blocks([&](const Eigen::ArrayXd& means, const Eigen::ArrayXd& counts) {
    const Eigen::ArrayXd share = 1 / (means + r), excess = (counts - means) * share;
    out.first -= ((1 + means / r).log() + excess).sum();
    out.second += (means * share / r + excess * share).sum();
  });
  return out;
}

Derivatives derivatives(const CountBlocks& blocks, const std::vector<double>& above, double log_dispersion) {
  const double r = std::exp(-log_dispersion);
  const BySize of = by_size(blocks, above, r);
  return {-r * of.first, r * of.first + r * r * of.second};
}

}  // namespace

double fit_dispersion(const CountBlocks& blocks, double start) {
  const std::vector<double> above = exceedances(blocks);
  double low = least_log_dispersion, high = most_log_dispersion, at = std::clamp(std::log(start), low, high);
  for (int i = 0; i < 100 && high - low > 1e-9; ++i) {
    const Derivatives d = derivatives(blocks, above, at);
    (d.first > 0 ? low : high) = at;
    const double step = d.second < 0 ? -d.first / d.second : 0;
    double next = at + step;
    if (step == 0 || next <= low || next >= high) {
      next = step > 0 && next >= high && high == most_log_dispersion ? high - (high - low) * 1e-3 : (low + high) / 2;
    }
    if (std::abs(next - at) < 1e-5) return std::exp(next);
    at = next;
  }
  return std::exp(at);
}

}  // namespace detente::detail
