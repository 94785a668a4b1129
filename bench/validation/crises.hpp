#pragma once
/// \file
/// Does a series have its peaks where histories have crises?

#include <vector>

#include "validation/data.hpp"
#include "validation/monthly.hpp"

namespace validation {

struct CrisisFinding {
  const Crisis* crisis;
  bool found = false;
  /// Months from the crisis to the highest value of the window, and the share of the pair's months that are lower.
  int off = 0;
  double rank = 0;
};

struct CrisisFindings {
  std::vector<CrisisFinding> crises;
  std::size_t found = 0, found_unseen = 0, unseen = 0;
  /// How many months are above the pair's own 98th percentile, for pairs with a listed crisis, and how many of them are
  /// not near any.
  std::size_t high = 0, false_alarms = 0;
};

/// *Found*: the highest value of the window from six months before to six months after lies within one month of the
/// crisis. *False alarm*: a month above the pair's 98th percentile more than two months from every listed crisis.
/// Crises of pairs that the series does not have are left out.
CrisisFindings find_crises(const Monthly& series, const std::vector<Crisis>& crises);

}  // namespace validation
