// A model of a user's, a plain struct outside the library, goes through everything that the built-in ones do.

#include <gtest/gtest.h>

#include <algorithm>

#include "detente/codebooks/built_in.hpp"
#include "detente/models/catalogue.hpp"
#include "detente/questions/index/index_report.hpp"
#include "support/random_histories.hpp"
#include "support/users_models.hpp"

namespace detente {
namespace {

using test::date;

/// A year of acts between two states, every ninth day, from both sides, some of a vague day.
EventLog a_year() {
  constexpr std::array codes{"threat_of_sanctions", "visit", "accusation", "phone_call", "aid_suspended"};
  EventLog log("year");
  for (std::int32_t i = 0; i < 40; ++i) {
    Event e;
    e.id = std::to_string(i);
    e.date = DateSpan::on(date("2025-01-05") + 9 * i);
    if (i % 4 == 0) e.date.last = e.date.first + 12;
    e.source = i % 3 == 0 ? "COL" : "USA";
    e.target = i % 3 == 0 ? "USA" : "COL";
    e.code = codes[static_cast<std::size_t>(i) % codes.size()];
    log.add(e);
  }
  return log;
}

/// The built-in catalogue with the user's model in it.
Catalogue with_users_model() {
  Catalogue catalogue = Catalogue::built_in();
  catalogue.add({"follower",
                 "moves a part of the way to each act",
                 "L += step (x - L)",
                 "a user",
                 {{"step", "share", "0.2", "0 to 1", "part of the way", {"0.1", "0.4"}}},
                 [](const ModelParameters& p, std::string text) {
                   return AnyModel(users::Follower{p.number("step")}, std::move(text));
                 },
                 "linear"});
  return catalogue;
}

IndexRequest a_request(const AnyModel& model) {
  IndexRequest request{.selection = {}, .scoring = {.codebook = built_in_codebook("plain"), .model = model}};
  request.selection.dyad = {"USA", "COL"};
  request.scoring.scale = parse_scale("linear").value();
  request.band = BandOptions{.draws = 200};
  request.alternatives = with_users_model();
  return request;
}

IndexReport report_of(const AnyModel& model) { return index_report(a_year(), a_request(model)); }

TEST(AUsersModel, IsMadeFromTextByACatalogueOfItsOwn) {
  EXPECT_EQ(with_users_model().make("follower step=0.3").text(), "follower step=0.3");
  EXPECT_THROW(Catalogue::built_in().make("follower"), std::invalid_argument);
}

TEST(AUsersModel, RunsAndIsSampledByPeriod) {
  const IndexReport report = report_of(with_users_model().make("follower"));
  ASSERT_EQ(report.series.rows.size(), 12U);
  for (const IndexRow& row : report.series.rows) {
    ASSERT_TRUE(row.level && row.index) << row.period.label();
    EXPECT_DOUBLE_EQ(*row.index, 50 + 5 * *row.level);
  }
}

TEST(AUsersModel, HasACodingBandAroundItsPath) {
  const DailyPaths daily = report_of(with_users_model().make("follower")).daily;
  std::size_t inside = 0;
  for (std::size_t i = 60; i < daily.days.size(); ++i) {
    ASSERT_TRUE(daily.lower[i] && daily.upper[i] && *daily.lower[i] < *daily.upper[i]);
    inside += *daily.lower[i] <= *daily.index[i] && *daily.index[i] <= *daily.upper[i] ? 1U : 0U;
  }
  EXPECT_GT(inside, (daily.days.size() - 60) * 9 / 10);
}

/// A model that says its own variance has a wider band than the same one that does not.
struct Silent : users::Oracle {
  std::optional<double> variance(const State&) const = delete;
};
static_assert(!HasVariance<Silent>);

TEST(AUsersModel, ItsOwnVarianceWidensTheBand) {
  const DailyPaths with = report_of(AnyModel(users::Oracle(), "oracle")).daily;
  const DailyPaths without = report_of(AnyModel(Silent(), "silent")).daily;
  const std::size_t last = with.days.size() - 1;
  EXPECT_EQ(with.index[last], without.index[last]);
  EXPECT_GT(*with.upper[last] - *with.lower[last], 1.2 * (*without.upper[last] - *without.lower[last]));
}

TEST(AUsersModel, IsVariedByItsAlternatives) {
  const IndexReport report = report_of(with_users_model().make("follower"));
  ASSERT_TRUE(report.sensitivity);
  for (const char* choice : {"step=0.1", "step=0.4"})
    EXPECT_TRUE(std::any_of(report.sensitivity->alternatives.begin(), report.sensitivity->alternatives.end(),
                            [&](const Alternative& a) { return a.choice == choice; }))
        << choice;
}

TEST(AUsersModel, KeepsItsParametersInACatalogueThatDoesNotKnowIt) {
  const IndexReport report = report_of(AnyModel(users::Follower(), "somebody's own"));
  ASSERT_TRUE(report.sensitivity);
  ASSERT_FALSE(report.sensitivity->alternatives.empty());
  for (const Alternative& a : report.sensitivity->alternatives) EXPECT_EQ(a.choice.find("step"), std::string::npos);
}

/// What an act does is what its absence takes away; what they do together stands on the remainder.
TEST(AUsersModel, IsAttributedByLeavingOneOut) {
  const IndexRequest request = a_request(AnyModel(users::Follower(), "follower"));
  const EventLog log = a_year();
  const History history = prepare(log, request.selection, request.scoring, PeriodKind::month);
  const Day from = date("2025-03-31"), to = date("2025-06-30");
  const Attribution all = attribute(history, request.scoring, from, to);
  EXPECT_FALSE(all.exact);
  double sum = all.remainder_level;
  for (const AttributionLine& line : all.lines) sum += line.level.total();
  EXPECT_NEAR(sum, all.level_to - all.level_from, 1e-9);
  EXPECT_GT(std::abs(all.remainder_level), 1e-6);

  const AttributionLine& first = all.lines.front();
  History without = history;
  std::erase_if(without.coding.acts, [&](const Act& act) { return act.key == first.key; });
  const Attribution rest = attribute(without, request.scoring, from, to);
  EXPECT_NEAR(first.level.total(), (all.level_to - all.level_from) - (rest.level_to - rest.level_from), 1e-12);
}

}  // namespace
}  // namespace detente
