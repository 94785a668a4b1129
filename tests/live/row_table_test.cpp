#include "live/row_table.hpp"

#include <gtest/gtest.h>

#include <map>

#include "detente/detail/hash.hpp"

namespace detente {
namespace {

using detail::RowTable;

EventLog log_of(std::uint32_t events) {
  EventLog log("notes");
  for (std::uint32_t n = 0; n < events; ++n)
    log.add({.id = std::to_string(n), .date = DateSpan::on(Day{100}), .source = "A", .target = "B", .code = "c"});
  return log;
}

std::uint32_t half_of(EventKey key) {
  return static_cast<std::uint32_t>(detail::mix64(key.value + 0x9e3779b97f4a7c15U));
}

// Among 200,000 keys some five pairs have the same half of their hashes.
TEST(RowTable, KeepsKeysApartWhoseHalvesAgree) {
  const EventLog log = log_of(200'000);
  RowTable table(log, std::pmr::get_default_resource());
  std::map<std::uint32_t, std::uint32_t> first;
  std::size_t agree = 0;
  for (const EventRow& row : log.rows()) {
    ASSERT_EQ(table.find_or_add(row), row.number);
    agree += first.emplace(half_of(row.key), row.number).second ? 0U : 1U;
  }
  EXPECT_GT(agree, 0U);
  for (const EventRow& row : log.rows()) ASSERT_EQ(table.find_or_add(row), row.number);
}

TEST(RowTable, GivesTheRowThatStandsForTheKey) {
  EventLog log = log_of(100);
  for (const Event& event : {log.event(EventId{7}), log.event(EventId{99})}) log.add(event);
  RowTable table(log, std::pmr::get_default_resource());
  for (const EventRow& row : log.rows())
    EXPECT_EQ(table.find_or_add(row), row.number < 100 ? row.number : row.number == 100 ? 7U : 99U);
  table.set(log.rows()[101]);
  EXPECT_EQ(table.find_or_add(log.rows()[99]), 101U);
  EXPECT_EQ(table.find_or_add(log.rows()[7]), 7U);
}

}  // namespace
}  // namespace detente
