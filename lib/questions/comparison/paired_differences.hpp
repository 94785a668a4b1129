#pragma once
/// \file
/// Paired differences of losses to one input's, and how sure they are (comparison.hpp says what they mean).

#include <vector>

#include "detente/questions/comparison/comparison.hpp"
#include "questions/comparison/input_judge.hpp"

namespace detente::detail {

/// What inputs are held against.
struct Reference {
  std::size_t best = 0;      ///< the best baseline, or the one that was named
  std::size_t constant = 0;  ///< whose loss is 100 points
};

/// Of every input against `best` (of itself all 0), with interval, leave-one-out, eras and tests.
std::vector<PairedDifference> paired_differences(const ForecastTable& table, const std::vector<JudgedInput>& inputs,
                                                 const Reference& reference, const CompareOptions& options);

std::size_t era_count(const CompareOptions& options);
/// The first period of era `era` of the judged ones; of one past the last era, the number of periods.
std::size_t era_begin(const ForecastTable& table, const CompareOptions& options, std::size_t era);

}  // namespace detente::detail
