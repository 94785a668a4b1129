#include "detente/engines/dyad_rows.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "detente/contracts/selection.hpp"
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

namespace detente {
namespace {

const Day start = Day::from_civil(2019, 2, 14);
const std::vector<std::string> actors{"IND", "PAK", "USA", "USAGOV"};

struct Drawn {
  std::string id;
  std::size_t source, target;
  int day, code;
};

std::vector<Drawn> draw() {
  std::vector<Drawn> out;
  const auto n = *rc::gen::inRange<std::size_t>(0, 80);
  for (std::size_t i = 0; i < n; ++i) {
    Drawn d;
    d.id = *rc::gen::inRange(0, 3) == 0 ? "" : std::to_string(*rc::gen::inRange(0, 60));
    // Everything about an event follows from its id, as it does in a file that was downloaded twice.
    const int what = d.id.empty() ? *rc::gen::inRange(0, 1000) : 17 * std::stoi(d.id);
    d.source = static_cast<std::size_t>(what) % 4;
    d.target = (d.source + 1 + static_cast<std::size_t>(what) % 3) % 4;
    d.day = what % 5;
    d.code = what % 3;
    out.push_back(d);
  }
  return out;
}

void add(const Drawn& d, EventLog& log) {
  EventBatch batch({"gdelt", IdScope::report});
  batch.add({.id = d.id,
             .day = start + d.day,
             .source = actors[d.source],
             .target = actors[d.target],
             .code = std::to_string(190 + d.code)});
  log.append(batch);
}

/// Everything that a pair's rows say, but their numbers.
std::vector<std::string> told(const DyadRows& pairs) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    out.push_back(to_text(pairs.dyad(i)));
    for (const EventRow& row : pairs.rows(i)) {
      const Event e = pairs.log().event(row);
      out.push_back(std::to_string(row.key.value) + to_text(e.date) + e.source + e.target + e.code);
    }
  }
  return out;
}

RC_GTEST_PROP(DyadRows, SpillingChangesNothing, ()) {
  const std::vector<Drawn> events = draw();
  EventLog whole;
  for (const Drawn& d : events) add(d, whole);
  DyadRows in_memory;
  in_memory.finish(std::move(whole), 2);
  EventLog log;
  DyadRows spilled;
  for (const Drawn& d : events) {
    add(d, log);
    if (*rc::gen::inRange(0, 10) == 0) spilled.spill(log);
  }
  spilled.finish(std::move(log));
  RC_ASSERT(told(spilled) == told(in_memory));
}

/// Versions that change pair, redeliveries and reports that contradict each other, of a chronology and of a machine.
std::pair<Event, IdScope> any_event() {
  Event event{.id = *rc::gen::element<std::string>("", "1", "2", "3"),
              .date = DateSpan::on(start + *rc::gen::inRange(0, 3)),
              .reported = start + *rc::gen::inRange(3, 6),
              .source = "IND",
              .target = *rc::gen::element<std::string>("PAK", "CHN"),
              .code = *rc::gen::element<std::string>("190", "191")};
  return {event, *rc::gen::element(IdScope::event, IdScope::report)};
}

RC_GTEST_PROP(DyadRows, SpillingSettlesTheSameVersions, ()) {
  EventLog whole, pieces;
  DyadRows spilled, in_memory;
  const auto n = *rc::gen::inRange<std::size_t>(0, 30);
  for (std::size_t i = 0; i < n; ++i) {
    const auto [event, scope] = any_event();
    for (EventLog* log : {&whole, &pieces}) {
      log->from_source({"any", scope});
      log->add(event);
    }
    if (*rc::gen::inRange(0, 4) == 0) spilled.spill(pieces);
  }
  const Settlement found = in_memory.finish(std::move(whole)), found_on_disk = spilled.finish(std::move(pieces));
  RC_ASSERT(found_on_disk.redelivered == found.redelivered);
  RC_ASSERT(found_on_disk.conflicting == found.conflicting);
  RC_ASSERT(told(spilled) == told(in_memory));
  RC_ASSERT(std::vector(spilled.rows_by_dyad().begin(), spilled.rows_by_dyad().end()) ==
            std::vector(in_memory.rows_by_dyad().begin(), in_memory.rows_by_dyad().end()));
  for (std::size_t pair = 0; pair < spilled.size(); ++pair) {
    Selection selection{.dyad = spilled.dyad(pair)};
    RC_ASSERT(select(spilled.log(), spilled.rows(pair), selection).size() ==
              select(in_memory.log(), in_memory.rows(pair), selection).size());
  }
}

EventLog small() {
  EventLog log;
  const std::vector<Drawn> events{
      {"1", 2, 0, 3, 0}, {"2", 0, 1, 2, 0}, {"3", 1, 0, 1, 0}, {"4", 3, 2, 0, 0}, {"5", 3, 0, 1, 1}};
  for (const Drawn& d : events) add(d, log);
  return log;
}

RC_GTEST_PROP(DyadRows, ALogWhoseRowsOnlyStandTogetherIsPutInOrder, ()) {
  EventLog arranged, grouped;
  for (const Drawn& d : draw()) {
    add(d, arranged);
    add(d, grouped);
  }
  arranged.arrange();
  grouped.group();
  RC_ASSERT(!grouped.is_arranged());
  DyadRows a, b;
  a.finish(std::move(arranged));
  b.finish(std::move(grouped));
  RC_ASSERT(told(a) == told(b));
}

TEST(DyadRows, PairsComeByNameWithBothDirectionsByDay) {
  DyadRows pairs(ActorTable({}, RollUp::cameo));
  pairs.finish(small());
  ASSERT_EQ(pairs.size(), 2U);  // USAGOV → USA is no relation
  EXPECT_EQ(to_text(pairs.dyad(0)), "IND:PAK");
  EXPECT_EQ(to_text(pairs.dyad(1)), "IND:USA");
  const auto rows = pairs.rows(0);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].first, start + 1);
  EXPECT_EQ(pairs.log().event(rows[0]).source, "PAK");
  EXPECT_EQ(pairs.rows(1).size(), 2U);  // IND→USA and USAGOV→IND
}

TEST(DyadRows, AnActorThatChangesItsParentHasRowsInBothPairs) {
  DyadRows pairs(ActorTable({{"PAK", "USA", {}, start + 1}}, RollUp::cameo));
  pairs.finish(small());
  std::vector<std::string> names;
  for (std::size_t i = 0; i < pairs.size(); ++i) names.push_back(to_text(pairs.dyad(i)));
  EXPECT_EQ(names, (std::vector<std::string>{"IND:PAK", "IND:USA"}));
  EXPECT_EQ(pairs.rows(1).size(), 4U);  // select decides by day
}

TEST(DyadRows, AFolderThatTakesNoFileIsNamed) {
  EventLog log = small();
  DyadRows pairs({}, "/nowhere at all");
  try {
    pairs.spill(log);
    FAIL();
  } catch (const std::system_error& error) {
    EXPECT_NE(std::string(error.what()).find("/nowhere at all"), std::string::npos);
  }
}

}  // namespace
}  // namespace detente
