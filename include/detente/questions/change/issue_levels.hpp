#pragma once
/// \file
/// What is the strain about? The level at the end of each period, split by the issue of the events behind it: trade,
/// security, visas. In points of the level; above 0 is strain, below 0 warmth.
///
///     level of a period = Σ issues + others
///
/// exactly, because the contributions of acts sum to the level (attribution.hpp). Of the issues only those that weigh
/// most over all periods are kept apart; the smaller ones and events without an issue are `others`, and so is what no
/// act accounts for (a model's return to its own mean).
///
/// Nothing if no event has an issue, or for a model without exact contributions. Complexity: O(periods × impulses).

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "detente/questions/relation/history.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The part of one issue in the level.
struct IssueLevel {
  std::string issue;
  std::vector<double> points;  ///< by period; 0 where there is no level
};

/// What the strain is about, by period.
struct IssueLevels {
  std::vector<Period> periods;
  std::vector<std::optional<double>> levels;  ///< at the ends of the periods
  std::vector<IssueLevel> issues;             ///< those that weigh most first
  std::vector<double> others;                 ///< by period
  std::size_t joined = 0;                     ///< how many issues are among the others
};

/// The periods are within the days of the history; at most `most` issues are kept apart.
std::optional<IssueLevels> issue_levels(const History& history, const Scoring& scoring, std::span<const Period> periods,
                                        std::size_t most = 5);

}  // namespace detente
#pragma GCC visibility pop
