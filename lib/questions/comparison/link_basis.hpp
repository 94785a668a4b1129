#pragma once
/// \file
/// How an input enters the comparison link: each feature x as (x − mean)/sd of the training rows, with hinges max(0, z
/// − q) at its training quantiles .75 and .95, all of them standardised again. A hinge that coincides with the minimum
/// or with the other hinge is left out, and so is anything that does not vary.

#include <cstddef>
#include <span>
#include <vector>

#include "questions/comparison/glm.hpp"

namespace detente::detail {

/// Columns of equal length, a number for each row; a row whose outcome is NaN is skipped, and a feature that is NaN
/// enters as 0.
struct LinkRows {
  std::span<const std::span<const float>> features;
  std::span<const float> outcomes;
};

class LinkBasis {
 public:
  /// Without features: only the intercept.
  LinkBasis() = default;
  /// The basis from these training rows. O(rows × features).
  explicit LinkBasis(const LinkRows& training);

  /// How many columns the design has, including the intercept.
  Eigen::Index width() const noexcept { return 1 + static_cast<Eigen::Index>(terms_.size()); }
  Eigen::VectorXd ridge() const;
  /// The design of these rows, block by block.
  GlmBlocks blocks(const LinkRows& rows, bool at_least_one) const;
  /// The design of the first `count` rows, whether they have an outcome or not.
  Eigen::MatrixXd design(std::span<const std::span<const float>> features, std::size_t count) const;
  /// Whether coefficients of another basis mean nearly the same in this one.
  bool is_like(const LinkBasis& other) const noexcept;

 private:
  /// One column: max(x, knot), standardised; without a knot, the feature itself.
  struct Term {
    std::size_t feature = 0;
    double knot = 0, mean = 0, inverse_sd = 1;
  };
  void add_term(const LinkRows& training, std::size_t feature, double knot);
  /// Fills the columns for these rows.
  void fill(Eigen::MatrixXd& rows, std::span<const std::span<const float>> features,
            std::span<const std::size_t> at) const;

  std::vector<Term> terms_;
};

}  // namespace detente::detail
