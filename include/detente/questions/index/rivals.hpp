#pragma once
/// \file
/// What other tools would print of the same history: the sum of scores by period (Goldstein's, KEDS'), the mean of the
/// last two weeks (GeoPrizm's), the share of conflict (GDELT's stability timeline) and the number of hostile acts. Each
/// in its own unit, at the end of each period, with Spearman's rank correlation with our index: how far the two put the
/// periods in the same order, whatever their scales.
///
/// Each rival gets the coding rules that it requires (`with_required`), else ours; the codebook is ours. Usual reasons
/// for a difference: nothing fades, measures in force count once and not for as long as they stand, and silence reads
/// as calm.
///
/// Complexity: O(acts log acts + days) for each.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "detente/contracts/event_log.hpp"
#include "detente/contracts/index_series.hpp"
#include "detente/questions/relation/history.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// What another tool would print of the same acts, in its own unit.
struct Rival {
  std::string name;   ///< of the catalogue: "period_sum"
  std::string model;  ///< with all parameters
  std::string rules;
  std::vector<std::optional<double>> values;  ///< by period, in the model's unit
  /// Spearman's, over the periods in which both are known; nothing for fewer than three of them, or if one never
  /// varies.
  std::optional<double> rank_correlation = {};
  std::size_t periods = 0;  ///< in which both are known
};

/// period_sum, window_mean, conflict_share, period_count, at the ends of the rows' periods. A rival that is the
/// scoring's own model is left out. Throws as `prepare` does.
std::vector<Rival> rivals(const EventLog& log, const Selection& selection, const Scoring& scoring,
                          const History& history, std::span<const IndexRow> rows);

/// Spearman's rank correlation of the pairs in which both are known; equal values share their mean rank. Nothing for
/// fewer than three pairs, or if one side never varies. O(n log n).
std::optional<double> rank_correlation(std::span<const std::optional<double>> a,
                                       std::span<const std::optional<double>> b);

}  // namespace detente
#pragma GCC visibility pop
