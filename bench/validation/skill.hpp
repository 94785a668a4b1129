#pragma once
/// \file
/// How well numbers discriminate between months: AUC over all pairs and within pairs, rank correlation, quantiles.

#include <cstddef>
#include <vector>

namespace validation {

/// The value of a pair's month, and whether the event came.
struct Case {
  std::size_t pair = 0;
  double value = 0;
  bool came = false;
};

struct Discrimination {
  double over_all = 0, within = 0;  ///< NaN if all outcomes are the same
  std::size_t cases = 0, came = 0;
};
/// NaN values are left out.
Discrimination discrimination(const std::vector<Case>& cases);

/// Spearman's ρ with mean ranks for ties. Throws `std::invalid_argument` for NaN.
double rank_correlation(const std::vector<double>& a, const std::vector<double>& b);

/// Type 7; NaN without values.
double quantile(std::vector<double> values, double level);
inline double median(std::vector<double> values) { return quantile(std::move(values), 0.5); }

}  // namespace validation
