#include "detente/quality/evaluation.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "support/users_models.hpp"

namespace detente::quality {
namespace {

using Values = std::vector<double>;

TEST(Ranks, TiesShareTheirMean) {
  EXPECT_EQ(ranks_of(Values{30, 10, 20, 20}), (Values{4, 1, 2.5, 2.5}));
  EXPECT_TRUE(ranks_of({}).empty());
}

TEST(Correlation, IsThatOfTheTextbook) {
  EXPECT_DOUBLE_EQ(correlation(Values{1, 2, 3}, Values{2, 4, 6}).value(), 1);
  EXPECT_DOUBLE_EQ(correlation(Values{1, 2, 3}, Values{1, 3, 2}).value(), 0.5);
  EXPECT_EQ(correlation(Values{1, 1, 1}, Values{1, 3, 2}), std::nullopt);
  EXPECT_EQ(correlation(Values{1, 2}, Values{1, 3}), std::nullopt);
}

TEST(Correlation, OfRanksSeesOnlyTheOrder) {
  EXPECT_DOUBLE_EQ(rank_correlation(Values{1, 2, 3, 4}, Values{1, 10, 100, 1e9}).value(), 1);
  EXPECT_DOUBLE_EQ(rank_correlation(Values{1, 2, 3, 4}, Values{9, 3, 2, -5}).value(), -1);
}

TEST(Correlation, PartialTakesTheThirdOut) {
  const Values a{2, 1, 4, 3, 6, 5}, b{1, 3, 2, 5, 4, 6}, c{1, 2, 3, 4, 5, 6};
  const double ab = rank_correlation(a, b).value(), ac = rank_correlation(a, c).value(),
               bc = rank_correlation(b, c).value();
  EXPECT_DOUBLE_EQ(partial_rank_correlation(a, b, c).value(),
                   (ab - ac * bc) / std::sqrt((1 - ac * ac) * (1 - bc * bc)));
  EXPECT_EQ(partial_rank_correlation(c, b, c), std::nullopt);
}

Sample sample_of(TruthKind truth, Reporting reporting, std::uint64_t seed) {
  Sample sample{make_truth(truth, 1461, Chance(seed)), {}};
  sample.impulses = report(sample.truth, reporting, Chance(seed));
  return sample;
}

/// Reads the truth off the day: what no model can do.
struct Seer {
  struct State {
    Day day;
    friend bool operator==(const State&, const State&) = default;
  };
  const Truth* truth;
  double miss = 0;
  State start(Day day) const { return {day}; }
  void advance(State& state, Day day) const { state.day = day; }
  void observe(State&, const Impulse&) const {}
  std::optional<double> level(const State& state) const {
    return truth->level[static_cast<std::size_t>(state.day - first_day)] + miss;
  }
  std::optional<double> variance(const State&) const { return 1; }
};

TEST(Evaluation, TheTruthItselfIsPerfect) {
  const Sample sample = sample_of(TruthKind::mean_reverting, Reporting::tenfold, 1);
  const Quality seer = evaluate(AnyModel(Seer{&sample.truth}, "seer"), sample);
  EXPECT_DOUBLE_EQ(seer.rank.value(), 1);
  EXPECT_EQ(seer.volume, std::nullopt);  // nothing is left of it when the truth is held fixed
  EXPECT_EQ(seer.coverage, 1);
  EXPECT_EQ(seer.said, 1);
}

TEST(Evaluation, ABandEndsAt1645) {
  const Sample sample = sample_of(TruthKind::mean_reverting, Reporting::constant, 1);
  EXPECT_EQ(evaluate(AnyModel(Seer{&sample.truth, 1.64}, "near"), sample).coverage, 1);
  EXPECT_EQ(evaluate(AnyModel(Seer{&sample.truth, 1.65}, "far"), sample).coverage, 0);
}

/// Says something of the first 100 days only.
struct Fickle : Seer {
  std::optional<double> level(const State& state) const {
    return state.day < first_day + 100 ? Seer::level(state) : std::nullopt;
  }
};

TEST(Evaluation, WeeksWithoutALevelAreLeftOut) {
  const Sample sample = sample_of(TruthKind::random_walk, Reporting::constant, 1);
  const Quality fickle = evaluate(AnyModel(Fickle{{&sample.truth}}, "fickle"), sample);
  EXPECT_DOUBLE_EQ(fickle.rank.value(), 1);
  EXPECT_DOUBLE_EQ(fickle.said, 13.0 / 208);  // whole weeks from 2020-01-06: 13 of 208 end in the first 100 days
}

TEST(Evaluation, AModelWithoutAVarianceHasNoCoverage) {
  const Sample sample = sample_of(TruthKind::random_walk, Reporting::constant, 1);
  EXPECT_EQ(evaluate(AnyModel(users::Follower(), "follower"), sample).coverage, std::nullopt);
}

}  // namespace
}  // namespace detente::quality
