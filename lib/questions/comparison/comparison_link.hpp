#pragma once
/// \file
/// The link from an input to a forecast: the same for every model and every baseline, so that they differ only in what
/// they know.
///
/// Counts: the mean by Poisson regression on the basis of the input (link_basis.hpp), then the dispersion of a negative
/// binomial; the chance of at least one by a separate logit, because the negative binomial's own chance misfits where
/// severe acts are frequent. Yes or no: only the logit. With k < 3 positives among n, a logit gives (k + .5)/(n + 1).

#include <span>

#include "detente/questions/comparison/forecast_table.hpp"
#include "questions/comparison/link_basis.hpp"

namespace detente::detail {

class ComparisonLink {
 public:
  ComparisonLink() = default;
  /// Fits to these rows, of which at least one has an outcome. `before` is the link of an earlier origin, from which
  /// the search starts. O(passes × rows × columns²).
  ComparisonLink(OutcomeKind kind, const LinkRows& training, const ComparisonLink& before);

  /// Expected count (counts only) and chance of at least one, for each row.
  struct Forecasts {
    Eigen::ArrayXd means, chances;
  };
  Forecasts forecast(std::span<const std::span<const float>> features, std::size_t rows) const;
  double dispersion() const noexcept { return dispersion_; }

 private:
  void fit_counts(const LinkRows& training, const Eigen::VectorXd& start);
  void fit_chances(const LinkRows& training, const Eigen::VectorXd& start);

  OutcomeKind kind_ = OutcomeKind::count;
  LinkBasis basis_;
  Eigen::VectorXd mean_, chance_;  // coefficients; of length 0 if there are none
  double share_ = 0;               // the chance if the logit has too few positives
  double dispersion_ = 1;
};

}  // namespace detente::detail
