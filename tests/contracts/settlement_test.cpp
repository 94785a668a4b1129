/// Events that stand more than once: which counts, whatever the order in which they arrive.

#include "detente/contracts/settlement.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

#include "contracts/versions.hpp"

namespace detente {
namespace {

using namespace test;

TEST(Settlement, OfVersionsReportedOnOneDayTheGreatestRevisionCounts) {
  Event first = with_code(version("7", "2025-09-26"), "first");
  Event second = with_code(version("7", "2025-09-26"), "second");
  Event third = with_code(version("7", "2025-09-26"), "third");
  second.revision = 2;
  third.revision = 1;
  in_every_order({first, second, third}, {}, [](const EventLog& log) {
    EXPECT_EQ(codes(log, {"USA", "COL"}), Codes{"second"});
  });
}

TEST(Settlement, ACancellationCountsAmongEquals) {
  const Event act = version("7", "2025-09-26");
  Event cancelled = act;
  cancelled.status = Status::cancelled;
  in_every_order({act, cancelled}, "notes", [](const EventLog& log) {
    Selection selection{.dyad = {"USA", "COL"}};
    const auto events = select(log, selection);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].status(), Status::cancelled);
  });
}

TEST(Settlement, TheContentDecidesAndBothAreNamed) {
  const Event a = with_code(version("7", "2025-09-26"), "a"), b = with_code(version("7", "2025-09-26"), "b");
  const Codes counts = codes(log_of({a, b}), {"USA", "COL"});
  std::size_t arranged = 0;
  in_every_order({a, b}, "notes", [&](EventLog log) {
    EXPECT_EQ(codes(log, {"USA", "COL"}), counts);
    if (log.is_arranged()) return;
    ++arranged;
    const std::string first = log.codes()[0];
    const Settlement found = log.arrange();
    const RowPair expected = first == counts[0] ? RowPair{0, 1} : RowPair{1, 0};
    EXPECT_EQ(found.conflicting, std::vector<RowPair>{expected});
    EXPECT_EQ(log.size(), 1U);
  });
  EXPECT_EQ(arranged, 2U);
}

TEST(Settlement, WhatIsToldOfAnEventIsContentToo) {
  for (int field = 0; field < 4; ++field) {
    const Event event = version("7", "2025-09-26");
    Event other = event;
    if (field == 0) other.note = "a note";
    if (field == 1) other.url = "https://example.org/7";
    if (field == 2) other.extra = {{"page", "12"}};
    if (field == 3) other.line = 12;  // where it stands is no content
    EventLog log = log_of({event, other});
    const Settlement found = log.arrange();
    EXPECT_EQ(found.conflicting.size(), field == 3 ? 0U : 1U);
    EXPECT_EQ(found.redelivered.size(), field == 3 ? 1U : 0U);
  }
}

TEST(Settlement, ARedeliveryIsDroppedAndTheFirstStays) {
  EventLog log = log_of({version("7", "2025-09-26"), version("8", "2025-09-26"), version("7", "2025-09-26")}, {});
  EXPECT_EQ(codes(log, {"USA", "COL"}).size(), 2U);
  const Settlement found = log.arrange();
  EXPECT_EQ(found.redelivered, std::vector<std::uint32_t>{2});
  EXPECT_TRUE(found.conflicting.empty());
  EXPECT_EQ(log.size(), 2U);
}

TEST(Settlement, AVersionMayMoveAnEventToAnotherPairAndAnotherDay) {
  const Event first = reported(version("7", "2025-09-26"), "2025-09-27");
  const Event moved = reported(version("7", "2024-01-01", "VEN"), "2025-10-01");
  in_every_order({first, moved}, {}, [](const EventLog& log) {
    EXPECT_EQ(codes(log, {"USA", "COL"}).size(), 0U);
    EXPECT_EQ(codes(log, {"USA", "VEN"}).size(), 1U);
    EXPECT_EQ(codes(log, {"USA", "COL"}, day("2025-09-30")).size(), 1U);
    EXPECT_EQ(codes(log, {"USA", "VEN"}, day("2025-09-30")).size(), 0U);
    EXPECT_EQ(codes(log, {"USA", "VEN"}, day("2025-09-26")).size(), 0U);
  });
}

TEST(Settlement, IdsOfNobodyThatNameTwoEventsAreRefused) {
  const Event one = version("1", "2025-09-26"), other = version("1", "2024-03-01", "VEN");
  for (const auto& events : {std::vector{one, other}, std::vector{other, one}}) {
    EventLog log = log_of(events, {});
    EXPECT_THROW(codes(log, {"USA", "COL"}), RepeatedIds);
    try {
      log.arrange();
      FAIL() << "accepted";
    } catch (const RepeatedIds& repeated) {
      EXPECT_EQ(repeated.rows(), (std::vector<RowPair>{{0, 1}}));
      EXPECT_NE(std::string(repeated.what()).find("id: '1' names two events"), std::string::npos);
    }
    EXPECT_EQ(log.size(), 2U);
  }
}

TEST(Settlement, AnIdOfNobodyMayBeRepeatedByAVersionOrARedelivery) {
  const Event one = version("1", "2025-09-26");
  Event later = with_code(version("1", "2025-09-26"), "later"), revised = later;
  later.reported = day("2025-10-01");
  revised.revision = 0;  // said, and as great as what was not said
  EXPECT_EQ(codes(log_of({one, one}, {}), {"USA", "COL"}), Codes{"sanction"});
  EXPECT_EQ(codes(log_of({one, later}, {}), {"USA", "COL"}), Codes{"later"});
  EXPECT_NO_THROW(codes(log_of({one, revised}, {}), {"USA", "COL"}));
  EventLog own = log_of({one}, {});
  Event theirs = version("1", "2024-03-01");
  theirs.source_name = "embassy";
  own.add(theirs);
  EXPECT_EQ(codes(own, {"USA", "COL"}).size(), 2U);
}

TEST(Settlement, ReportsOfMachinesAreOfAPairAndADay) {
  const IdSource machine("phoenix", IdScope::report);
  Event act = version("0_v1", "2025-09-26"), back = act;
  std::swap(back.source, back.target);
  const Event next_day = version("0_v1", "2025-09-27");
  Event later = reported(with_code(act, "later"), "2025-10-26");
  in_every_order({act, back, next_day, later}, machine, [](const EventLog& log) {
    EXPECT_EQ(codes(log, {"USA", "COL"}).size(), 3U);
    EXPECT_EQ(codes(log, {"USA", "COL"}, day("2025-10-25")), (Codes{"sanction", "sanction", "sanction"}));
  });
}

TEST(ReportedVersions, OfOneActOnOneDayGoByRevision) {
  Event act = reported(version("7", "2025-09-26"), "2025-09-27");
  Event revised = with_code(act, "revised");
  revised.revision = 1;
  in_every_order({act, revised}, {"phoenix", IdScope::report}, [](const EventLog& log) {
    EXPECT_EQ(codes(log, {"USA", "COL"}), Codes{"revised"});
  });
}

TEST(Settlement, ARevisionNeedsAnId) {
  Event event = version("", "2025-09-26");
  event.revision = 1;
  EventLog log;
  EXPECT_THROW(log.add(event), std::invalid_argument);
}

}  // namespace
}  // namespace detente
