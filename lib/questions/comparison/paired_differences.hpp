#pragma once
/// \file
/// Paired differences of losses from those of one input, with their uncertainty (comparison.hpp says what they mean).

#include <vector>

#include "detente/questions/comparison/comparison.hpp"
#include "questions/comparison/input_judge.hpp"

namespace detente::detail {

/// The input that others are compared with.
struct Reference {
  std::size_t best = 0;      ///< the best baseline, or the one that was named
  std::size_t constant = 0;  ///< whose loss is 100 points
};

/// The difference of every input from `best` (all 0 for itself), with interval, leave-one-out, eras and tests.
std::vector<PairedDifference> paired_differences(const ForecastTable& table, const std::vector<JudgedInput>& inputs,
                                                 const Reference& reference, const CompareOptions& options);

std::size_t era_count(const CompareOptions& options);
/// The first period of era `era` among the judged ones; for one past the last era, the number of periods.
std::size_t era_begin(const ForecastTable& table, const CompareOptions& options, std::size_t era);

}  // namespace detente::detail
