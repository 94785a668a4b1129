#include "detente/questions/coding/coder_diff.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "support/dates.hpp"
#include "support/us_colombia.hpp"

namespace detente {
namespace {

using test::default_scoring;
using test::span;
using test::us_colombia;
using test::usa_col;

struct Row {
  const char* id;
  const char* date;
  const char* code;
  const char* source = "USA";
};

EventLog log_of(const std::vector<Row>& rows) {
  EventLog log("test");
  for (const Row& row : rows) {
    Event e;
    e.id = row.id;
    e.date = span(row.date);
    e.code = row.code;
    e.source = row.source;
    e.target = std::string_view(row.source) == "USA" ? "COL" : "USA";
    log.add(e);
  }
  return log;
}

CoderDiff diff(const EventLog& left, const EventLog& right) {
  return coder_diff(left, right, usa_col(), default_scoring());
}

TEST(CoderDiff, EqualHistoriesAgreeInEverything) {
  const CoderDiff d = diff(us_colombia(), us_colombia());
  EXPECT_EQ(d.agreed, 32U);
  EXPECT_TRUE(d.differences.empty());
  EXPECT_EQ(d.left, d.right);
  EXPECT_EQ(d.largest_difference, 0.0);
}

TEST(CoderDiff, PairsByIdAndNamesTheFieldsThatDiffer) {
  const CoderDiff d = diff(log_of({{"1", "2025-01-01", "criticism"}, {"2", "2025-02-01", "visit"}}),
                           log_of({{"1", "2025-01-01", "threat_of_force"}, {"2", "2025-02-01", "visit"}}));
  EXPECT_EQ(d.agreed, 1U);
  ASSERT_EQ(d.differences.size(), 1U);
  ASSERT_EQ(d.differences[0].fields.size(), 1U);
  EXPECT_EQ(d.differences[0].fields[0].field, "code");
  EXPECT_EQ(d.differences[0].fields[0].left, "criticism");
  EXPECT_EQ(d.differences[0].fields[0].right, "threat_of_force");
  EXPECT_GT(d.differences[0].effect, 0);
}

TEST(CoderDiff, TwoSpellingsOfOneCodeAgree) {
  const CoderDiff d =
      diff(log_of({{"1", "2025-03-01", "Ambassador recalled"}, {"2", "2025-03-02", "visit"}}),
           log_of({{"1", "2025-03-01", "envoy_recalled_for_consultations"}, {"9", "2025-03-02", "Visits"}}));
  EXPECT_EQ(d.agreed, 2U);
  EXPECT_TRUE(d.differences.empty());
}

TEST(CoderDiff, PairsByActWhereIdsDoNot) {
  const CoderDiff d = diff(log_of({{"a", "2025-03", "criticism"}}), log_of({{"x", "2025-03-10", "criticism"}}));
  ASSERT_EQ(d.differences.size(), 1U);
  EXPECT_TRUE(d.differences[0].left && d.differences[0].right);
  EXPECT_EQ(d.differences[0].fields[0].field, "date");
}

TEST(CoderDiff, WhatOneCoderAloneHasMovesTheIndexAsTheWholeDifference) {
  const CoderDiff d = diff(log_of({{"1", "2025-01-01", "criticism"}}),
                           log_of({{"1", "2025-01-01", "criticism"}, {"2", "2025-02-01", "sanction_imposed"}}));
  ASSERT_EQ(d.differences.size(), 1U);
  EXPECT_FALSE(d.differences[0].left);
  EXPECT_TRUE(d.differences[0].fields.empty());
  EXPECT_EQ(d.differences[0].effect, d.largest_difference);
  EXPECT_EQ(d.differences[0].effect_day, d.largest_day);
}

TEST(CoderDiff, EveryEventIsAgreedOrListedOnce) {
  const CoderDiff d = diff(us_colombia(), test::us_colombia_article());
  std::size_t left = d.agreed, right = d.agreed;
  for (const EventDifference& e : d.differences) {
    left += e.left ? 1U : 0U;
    right += e.right ? 1U : 0U;
  }
  EXPECT_EQ(left, d.left_events);
  EXPECT_EQ(right, d.right_events);
  ASSERT_GT(d.differences.size(), 10U);
  for (std::size_t i = 1; i < d.differences.size(); ++i)
    EXPECT_GE(std::abs(d.differences[i - 1].effect), std::abs(d.differences[i].effect));
}

}  // namespace
}  // namespace detente
