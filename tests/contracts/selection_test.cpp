#include "detente/contracts/selection.hpp"

#include <gtest/gtest.h>

#include "support/coded.hpp"

namespace detente {
namespace {

using namespace test;

TEST(Select, KeepsBothDirectionsInTheOrderOfDays) {
  const EventLog log = log_of({event("2025-01-09", "COL", "USA", "visit"), event("2025-01-03", "USA", "COL", "visit"),
                               event("2025-01-04", "USA", "VEN", "visit")});
  const auto selected = select(log, usa_col);
  ASSERT_EQ(selected.size(), 2U);
  EXPECT_EQ(selected[0].id(), EventId{1});
  EXPECT_EQ(selected[0].direction, Direction::backward);  // seen from COL, the first of the alphabetical pair
  EXPECT_EQ(selected[1].direction, Direction::forward);
  EXPECT_EQ(select(log, {.dyad = {"COL", "USA"}}).size(), 2U);
}

TEST(Select, KeepsOneIssue) {
  Event about_drugs = threat("2025-01-03");
  about_drugs.issue = "drugs";
  const EventLog log = log_of({about_drugs, threat("2025-01-04")});
  EXPECT_EQ(select(log, {.dyad = usa_col.dyad, .issue = "drugs"}).size(), 1U);
  EXPECT_EQ(select(log, {.dyad = usa_col.dyad, .issue = "trade"}).size(), 0U);
}

/// The status that counts on a day, or "none".
std::string status_on(const EventLog& log, std::optional<Day> as_of) {
  const auto selected = select(log, {.dyad = usa_col.dyad, .as_of = as_of});
  return selected.empty() ? "none" : std::string(to_text(selected.front().status()));
}

TEST(Select, TakesTheLatestVersionKnownByTheDay) {
  const EventLog log =
      log_of({version("1", Status::denied, "2025-01-20"), version("1", Status::alleged, "2025-01-04")});
  EXPECT_EQ(status_on(log, day("2025-01-03")), "none");
  EXPECT_EQ(status_on(log, day("2025-01-04")), "alleged");
  EXPECT_EQ(status_on(log, day("2025-01-19")), "alleged");
  EXPECT_EQ(status_on(log, day("2025-01-20")), "denied");
  EXPECT_EQ(status_on(log, {}), "denied");
}

TEST(Select, AScheduledEventCountsOnceItIsConfirmedAndNeverIfCancelled) {
  for (const auto& [end, probability] : {std::pair{Status::confirmed, 1.0}, std::pair{Status::cancelled, 0.0}}) {
    const EventLog log = log_of({version("1", Status::scheduled, "2025-01-01"), version("1", end, "2025-01-03")});
    EXPECT_EQ(code(log, {.dyad = usa_col.dyad, .as_of = day("2025-01-02")}).acts.at(0).probability, 0);
    EXPECT_EQ(code(log).acts.at(0).probability, probability);
    EXPECT_EQ(code(log).acts.size(), 1U);
  }
}

TEST(Select, RollsActorsUpOnTheDayOfTheEvent) {
  Selection selection = usa_col;
  selection.actors = ActorTable({{"Gustavo Petro", "COL", {}, day("2026-08-06")}}, RollUp::cameo);
  const EventLog log = log_of({event("2026-08-06", "Gustavo Petro", "USAGOV", "criticism"),
                               event("2026-08-07", "Gustavo Petro", "USAGOV", "criticism")});
  const auto selected = select(log, selection);
  ASSERT_EQ(selected.size(), 1U);
  EXPECT_EQ(selected[0].id(), EventId{0});
  EXPECT_EQ(selected[0].direction, Direction::forward);
}

TEST(Select, ThirdPartiesAreShownAndCountByTheirSpill) {
  const Coding shown = code(log_of({capture(0), threat("2026-01-04")}));
  EXPECT_EQ(shown.acts.size(), 1U);
  EXPECT_EQ(shown.third_parties, std::vector<EventId>{{0}});
  EXPECT_EQ(shown.events, 1U);
  const Coding counted = code(log_of({capture(0.25)}));
  ASSERT_EQ(counted.acts.size(), 1U);
  EXPECT_EQ(counted.acts[0].weight, 0.25);
  EXPECT_EQ(counted.acts[0].direction, Direction::backward);  // the United States took part
  EXPECT_EQ(counted.third_parties, std::vector<EventId>{{0}});
}

TEST(Select, OtherDyadsMayCountToo) {
  Selection selection = usa_col;
  selection.also = {{{"VEN", "COL"}, 0.5}};
  const EventLog log =
      log_of({event("2025-01-03", "COL", "VEN", "criticism"), event("2025-01-03", "VEN", "COL", "criticism")});
  const auto selected = select(log, selection);
  ASSERT_EQ(selected.size(), 2U);
  for (const CodedEvent& e : selected) {
    EXPECT_EQ(e.weight, 0.5);
    EXPECT_TRUE(e.is_third_party());
    EXPECT_EQ(e.direction, Direction::forward);  // Colombia took part in both
  }
  selection.also = {{{"VEN", "COL"}, 1.5}};
  EXPECT_THROW(select(log, selection), std::invalid_argument);
}

TEST(Select, AboutNeverReachesPastTheReport) {
  Event e = threat("2025-12-22~");
  e.reported = day("2025-12-23");
  EXPECT_EQ(select(log_of({e}), usa_col).at(0).date, known_by(span("2025-12-22~"), day("2025-12-23")));
  EXPECT_EQ(select(log_of({e}), usa_col).at(0).date.last, day("2025-12-23"));
}

/// The quick way through an arranged log of plain events finds what looking at every row finds.
TEST(Select, LooksAtTheDyadsOfTheNamedActorsAlone) {
  EventBatch batch({"gdelt", IdScope::report});
  const std::vector<std::string> actors{"USA", "USAGOV", "COL", "COLMIL", "VEN", "IND"};
  std::size_t number = 0;
  for (const std::string& source : actors)
    for (const std::string& target : actors)
      for (int i = 0; i < 3 && source != target; ++i) {
        const std::string id = std::to_string(number++);
        BriefEvent event{.id = id, .day = Day{20000 + i}};
        event.source = source;
        event.target = target;
        event.code = "112";
        batch.add(event);
      }
  EventLog log;
  log.append(batch);
  log.arrange();
  Selection selection{.dyad = {"USA", "COL"}};
  selection.actors = ActorTable({}, RollUp::cameo);
  selection.also.emplace_back(Dyad{"USA", "VEN"}, 0.5);
  const auto quick = select(log, selection), slow = select(log, log.rows(), selection);
  ASSERT_EQ(quick.size(), slow.size());
  EXPECT_EQ(quick.size(), 3U * (8 + 4));
  for (std::size_t i = 0; i < quick.size(); ++i) EXPECT_EQ(quick[i].id(), slow[i].id());
}

}  // namespace
}  // namespace detente
