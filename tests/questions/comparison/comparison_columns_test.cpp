#include "detente/questions/comparison/comparison_columns.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "detente/ground/error.hpp"
#include "support/made_months.hpp"
#include "support/misuse.hpp"
#include "support/users_models.hpp"

namespace detente {
namespace {

using test::made_months;
using test::made_request;
using test::MadeReport;

bool same_bits(const std::vector<float>& a, const std::vector<float>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

const ComparedInput& of(const Comparison& comparison, const std::string& name) {
  for (const ComparedInput& input : comparison.inputs)
    if (input.name == name) return input;
  throw std::logic_error(name + " is not there");
}

/// A war of the month 50 of which nobody wrote before the month 55.
std::vector<MadeReport> kept_secret() {
  std::vector<MadeReport> out;
  const Day war = Day::from_civil(2004, 3, 10), published = Day::from_civil(2004, 8, 20);
  for (int i = 0; i < 20; ++i) out.push_back({war + i, published, "AAA", "BBB", "190"});
  return out;
}

TEST(ComparisonColumns, KnowNothingThatWasReportedLater) {
  const ComparisonColumns open = comparison_columns(made_months(), made_request());
  const ComparisonColumns secret = comparison_columns(made_months(kept_secret()), made_request());
  ASSERT_EQ(secret.read_anew, 1U);
  const std::size_t pairs = open.table.pairs.size();
  ASSERT_EQ(to_text(open.table.pairs[0]), "AAA:BBB");
  ASSERT_GT(open.table.periods.size(), 55U);
  ASSERT_EQ(open.inputs.size(), made_request().inputs.size());
  for (std::size_t i = 0; i < open.inputs.size(); ++i)
    for (std::size_t t = 0; t < open.table.periods.size(); ++t) {
      const float before = open.inputs[i].features[0][t * pairs], now = secret.inputs[i].features[0][t * pairs];
      if (t < 55) {
        EXPECT_EQ(before, now) << open.inputs[i].name << " " << t;
      }
    }
  EXPECT_GT(secret.inputs[0].features[0][55 * pairs], open.inputs[0].features[0][55 * pairs]);
  EXPECT_TRUE(same_bits(open.table.outcomes, secret.table.outcomes)) << "reported too late for an outcome";
  EXPECT_TRUE(same_bits(open.table.history, secret.table.history));
}

TEST(ComparisonColumns, AnOutcomeMayComeOutWithinItsLag) {
  ComparisonRequest request = made_request();
  request.lag = 5;
  const ComparisonColumns open = comparison_columns(made_months(), request);
  const ComparisonColumns secret = comparison_columns(made_months(kept_secret()), request);
  const std::size_t pairs = open.table.pairs.size();
  EXPECT_EQ(open.table.complete_after, 6U);
  EXPECT_GE(secret.table.outcomes[49 * pairs], open.table.outcomes[49 * pairs] + 15);
  EXPECT_TRUE(same_bits(open.table.history, secret.table.history)) << "the past is what was known at the origin";
}

/// Twenty days of war, reported on the day; and the same again a year later, with more mentions, so that one-a-day
/// keeps the later report. `id` makes them versions of the first.
std::vector<MadeReport> told_in_time(bool again, const std::string& id = {}) {
  std::vector<MadeReport> out;
  const Day war = Day::from_civil(2004, 3, 10);
  const auto name = [&](int i) { return id.empty() ? id : id + std::to_string(i); };
  for (int i = 0; i < 20; ++i) out.push_back({war + i, war + i, "AAA", "BBB", "190", 1, name(i)});
  for (int i = 0; again && i < 20; ++i) out.push_back({war + i, war + 365 + i, "AAA", "BBB", "190", 9, name(i)});
  return out;
}

/// What was known in time was known, whatever is written about it later.
TEST(ComparisonColumns, ALaterReportOfTheSameActTakesNothingBack) {
  for (const std::string id : {"", "war"}) {
    for (const std::size_t lag : {0U, 2U}) {
      ComparisonRequest request = made_request();
      request.lag = lag;
      const ComparisonColumns once = comparison_columns(made_months(told_in_time(false, id)), request);
      const ComparisonColumns twice = comparison_columns(made_months(told_in_time(true, id)), request);
      const std::size_t pairs = once.table.pairs.size();
      EXPECT_EQ(twice.read_anew, 1U);
      EXPECT_GE(once.table.history[50 * pairs], 15);
      EXPECT_TRUE(same_bits(once.table.history, twice.table.history)) << "id '" << id << "', lag " << lag;
      EXPECT_TRUE(same_bits(once.table.outcomes, twice.table.outcomes)) << "id '" << id << "', lag " << lag;
      EXPECT_TRUE(same_bits(once.inputs[0].features[0], twice.inputs[0].features[0])) << "id '" << id << "'";
    }
  }
}

/// A correction that comes in time is what counts, and one that comes too late changes no outcome.
TEST(ComparisonColumns, ACorrectionCountsFromItsDay) {
  const Day day = Day::from_civil(2004, 3, 10);
  const auto table = [&](Day corrected, std::size_t lag) {
    ComparisonRequest request = made_request();
    request.lag = lag;
    return comparison_columns(
               made_months({{day, day, "AAA", "BBB", "190", 1, "x"}, {day, corrected, "AAA", "BBB", "010", 1, "x"}}),
               request)
        .table;
  };
  const auto severe = [&](Day corrected, std::size_t lag) {
    const ForecastTable found = table(corrected, lag);
    return found.outcomes[49 * found.pairs.size()];
  };
  const float base = severe(day + 5, 0);
  EXPECT_EQ(severe(day + 40, 0), base + 1) << "severe until corrected";
  EXPECT_EQ(severe(day + 40, 1), base) << "corrected within the lag";
  const ForecastTable late = table(day + 40, 1);
  EXPECT_EQ(late.history[50 * late.pairs.size()], base + 1) << "as known at the end of its month";
}

/// Severe acts of the month after each origin, which nobody can know.
void look_ahead(const KnownPair& pair, std::span<float> values) {
  for (std::size_t t = 0; t < pair.periods.size(); ++t) {
    const Period ahead = pair.periods[t].next();
    double severe = 0;
    for (const Impulse& pulse : pair.pulses)
      if (ahead.contains(pulse.day) && pulse.points >= 10) severe += pulse.weight;
    values[t] = static_cast<float>(std::log1p(severe));
  }
}

TEST(ComparisonColumns, ALeakShowsInItsScore) {
  const ComparisonRequest request = made_request();
  ComparisonColumns columns = comparison_columns(made_months(), request);
  InputColumns leak{"leak", {columns.table.outcomes}};
  for (float& x : leak.features[0]) x = std::log1p(x);
  columns.inputs.push_back(leak);
  const Comparison found = compare(columns.table, columns.inputs, request.options);
  EXPECT_GT(*of(found, "leak").scores.auc_within, 0.99);
  ASSERT_GT(found.inputs.size(), 1U);
  for (const ComparedInput& input : found.inputs)
    if (input.name != "leak") {
      EXPECT_LT(input.scores.gain, of(found, "leak").scores.gain - 15) << input.name;
    }
}

TEST(ComparisonColumns, AnInputThatSeesAheadIsRefused) {
  ComparisonRequest request = made_request();
  request.inputs.push_back({"leak", 1, look_ahead});
  const std::string refusal = test::misuse([&] { (void)comparison_columns(made_months(), request); });
  EXPECT_NE(refusal.find("leak"), std::string::npos) << refusal;
  EXPECT_NE(refusal.find("whatever comes after it"), std::string::npos) << refusal;

  // It is blind where what it looks for comes out late: pairs are then read as they were known.
  std::vector<MadeReport> late;
  const Day start = Day::from_civil(2000, 1, 1);
  for (int month = 0; month < 115; ++month)
    for (const auto& [a, b] :
         {std::pair{"AAA", "BBB"}, {"BBB", "CCC"}, {"CCC", "DDD"}, {"DDD", "AAA"}, {"AAA", "CCC"}, {"BBB", "DDD"}})
      late.push_back({start + month * 31, start + month * 31 + 40, a, b, "010"});
  const ComparisonColumns known = comparison_columns(made_months(late), request);
  const ComparedInput blind = of(compare(known.table, known.inputs, request.options), "leak");
  EXPECT_EQ(known.read_anew, known.table.pairs.size());
  EXPECT_LT(blind.scores.gain, 1);
}

TEST(ComparisonColumns, ReadingAnewIsReadingOnce) {
  // A late report of a code that nobody knows is no act, but its pair is read anew at each origin.
  const Day day = Day::from_civil(2003, 5, 5);
  const ComparisonColumns once = comparison_columns(made_months(), made_request());
  const ComparisonColumns anew =
      comparison_columns(made_months({{day, day + 90, "AAA", "BBB", "9999"}}), made_request());
  ASSERT_EQ(anew.read_anew, 1U);
  ASSERT_EQ(once.inputs.size(), made_request().inputs.size());
  for (std::size_t i = 0; i < once.inputs.size(); ++i)
    EXPECT_TRUE(same_bits(once.inputs[i].features[0], anew.inputs[i].features[0])) << once.inputs[i].name;
}

TEST(ComparisonColumns, AMonthThatReportsCoverInPartIsNotJudged) {
  ComparisonRequest request = made_request();
  request.to = Day::from_civil(2008, 6, 20);
  EXPECT_EQ(comparison_columns(made_months(), request).table.periods.back().label(), "2008-05");
  request.to = Day::from_civil(2008, 7, 1);
  EXPECT_EQ(comparison_columns(made_months(), request).table.periods.back().label(), "2008-06");
}

TEST(ComparisonColumns, AreTheSameForAnyNumberOfThreads) {
  ComparisonRequest request = made_request();
  const DyadRows pairs = made_months(kept_secret());
  const ComparisonColumns one = comparison_columns(pairs, request);
  request.options.threads = 4;
  const ComparisonColumns four = comparison_columns(pairs, request);
  EXPECT_TRUE(same_bits(one.table.outcomes, four.table.outcomes));
  ASSERT_EQ(one.inputs.size(), request.inputs.size());
  for (std::size_t i = 0; i < one.inputs.size(); ++i)
    EXPECT_TRUE(same_bits(one.inputs[i].features[0], four.inputs[i].features[0]));
}

TEST(ComparisonColumns, AModelThatCopiesThePastIsNamed) {
  ComparisonRequest request = made_request();
  request.inputs.push_back({"my model", 1, [](const KnownPair& pair, std::span<float> values) {
                              for (std::size_t t = 0; t < pair.periods.size(); ++t) {
                                double severe = 0;
                                for (const Impulse& pulse : pair.pulses)
                                  if (pair.periods[t].contains(pulse.day) && pulse.points >= 10) severe += pulse.weight;
                                values[t] = static_cast<float>(std::sqrt(severe));
                              }
                            }});
  const ComparisonColumns columns = comparison_columns(made_months(), request);
  const Comparison found = compare(columns.table, columns.inputs, request.options);
  EXPECT_EQ(of(found, "my model").repeats, "last value");
  EXPECT_EQ(of(found, "events").repeats, "");
  EXPECT_NE(of(found, "my model").verdict, Verdict::better);
}

TEST(ComparisonColumns, TakeAModelOfOnesOwn) {
  ComparisonRequest request = made_request();
  request.inputs.push_back(level_input("follower", AnyModel(users::Follower{}, "follower"), Entering::plain));
  const ComparisonColumns columns = comparison_columns(made_months(), request);
  const Comparison found = compare(columns.table, columns.inputs, request.options);
  EXPECT_TRUE(std::isfinite(of(found, "follower").scores.log_score));
}

TEST(ComparisonColumns, TakeTheInputOfTheHeadersExample) {
  ForecastInput worst;
  worst.name = "worst act so far";
  worst.read = [](const KnownPair& pair, std::span<float> values) {
    std::fill(values.begin(), values.end(), 0.0F);
    for (std::size_t t = 0; t < pair.periods.size(); ++t)
      for (const Impulse& act : pair.pulses)
        if (act.day < pair.periods[t].end) values[t] = std::max(values[t], static_cast<float>(act.points));
  };
  ComparisonRequest request = made_request();
  request.inputs = {worst};
  const ComparisonColumns columns = comparison_columns(made_months(), request);
  const std::vector<float>& column = columns.inputs.front().features.front();
  const std::size_t pairs = columns.table.pairs.size();
  EXPECT_GT(column.back(), 0);
  for (std::size_t i = pairs; i < column.size(); ++i) EXPECT_GE(column[i], column[i - pairs]);
}

TEST(ComparisonColumns, RefuseWhatCannotBe) {
  const DyadRows pairs = made_months();
  ComparisonRequest request = made_request();
  request.pairs = {{"AAA", "ZZZ"}};
  EXPECT_THROW((void)comparison_columns(pairs, request), InputError);
  request.pairs.clear();
  request.least_events = 1'000'000;
  EXPECT_THROW((void)comparison_columns(pairs, request), InputError);
  request.least_events = 50;
  request.inputs.push_back({"nothing", 1, {}});
  EXPECT_THROW((void)comparison_columns(pairs, request), std::invalid_argument);
  EXPECT_THROW((void)strain_input("parts", Catalogue::built_in().make("decayed_sum")), std::invalid_argument);
}

}  // namespace
}  // namespace detente
