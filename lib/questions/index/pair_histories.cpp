#include "detente/questions/index/pair_histories.hpp"

#include <algorithm>

#include "detente/ground/error.hpp"
#include "questions/index/pair_scorer.hpp"
#include "questions/index/ranking_panel.hpp"
#include "questions/relation/index_rows.hpp"
#include "questions/relation/periods.hpp"

namespace detente {
using namespace detail;
namespace {

/// The first day to show: not so early that there are more periods than `most`.
Day first_shown(const Ranking& ranking, PeriodKind every, std::optional<Day> from, std::size_t most) {
  Day first = ranking.day;
  for (const RankedPair& pair : ranking.pairs) first = std::min(first, pair.first);
  first = from.value_or(period_of(every, first).first);
  const std::vector<Period> periods = periods_between(every, first, ranking.day + 1);
  return periods.size() > most ? periods[periods.size() - most].first : first;
}

/// The pair's number in the log; they are in alphabetical order.
std::size_t number_of(const DyadRows& pairs, const Dyad& dyad) {
  std::size_t low = 0, high = pairs.size();
  while (low + 1 < high) {
    const std::size_t middle = (low + high) / 2;
    (dyad < pairs.dyad(middle) ? high : low) = middle;
  }
  return low;
}

/// A row of which nothing is known.
IndexRow row_of(const Period& period) {
  IndexRow out;
  out.period = period;
  return out;
}

/// A row before the first event is of a relation of which nothing was known.
void forget_before(Day first, std::vector<IndexRow>& rows) {
  for (IndexRow& row : rows)
    if (row.period.last_day() < first) row = row_of(row.period);
}

/// Of a pair with a silence of more than a century, which no path is drawn through.
IndexSeries unknown_series(const RankedPair& pair, const PanelRequest& panel) {
  IndexSeries out = empty_series(pair.dyad.canonical(), panel.scoring, SampleAt::end);
  History history;
  history.shown = {*panel.from, *panel.to};
  for (const Period& period : shown_periods(history, panel.every)) out.rows.push_back(row_of(period));
  return out;
}

}  // namespace

std::vector<IndexSeries> histories_of(const DyadRows& pairs, const RankingRequest& request, const Ranking& ranking,
                                      PeriodKind every, std::optional<Day> from, std::size_t most) {
  if (from && ranking.day < *from) throw_invalid("from", to_text(*from), "is not after the day");
  if (most == 0) throw_invalid("most", 0, "is at least 1");
  PanelRequest panel = panel_of(request);
  panel.every = every;
  panel.from = first_shown(ranking, every, from, most);
  panel.to = ranking.day + 1;
  const PairScorer scorer(pairs, panel);
  Selection selection = scorer.selection();
  std::vector<IndexSeries> out;
  for (const RankedPair& pair : ranking.pairs) {
    auto scored = scorer.score(number_of(pairs, pair.dyad.canonical()), selection);
    if (!scored) throw_invalid("ranking", to_text(pair.dyad), "is of these pairs");
    out.push_back(std::move(scored->series));
    if (out.back().rows.empty()) out.back() = unknown_series(pair, panel);
    forget_before(pair.first, out.back().rows);
  }
  return out;
}

}  // namespace detente
