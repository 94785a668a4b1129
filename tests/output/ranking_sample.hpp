#pragma once
/// \file
/// Rankings made by hand for the tests of output, with hostile text, missing values and silence.

#include <string>
#include <utility>
#include <vector>

#include "detente/detail/hash.hpp"
#include "detente/questions/index/ranking.hpp"
#include "detente/scales/words.hpp"
#include "output/sample_report.hpp"

namespace detente::test {

inline RankedPair sample_ranked(Dyad dyad, std::size_t rank, double index, double before) {
  RankedPair out;
  out.dyad = std::move(dyad);
  out.rank = rank;
  out.index = index;
  out.word = word_of(index, "decayed_sum", {});
  out.level = (index - 50) / 5;
  out.support = 3.5;
  out.before = before;
  out.before_support = 2.5;
  out.first = Day::from_civil(1990, 3, 5);
  out.events = 12;
  return out;
}

/// Two with a rank, of which one is named by markup and moved by acts and silence, and one without.
inline Ranking sample_ranking() {
  Ranking out;
  out.day = Day::from_civil(2025, 10, 31);
  out.since = Day::from_civil(2025, 10, 25);
  out.with_index = 11175;
  out.unsure = 8000;
  out.words = scale_words("decayed_sum", {});
  out.provenance = sample_provenance();
  out.pairs.push_back(sample_ranked({"<b>A", "B, \"C\""}, 1, 91.26, 88));
  const Period since{PeriodKind::day, out.since, out.day + 1};
  out.pairs[0].movement = Movement{.period = since, .from = 88, .to = 91.26, .silence = -1, .movers = {}};
  out.pairs[0].movement->movers = {
      {.event = {}, .day = out.day, .direction = Direction::forward, .label = "threat <i>", .index = 4},
      {.event = {}, .day = out.day, .direction = Direction::backward, .label = "call", .index = -0.01}};
  out.pairs[0].movement->others = 0.27;
  out.pairs[0].movement->more = 2;
  out.pairs.push_back(sample_ranked({"CHN", "IND"}, 2, 61, 61));
  out.pairs.push_back(sample_ranked({"FRA", "USA"}, 0, 58, 59));
  out.pairs[2].doubt = Doubt::thin_now;
  out.pairs[2].support = 0.1;
  out.pairs[2].before = out.pairs[2].before_support = std::nullopt;
  return out;
}

/// A value for every month but for some, of which nothing was reported, wandering by a fixed seed.
inline IndexSeries sample_history(const Dyad& dyad, std::size_t months, std::uint64_t seed, unsigned missing_in_256) {
  IndexSeries out;
  out.dyad = dyad;
  double index = 60;
  Period month = period_of(PeriodKind::month, Day::from_civil(1995, 11, 1));
  for (std::size_t i = 0; i < months; ++i, month = month.next()) {
    const std::uint64_t dice = detail::mix64(seed * 1000 + i);
    index = std::min(98.0, std::max(3.0, index + static_cast<double>(dice % 41) - 20));
    IndexRow row;
    row.period = month;
    row.index = index;
    row.support = (dice >> 8) % 256 < missing_in_256 ? 0.1 : 4;
    out.rows.push_back(row);
  }
  return out;
}

inline std::vector<IndexSeries> sample_histories(const Ranking& ranking, std::size_t months = 360) {
  std::vector<IndexSeries> out;
  for (std::size_t i = 0; i < ranking.pairs.size(); ++i)
    out.push_back(sample_history(ranking.pairs[i].dyad, months, i + 1, 20));
  return out;
}

/// So many pairs, with long names and causes.
inline Ranking large_ranking(std::size_t pairs) {
  Ranking out = sample_ranking();
  const RankedPair first = out.pairs[0];
  out.pairs.clear();
  for (std::size_t i = 0; i < pairs; ++i) {
    RankedPair pair = sample_ranked({"AAA" + std::to_string(i), "ZZZ" + std::to_string(i)}, i + 1, 90, 80);
    pair.movement = first.movement;
    out.pairs.push_back(std::move(pair));
  }
  return out;
}

}  // namespace detente::test
