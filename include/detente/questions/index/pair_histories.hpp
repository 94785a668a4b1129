#pragma once
/// \file
/// The pairs of a ranking over time, for pictures: a series for each, all over the same periods, so that what happened
/// at once stands side by side.
///
/// ```cpp
/// const RankingRequest request{.scoring = scoring, .day = last};
/// const Ranking ranking = rank_pairs(pairs, request);
/// const std::vector<IndexSeries> all = histories_of(pairs, request, ranking, PeriodKind::month);
/// ```
///
/// Time and memory: those of the pairs shown, whatever else there is.

#include <optional>
#include <vector>

#include "detente/questions/index/ranking.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// A series for each pair, in the order of the ranking. The periods end with the one that holds the day, whose value is
/// that of the day itself; they begin with `from`, or with the first event of any pair shown, and are the latest
/// `most`. Rows that end before a pair's own first event have no index. Throws `std::invalid_argument` for a `from`
/// after the day.
std::vector<IndexSeries> histories_of(const DyadRows& pairs, const RankingRequest& request, const Ranking& ranking,
                                      PeriodKind every, std::optional<Day> from = {}, std::size_t most = 400);

}  // namespace detente
#pragma GCC visibility pop
