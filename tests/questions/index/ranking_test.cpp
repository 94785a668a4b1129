#include "detente/questions/index/ranking.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

#include "detente/codebooks/built_in.hpp"
#include "detente/models/catalogue.hpp"
#include "detente/questions/change/attribution.hpp"
#include "detente/questions/index/index_report.hpp"
#include "detente/questions/index/pair_histories.hpp"
#include "detente/scales/words.hpp"
#include "support/dates.hpp"
#include "support/us_colombia.hpp"

namespace detente {
namespace {

const Day start = Day::from_civil(2019, 1, 20);

/// Events of six countries over a year and a half, with pairs that fall silent and pairs that begin late.
EventLog some_log() {
  static const std::vector<std::string> actors{"CHN", "FRA", "IND", "PAK", "RUS", "USA"};
  static const std::vector<std::string> codes{"010", "042", "043", "112", "172", "190", "0000"};
  const auto n = *rc::gen::inRange<std::size_t>(1, 150);
  EventBatch batch({"gdelt", IdScope::report});
  for (std::size_t i = 0; i < n; ++i) {
    const auto source = *rc::gen::inRange<std::size_t>(0, 6), step = *rc::gen::inRange<std::size_t>(1, 6);
    batch.add({.day = start + *rc::gen::inRange(0, 540),
               .source = actors[source],
               .target = actors[(source + step) % 6],
               .code = codes[*rc::gen::inRange<std::size_t>(0, codes.size())]});
  }
  EventLog log;
  log.append(batch);
  log.arrange();
  return log;
}

DyadRows pairs_of(EventLog log) {
  DyadRows pairs;
  pairs.finish(std::move(log));
  return pairs;
}

RankingRequest any_request(const std::string& model) {
  RankingRequest out{
      .scoring = {.codebook = built_in_codebook("gdelt"), .model = Catalogue::built_in().make(model), .rules = {}}};
  if (model == "two_speed") out.scoring.scale = parse_scale("linear slope=6").value();
  out.scoring.direction = *rc::gen::element(DirectionChoice::both, DirectionChoice::forward, DirectionChoice::backward);
  out.scoring.rules.one_a_day = *rc::gen::arbitrary<bool>();
  out.day = start + *rc::gen::inRange(100, 560);
  out.since = out.day - *rc::gen::inRange(0, 90);
  out.by = *rc::gen::element(RankBy::index, RankBy::change);
  out.threads = *rc::gen::inRange<std::size_t>(1, 4);
  return out;
}

RankingRequest any_request() {
  return any_request(*rc::gen::element<std::string>("decayed_sum", "two_speed", "saturating", "decayed_mean"));
}

double key_of(const RankedPair& pair, RankBy by) {
  return by == RankBy::change ? std::abs(pair.change().value_or(0)) : pair.index;
}

bool is_same(const RankedPair& a, const RankedPair& b) {
  return a.dyad == b.dyad && a.rank == b.rank && a.doubt == b.doubt && a.index == b.index && a.before == b.before &&
         a.support == b.support && a.word == b.word && a.events == b.events && a.first == b.first;
}

RC_GTEST_PROP(Ranking, APairIsWhatItIsAlone, ()) {
  const EventLog log = some_log();
  const RankingRequest request = any_request();
  const Ranking ranking = rank_pairs(pairs_of(log), request);
  for (const RankedPair& pair : ranking.pairs) {
    IndexRequest one{.selection = {.dyad = pair.dyad.canonical()}, .scoring = request.scoring};
    one.band = std::nullopt;
    one.to = request.day + 1;
    const IndexReport report = index_report(log, one);
    const IndexRow& last = report.series.rows.back();
    RC_ASSERT(last.period.last_day() == request.day);
    RC_ASSERT(last.index == std::optional(pair.index));
    RC_ASSERT(last.level == std::optional(pair.level));
    RC_ASSERT(last.support == pair.support);
    RC_ASSERT(report.headline.word == pair.word);
    RC_ASSERT(report.series.dyad == pair.dyad);
  }
}

RC_GTEST_PROP(Ranking, AgreesWithExplainAndAddsUp, ()) {
  const EventLog log = some_log();
  RankingRequest request = any_request(*rc::gen::element<std::string>("decayed_sum", "two_speed"));
  request.causes = *rc::gen::inRange<std::size_t>(0, 4);
  for (const RankedPair& pair : rank_pairs(pairs_of(log), request).pairs) {
    RC_ASSERT(pair.movement.has_value());
    const Movement& moved = *pair.movement;
    RC_ASSERT(moved.movers.size() <= request.causes);
    double sum = moved.silence + moved.others;
    for (const Mover& mover : moved.movers) sum += mover.index;
    RC_ASSERT(std::abs(sum - *pair.change()) < 1e-9);
    const History history = prepare(log, {.dyad = pair.dyad.canonical()}, request.scoring, PeriodKind::month, {},
                                    std::max(request.day + 1, pair.first + 1));
    const Attribution all = attribute(history, request.scoring, request.since - 1, request.day);
    RC_ASSERT(all.index_to - all.index_from == *pair.change());
  }
}

/// Nothing at the top is missing, nobody without support has a rank, and ties are in the order of names.
RC_GTEST_PROP(Ranking, TheBestOfAllComeFirst, ()) {
  const DyadRows pairs = pairs_of(some_log());
  RankingRequest request = any_request();
  request.most = request.unsure = 100;
  const Ranking all = rank_pairs(pairs, request);
  RC_ASSERT(all.with_index + all.without_index == pairs.size());
  RC_ASSERT(all.pairs.size() == all.with_index);
  RC_ASSERT(all.with_index - all.ranked() == all.unsure);
  for (std::size_t i = 0; i < all.pairs.size(); ++i) {
    const RankedPair& pair = all.pairs[i];
    RC_ASSERT((pair.doubt == Doubt::none) == (pair.rank > 0));
    RC_ASSERT(pair.rank == (i < all.ranked() ? i + 1 : 0));
    const bool is_thin = pair.support && *pair.support < least_support;
    const bool was_thin = !pair.before || (pair.before_support && *pair.before_support < least_support);
    RC_ASSERT((pair.rank == 0) == (is_thin || (request.by == RankBy::change && was_thin)));
    if (i == 0 || i == all.ranked()) continue;
    const double before = key_of(all.pairs[i - 1], request.by), here = key_of(pair, request.by);
    RC_ASSERT(before > here || (before == here && all.pairs[i - 1].dyad.canonical() < pair.dyad.canonical()));
  }
}

RC_GTEST_PROP(Ranking, FewerAreTheFirstOfMoreForAnyThreads, ()) {
  const DyadRows pairs = pairs_of(some_log());
  RankingRequest request = any_request();
  request.most = request.unsure = 100;
  request.threads = 1;
  const Ranking all = rank_pairs(pairs, request);
  request.most = *rc::gen::inRange<std::size_t>(1, 8);
  request.unsure = *rc::gen::inRange<std::size_t>(0, 8);
  request.threads = *rc::gen::inRange<std::size_t>(1, 5);
  const Ranking few = rank_pairs(pairs, request);
  const std::size_t ranked = std::min(request.most, all.ranked());
  RC_ASSERT(few.ranked() == ranked);
  RC_ASSERT(few.pairs.size() == ranked + std::min(request.unsure, all.unsure));
  for (std::size_t i = 0; i < few.pairs.size(); ++i)
    RC_ASSERT(is_same(few.pairs[i], all.pairs[i < ranked ? i : all.ranked() + i - ranked]));
}

RC_GTEST_PROP(PairHistories, EndWithTheRankingAndShareTheirPeriods, ()) {
  const DyadRows pairs = pairs_of(some_log());
  const RankingRequest request = any_request();
  const Ranking ranking = rank_pairs(pairs, request);
  const PeriodKind every = *rc::gen::element(PeriodKind::week, PeriodKind::month, PeriodKind::year);
  const auto most = *rc::gen::inRange<std::size_t>(1, 60);
  const std::vector<IndexSeries> histories = histories_of(pairs, request, ranking, every, {}, most);
  RC_ASSERT(histories.size() == ranking.pairs.size());
  for (std::size_t i = 0; i < histories.size(); ++i) {
    const std::vector<IndexRow>& rows = histories[i].rows;
    RC_ASSERT(histories[i].dyad == ranking.pairs[i].dyad);
    RC_ASSERT(rows.size() == histories.front().rows.size());
    RC_ASSERT(rows.size() <= most);
    RC_ASSERT(rows.back().index == std::optional(ranking.pairs[i].index));
    RC_ASSERT(rows.back().period.last_day() == request.day);
    for (const IndexRow& row : rows) RC_ASSERT(!row.index || ranking.pairs[i].first <= row.period.last_day());
  }
}

RankingRequest chronology(Day day, Day since) {
  return {.scoring = {.codebook = built_in_codebook("plain"), .model = Catalogue::built_in().make("decayed_sum")},
          .day = day,
          .since = since};
}

TEST(Ranking, SaysWhatMovedAChronology) {
  const DyadRows pairs = pairs_of(test::us_colombia());
  const Ranking ranking = rank_pairs(pairs, chronology(test::day("2025-10-31"), test::day("2025-10-01")));
  ASSERT_EQ(ranking.pairs.size(), 1U);
  const RankedPair& pair = ranking.pairs[0];
  EXPECT_EQ(to_text(pair.dyad), "COL:USA");
  EXPECT_EQ(pair.word, "tense");
  EXPECT_NEAR(*pair.change(), 7.05, 0.005);
  EXPECT_EQ(pair.movement->movers.at(0).label, "sanction on head of state");
  EXPECT_EQ(ranking.without_index, pairs.size() - 1) << "of the others nothing was reported yet";
}

/// A pair that nobody reports any more has drifted to neutral; the first report of another is no move of this week.
TEST(Ranking, SilenceIsNeitherCalmNorAMove) {
  EventBatch batch({"gdelt", IdScope::report});
  for (int i = 0; i < 60; ++i) batch.add({.day = start + i, .source = "IND", .target = "PAK", .code = "190"});
  for (int i = 0; i < 30; ++i) batch.add({.day = start + 970 + i, .source = "CHN", .target = "USA", .code = "112"});
  for (int i = 0; i < 5; ++i) batch.add({.day = start + 998, .source = "FRA", .target = "USA", .code = "190"});
  EventLog log;
  log.append(batch);
  log.arrange();
  RankingRequest request = chronology(start + 1000, start + 990);
  request.scoring.codebook = built_in_codebook("gdelt");
  const DyadRows pairs = pairs_of(std::move(log));
  const Ranking tensest = rank_pairs(pairs, request);
  ASSERT_EQ(tensest.pairs.size(), 3U);
  EXPECT_EQ(tensest.ranked(), 2U);
  EXPECT_EQ(to_text(tensest.pairs[2].dyad), "IND:PAK");
  EXPECT_EQ(tensest.pairs[2].doubt, Doubt::thin_now);
  request.by = RankBy::change;
  const Ranking moved = rank_pairs(pairs, request);
  EXPECT_EQ(to_text(moved.pairs[0].dyad), "CHN:USA");
  EXPECT_EQ(moved.ranked(), 1U);
  EXPECT_EQ(to_text(moved.pairs[1].dyad), "FRA:USA");
  EXPECT_EQ(moved.pairs[1].doubt, Doubt::thin_before);
}

TEST(Ranking, ByRiskNeedsACalibrationThatHolds) {
  const DyadRows pairs = pairs_of(test::us_colombia());
  RankingRequest request = chronology(test::day("2025-10-31"), test::day("2025-10-01"));
  request.by = RankBy::risk;
  EXPECT_NE(why_no_risk(pairs, request).value().find("decayed_sum"), std::string::npos);
  EXPECT_THROW(rank_pairs(pairs, request), std::invalid_argument);
  request.scoring.model = Catalogue::built_in().make("two_speed");
  EXPECT_NE(why_no_risk(pairs, request).value().find("without a calibration"), std::string::npos);
  request.calibration = built_in_calibration();
  EXPECT_NE(why_no_risk(pairs, request).value().find("codebook is plain"), std::string::npos);
  EXPECT_THROW(rank_pairs(pairs, request), std::invalid_argument);
}

/// With the coding that a calibration names: the order is that of its chances, each as `outlook` has it.
TEST(Ranking, ByRiskIsTheOrderOfChances) {
  EventBatch batch({"gdelt", IdScope::report});
  for (int i = 0; i < 90; ++i) {
    batch.add({.day = start + i, .source = "CHN", .target = "IND", .code = i % 9 == 0 ? "190" : "042"});
    batch.add({.day = start + i, .source = "IND", .target = "PAK", .code = "190"});
    batch.add({.day = start + i, .source = "RUS", .target = "USA", .code = i % 3 == 0 ? "190" : "042"});
  }
  EventLog log;
  log.append(batch);
  log.arrange();
  RankingRequest request = chronology(start + 89, start + 80);
  request.scoring.codebook = built_in_codebook("gdelt");
  request.scoring.model = Catalogue::built_in().make("two_speed");
  request.scoring.scale = parse_scale("linear slope=6").value();
  request.by = RankBy::risk;
  request.calibration = built_in_calibration();
  request.calibration->coding = coding_of(request.scoring, RollUp::none);
  const Ranking ranking = rank_pairs(pairs_of(log), request);
  ASSERT_EQ(ranking.ranked(), 3U);
  EXPECT_EQ(to_text(ranking.pairs[0].dyad), "IND:PAK");
  EXPECT_EQ(to_text(ranking.pairs[1].dyad), "RUS:USA");
  for (const RankedPair& pair : ranking.pairs) {
    IndexRequest one{.selection = {.dyad = pair.dyad}, .scoring = request.scoring};
    one.to = request.day + 1;
    one.calibration = request.calibration;
    const IndexReport report = index_report(log, one);
    EXPECT_EQ(report.headline.outlook->chance, pair.chance);
    EXPECT_EQ(report.headline.outlook->expected, pair.expected);
  }
}

TEST(Ranking, MisuseIsNamed) {
  const DyadRows pairs = pairs_of(test::us_colombia());
  const RankingRequest good = chronology(test::day("2025-10-31"), test::day("2025-10-01"));
  RankingRequest request = good;
  request.since = request.day + 1;
  EXPECT_THROW(rank_pairs(pairs, request), std::invalid_argument);
  request = good;
  request.most = 0;
  EXPECT_THROW(rank_pairs(pairs, request), std::invalid_argument);
  request = good;
  request.scoring.scale.kind = ScaleKind::percentile;
  EXPECT_THROW(rank_pairs(pairs, request), std::invalid_argument);
  const Ranking ranking = rank_pairs(pairs, good);
  EXPECT_THROW(histories_of(pairs, good, ranking, PeriodKind::month, good.day + 1), std::invalid_argument);
  EXPECT_THROW(histories_of(pairs, good, ranking, PeriodKind::month, {}, 0), std::invalid_argument);
}

TEST(Ranking, OfNothingIsEmpty) {
  const Ranking ranking = rank_pairs(pairs_of(EventLog()), chronology(start, start));
  EXPECT_TRUE(ranking.pairs.empty());
  EXPECT_EQ(ranking.with_index, 0U);
}

}  // namespace
}  // namespace detente
