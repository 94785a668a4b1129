#include "questions/comparison/link_basis.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace detente::detail {
namespace {

constexpr std::size_t block_rows = 512;
constexpr double slope_ridge = 0.5, intercept_ridge = 1e-6;
constexpr std::array hinge_levels{0.75, 0.95};

double value(std::span<const float> feature, std::size_t row) {
  return std::isnan(feature[row]) ? 0 : static_cast<double>(feature[row]);
}

/// The feature in the rows that are present.
std::vector<float> present(const LinkRows& rows, std::size_t feature) {
  std::vector<float> out;
  out.reserve(rows.outcomes.size());
  for (std::size_t i = 0; i < rows.outcomes.size(); ++i)
    if (!std::isnan(rows.outcomes[i])) out.push_back(static_cast<float>(value(rows.features[feature], i)));
  return out;
}

/// Quantile of type 7: between the two order statistics around (n − 1) level. Reorders the values.
double quantile(std::vector<float>& values, double level) {
  const double place = static_cast<double>(values.size() - 1) * level;
  const auto low = values.begin() + static_cast<std::ptrdiff_t>(place);
  std::nth_element(values.begin(), low, values.end());
  const double at = *low, part = place - std::floor(place);
  if (part == 0) return at;
  return at + part * (static_cast<double>(*std::min_element(low + 1, values.end())) - at);
}

}  // namespace

LinkBasis::LinkBasis(const LinkRows& training) {
  for (std::size_t f = 0; f < training.features.size(); ++f) {
    std::vector<float> values = present(training, f);
    if (values.empty()) continue;
    const std::size_t before = terms_.size();
    add_term(training, f, -std::numeric_limits<double>::infinity());
    if (terms_.size() == before) continue;
    const double least = 1e-9 / terms_.back().inverse_sd;  // knots closer than this count as equal
    double last = *std::min_element(values.begin(), values.end());
    for (const double level : hinge_levels) {
      const double knot = quantile(values, level);
      if (knot <= last + least) continue;
      add_term(training, f, knot);
      last = knot;
    }
  }
}

void LinkBasis::add_term(const LinkRows& training, std::size_t feature, double knot) {
  double n = 0, sum = 0, squares = 0;
  const auto each = [&](const auto& take) {
    for (std::size_t i = 0; i < training.outcomes.size(); ++i)
      if (!std::isnan(training.outcomes[i])) take(std::max(value(training.features[feature], i), knot));
  };
  each([&](double x) {
    ++n;
    sum += x;
  });
  const double mean = sum / n;
  each([&](double x) { squares += (x - mean) * (x - mean); });
  const double sd = std::sqrt(squares / n);
  if (sd > 1e-12 * (1 + std::abs(mean))) terms_.push_back({feature, knot, mean, 1 / sd});
}

Eigen::VectorXd LinkBasis::ridge() const {
  Eigen::VectorXd out = Eigen::VectorXd::Constant(width(), slope_ridge);
  out[0] = intercept_ridge;
  return out;
}

void LinkBasis::fill(Eigen::MatrixXd& rows, std::span<const std::span<const float>> features,
                     std::span<const std::size_t> at) const {
  const auto count = static_cast<Eigen::Index>(at.size());
  rows.col(0).head(count).setOnes();
  for (std::size_t k = 0; k < terms_.size(); ++k) {
    const Term& term = terms_[k];
    const std::span<const float> feature = features[term.feature];
    double* column = rows.col(static_cast<Eigen::Index>(k) + 1).data();
    for (std::size_t i = 0; i < at.size(); ++i)
      column[i] = (std::max(value(feature, at[i]), term.knot) - term.mean) * term.inverse_sd;
  }
}

GlmBlocks LinkBasis::blocks(const LinkRows& rows, bool at_least_one) const {
  return [this, rows, at_least_one](const std::function<void(const GlmBlock&)>& take) {
    GlmBlock block;
    std::vector<std::size_t> at;
    const auto hand_over = [&] {
      const auto count = static_cast<Eigen::Index>(at.size());
      block.rows.resize(count, width());
      block.outcomes.resize(count);
      fill(block.rows, rows.features, at);
      for (std::size_t i = 0; i < at.size(); ++i) {
        const float y = rows.outcomes[at[i]];
        block.outcomes[static_cast<Eigen::Index>(i)] = at_least_one ? (y > 0 ? 1.0 : 0.0) : static_cast<double>(y);
      }
      take(block);
      at.clear();
    };
    for (std::size_t i = 0; i < rows.outcomes.size(); ++i) {
      if (std::isnan(rows.outcomes[i])) continue;
      at.push_back(i);
      if (at.size() == block_rows) hand_over();
    }
    if (!at.empty()) hand_over();
  };
}

Eigen::MatrixXd LinkBasis::design(std::span<const std::span<const float>> features, std::size_t count) const {
  Eigen::MatrixXd out(static_cast<Eigen::Index>(count), width());
  std::vector<std::size_t> at(count);
  std::iota(at.begin(), at.end(), std::size_t{0});
  fill(out, features, at);
  return out;
}

bool LinkBasis::is_like(const LinkBasis& other) const noexcept {
  return std::equal(
      terms_.begin(), terms_.end(), other.terms_.begin(), other.terms_.end(),
      [](const Term& a, const Term& b) { return a.feature == b.feature && std::isinf(a.knot) == std::isinf(b.knot); });
}

}  // namespace detente::detail
