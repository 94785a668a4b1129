// Who answers whom: what is put in comes out, what cannot be known is said.
#include "detente/fit/reciprocity.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <set>
#include <sstream>

#include "detente/ground/error.hpp"
#include "detente/processes/hawkes/simulation.hpp"

namespace detente {
namespace {

const Day origin{18000};
const Dyad pair{"USA", "COL"};  // canonical: COL, USA

Act act_of(double time, std::uint8_t stream, std::uint64_t key) {
  Act act;
  act.key = {key};
  act.date = DateSpan::on(origin + static_cast<std::int32_t>(std::floor(time)));
  act.direction = stream == 0 ? Direction::forward : Direction::backward;
  act.points = 5;
  return act;
}

std::vector<Act> acts_of(const HawkesEvents& events) {
  std::vector<Act> out;
  for (std::size_t i = 0; i < events.size(); ++i)
    out.push_back(act_of(events.columns().times[i], events.columns().streams[i], i + 1));
  return out;
}

/// COL answers USA, half of the time; USA never answers; both repeat themselves a little.
const HawkesParameters one_sided{{0.05, 0.15}, {0.2, 0.5, 0, 0.2}, {0.15}};

std::vector<Act> one_sided_acts(std::uint32_t draw = 0, double days = 3000) {
  return acts_of(simulate(one_sided, 2, {{{0, days}}}, {.draw = draw}));
}

TEST(Reciprocity, FindsWhoAnswersWhom) {
  const Reciprocity r = reciprocity(one_sided_acts(), pair, {.replicates = 39});
  EXPECT_EQ(r.sides[0], "COL");
  EXPECT_EQ(r.sides[1], "USA");
  EXPECT_NE(r.fit.status, FitStatus::failed);
  const auto within = [](double value, double truth, double error) { return std::abs(value - truth) < 3.5 * error; };
  ASSERT_TRUE(r.ratio[0][1].standard_error);
  EXPECT_TRUE(within(r.ratio[0][1].value, 0.5, *r.ratio[0][1].standard_error)) << r.full();
  EXPECT_LT(r.ratio[1][0].value, 0.12) << r.full();
  EXPECT_TRUE(within(r.half_life[0].value(), std::log(2) / 0.15, r.half_life_error[0].value())) << r.full();
  EXPECT_EQ(r.half_life[0], r.half_life[1]);
  EXPECT_EQ(r.any->p_value, 1.0 / 40) << r.full();
  EXPECT_EQ(r.answers->p_value, 1.0 / 40) << r.full();
  ASSERT_EQ(r.residuals.size(), 2U);
  for (const ExponentialCheck& check : r.residuals) EXPECT_GT(check.p_value, 0.01) << r.full();
  EXPECT_EQ(r.fit.draws, 20u);
  EXPECT_GT(r.same_day, 0.1);
}

TEST(Reciprocity, MirrorsWhenTheSidesAreSwapped) {
  std::vector<Act> acts = one_sided_acts();
  const Reciprocity r = reciprocity(acts, pair, {.replicates = 0});
  for (Act& act : acts) act.direction = act.direction == Direction::forward ? Direction::backward : Direction::forward;
  const Reciprocity swapped = reciprocity(acts, pair, {.replicates = 0});
  for (std::size_t a = 0; a < 2; ++a)
    for (std::size_t b = 0; b < 2; ++b) EXPECT_NEAR(r.ratio[a][b].value, swapped.ratio[1 - a][1 - b].value, 1e-4);
}

TEST(Reciprocity, TwoWhoIgnoreEachOtherAreNotSaidToAnswer) {
  const HawkesParameters apart{{0.15, 0.15}, {0.3, 0, 0, 0.3}, {0.2}};
  const auto acts = acts_of(simulate(apart, 2, {{{0, 2000}}}, {.draw = 2}));
  const Reciprocity r = reciprocity(acts, pair, {.replicates = 39});
  EXPECT_LE(r.any->p_value, 0.05) << r.full();
  EXPECT_GT(r.answers->p_value, 0.05) << r.full();
}

TEST(Reciprocity, RefusesBelowAHundredEventsASideAndSaysSo) {
  std::vector<Act> acts = one_sided_acts(0, 400);
  try {
    reciprocity(acts, pair);
    FAIL() << "it answered";
  } catch (const InputError& e) {
    const std::string said = e.what();
    for (const char* word : {"COL→USA has", "hostile events", "at least 100"})
      EXPECT_NE(said.find(word), std::string::npos) << said;
  }
  EXPECT_THROW(reciprocity({}, pair), InputError);
}

TEST(Reciprocity, TheLimitIsAHundred) {
  std::vector<Act> acts;
  for (std::uint64_t i = 0; i < 200; ++i) acts.push_back(act_of(3.7 * static_cast<double>(i), i % 2, i + 1));
  EXPECT_NO_THROW(reciprocity(acts, pair, {.replicates = 0}));
  acts.pop_back();
  EXPECT_THROW(reciprocity(acts, pair, {.replicates = 0}), InputError);
}

TEST(Reciprocity, CaveatsComeWithEveryAnswer) {
  Reciprocity r = reciprocity(one_sided_acts(), pair, {.replicates = 0});
  ASSERT_GE(r.caveats.size(), 3u);
  for (const char* word : {"drifting rate", "same day", "gap in the coverage"})
    EXPECT_NE(r.full().find(word), std::string::npos) << word;
  EXPECT_NE(r.brief().find("COL answers USA with 0."), std::string::npos) << r.brief();
  EXPECT_NE(r.full().find("not tested"), std::string::npos);
}

TEST(Reciprocity, ADriftingRateReadsAsAnswersAndThePiecesShowIt) {
  const Observation drift{{{0, 2920}}, {730, 1460}};  // eight years, with steps after two and four
  const std::vector<DayWindow> years{{origin, origin + 2919}};
  const auto acts = acts_of(simulate({{0.1, 0.6, 0.1, 0.1, 0.6, 0.1}, {0, 0, 0, 0}, {1}}, 2, drift));
  const Reciprocity r = reciprocity(acts, pair, {.windows = years, .replicates = 0});
  EXPECT_GT(r.ratio[0][0].value + r.ratio[0][1].value, 0.5) << r.full();
  EXPECT_EQ(r.drift_pieces, 8u);
  EXPECT_LT(r.ratio[0][0].under_drift + r.ratio[0][1].under_drift, 0.2) << r.full();
  const Reciprocity told =
      reciprocity(acts, pair, {.windows = years, .baseline_changes = {origin + 730, origin + 1460}, .replicates = 0});
  EXPECT_LT(told.ratio[0][0].value + told.ratio[0][1].value, 0.2) << told.full();
}

TEST(Reciprocity, WindowsLeaveASilenceOut) {
  std::vector<Act> acts = one_sided_acts();
  for (Act& act : acts)
    if (act.date.first > origin + 1500) act.date = DateSpan::on(act.date.first + 4000);
  const Reciprocity blind = reciprocity(acts, pair, {.replicates = 0});
  const Reciprocity seen =
      reciprocity(acts, pair, {.windows = {{origin, origin + 1500}, {origin + 5501, origin + 6999}}, .replicates = 0});
  EXPECT_NEAR(seen.days, 3000, 1);
  EXPECT_NEAR(seen.ratio[0][1].value, reciprocity(one_sided_acts(), pair, {.replicates = 0}).ratio[0][1].value, 0.03);
  EXPECT_GT(blind.fit.parameters.spectral_radius(), seen.fit.parameters.spectral_radius() + 0.1);
}

TEST(Reciprocity, WholeDaysDistortWhatJitterLeavesOpen) {
  const HawkesParameters quick{{0.2, 0.2}, {0.1, 0.4, 0.4, 0.1}, {2}};
  const auto acts = acts_of(simulate(quick, 2, {{{0, 2000}}}));
  const auto run = [&](TiePolicy ties) { return reciprocity(acts, pair, {.ties = ties, .replicates = 0}); };
  const Reciprocity jitter = run(TiePolicy::jitter), strict = run(TiePolicy::strict),
                    sequential = run(TiePolicy::sequential);
  EXPECT_EQ(strict.fit.draws, 1u);
  EXPECT_LT(strict.ratio[0][1].value, jitter.ratio[0][1].value);
  EXPECT_LT(sequential.half_life[0].value(), jitter.half_life[0].value());
  EXPECT_NE(jitter.full().find("within a day cannot be seen"), std::string::npos) << jitter.full();
  // What the dates leave open is part of the standard error.
  EXPECT_GT(jitter.fit.share_from_dates[3].value(), 0.01);
}

/// Israel and the Palestinians, 1985 to 1999, in the KEDS project's own events: conflict codes, one a day.
std::vector<Act> levant(std::ifstream in) {
  std::vector<Act> out;
  std::set<std::string> seen;
  std::string line;
  while (std::getline(in, line)) {
    std::istringstream fields(line);
    std::string date, source, target, code;
    fields >> date >> source >> target >> code;
    const std::string way = source.substr(0, 3) + target.substr(0, 3);
    if (date < "1985" || date >= "2000" || code < "10" || (way != "ISRPAL" && way != "PALISR")) continue;
    const Parsed<Day> day = parse_day(date);
    if (!day || !seen.insert(date + way + code).second) continue;
    out.push_back(act_of(0, way == "ISRPAL" ? 0 : 1, out.size() + 1));
    out.back().date = DateSpan::on(*day);
  }
  return out;
}

TEST(Reciprocity, IsraelAndThePalestiniansAnswerEachOther) {
  std::ifstream in(DETENTE_SHARED "/data/events/keds_levant_cameo.tsv");
  if (!in) GTEST_SKIP() << "the KEDS events are not ours to copy, and " DETENTE_SHARED " is not there";
  const Reciprocity r = reciprocity(levant(std::move(in)), {"ISR", "PAL"}, {.replicates = 19});
  EXPECT_GT(r.events[0], 1500u);
  EXPECT_GT(r.events[1], 700u);
  for (std::size_t a = 0; a < 2; ++a) {
    const BranchingRatio& answer = r.ratio[a][1 - a];
    EXPECT_GT(answer.value, 3 * answer.standard_error.value()) << r.full();
    EXPECT_GT(answer.under_drift, 0.1) << r.full();
    EXPECT_GT(r.residuals[a].p_value, 0.01) << r.full();
  }
  EXPECT_LT(r.fit.parameters.spectral_radius(), 1) << r.full();
  EXPECT_NEAR(r.half_life[0].value(), 8, 4) << r.full();
  EXPECT_EQ(r.answers->p_value, 0.05) << r.full();
}

TEST(Reciprocity, MisuseNamesTheOption) {
  EXPECT_THROW(reciprocity(one_sided_acts(), pair, {.draws = 19}), std::invalid_argument);
  EXPECT_THROW(reciprocity(one_sided_acts(), pair, {.replicates = 18}), std::invalid_argument);
}

TEST(PooledFit, VarianceIsWithinPlusBetween) {
  HawkesFit a, b;
  a.status = b.status = FitStatus::converged;
  a.parameters = {{1}, {0.2}, {3}};
  b.parameters = {{2}, {0.2}, {3}};
  a.standard_errors = {0.3, 0.1, std::nullopt};
  b.standard_errors = {0.5, 0.1, std::nullopt};
  const PooledFit pooled = pool(std::vector{a, b});
  EXPECT_DOUBLE_EQ(pooled.parameters.mu[0], 1.5);
  EXPECT_NEAR(*pooled.standard_errors[0], std::sqrt((0.09 + 0.25) / 2 + 1.5 * 0.5), 1e-12);
  EXPECT_NEAR(*pooled.share_from_dates[0], 0.75 / (0.17 + 0.75), 1e-12);
  EXPECT_DOUBLE_EQ(*pooled.standard_errors[1], 0.1);
  EXPECT_DOUBLE_EQ(*pooled.share_from_dates[1], 0);
  EXPECT_FALSE(pooled.standard_errors[2]);
  EXPECT_EQ(pooled.status, FitStatus::boundary);
  b.status = FitStatus::failed;
  b.why = "no luck";
  EXPECT_EQ(pool(std::vector{a, b}).status, FitStatus::failed);
  EXPECT_EQ(pool(std::vector{a, a, b}).failed, 1u);
  EXPECT_DOUBLE_EQ(pool(std::vector{a, a, b}).parameters.mu[0], 1);
  EXPECT_THROW(pool({}), std::invalid_argument);
}

TEST(ExcitationTest, ChanceIsRightAboutAsOftenAsItSays) {
  int below = 0;
  constexpr int trials = 40;
  for (std::uint32_t d = 0; d < trials; ++d) {
    const std::vector placings{simulate({{0.5}, {0}, {1}}, 1, {{{0, 300}}}, {.seed = 7, .draw = d})};
    below += test_excitation(placings, {.replicates = 19, .seed = d}).p_value <= 0.2 ? 1 : 0;
  }
  EXPECT_GT(below, 1);  // of 40, 8 expected
  EXPECT_LT(below, 18);
}

TEST(ExcitationTest, MisuseNamesTheOption) {
  EXPECT_THROW(test_excitation({}), std::invalid_argument);
  const std::vector placings{simulate({{0.5}, {0}, {1}}, 1, {{{0, 300}}})};
  EXPECT_THROW(test_excitation(placings, {.replicates = 10}), std::invalid_argument);
}

}  // namespace
}  // namespace detente
