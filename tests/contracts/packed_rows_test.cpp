#include "contracts/packed_rows.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <stdexcept>
#include <string>
#include <vector>

#include "contracts/log_internals.hpp"
#include "detente/ground/error.hpp"

namespace detente::detail {
namespace {

const Day start = Day::from_civil(2019, 2, 14);

/// All that brief events can bring: scores, issues, many mentions, late reports, ids and none.
EventLog machine_log() {
  EventBatch batch({"gdelt", IdScope::report}, {.scores = true, .provenance = {}});
  const std::vector<std::string> actors{"IND", "PAK", "USAGOV", "CHN"};
  for (std::int32_t i = 0; i < 60; ++i) {
    const std::string id = i % 5 == 0 ? "" : std::to_string(i), issue = i % 7 == 0    ? "trade"
                                                                        : i % 11 == 0 ? "border"
                                                                                      : "";
    const auto source = static_cast<std::size_t>(i % 4), target = static_cast<std::size_t>((i + 1 + i % 3) % 4);
    BriefEvent event{.id = id, .day = start + i % 9};
    event.source = actors[source];
    event.target = actors[target];
    event.code = i % 2 == 0 ? "190" : "042";
    if (i % 3 == 0) event.reported = event.day + (i % 2) * 40;
    event.mentions = i % 6 == 0 ? 1000U + static_cast<std::uint32_t>(i) : i % 4 == 0 ? 255U : 7U;
    if (i % 5 < 2) event.score = i / 10.0 - 3;
    event.issue = issue;
    batch.add(event);
  }
  EventLog log;
  log.append(batch);
  log.group();
  return log;
}

std::string told(const EventLog& log, const EventRow& row) {
  const auto& ids = log.dyads()[row.dyad];
  return fmt::format("{:x} {} {} {} {} {} {} {} {} {} {}", row.key.value, row.first.value, log.actors()[ids.source],
                     log.actors()[ids.target], log.codes()[row.code], log.mentions(row), log.reported(row).value,
                     row.dated_report, log.score(row) ? *log.score(row) : -99, log.issue(row),
                     static_cast<int>(row.identity));
}

std::vector<std::uint32_t> all_dyads(const EventLog& log) {
  std::vector<std::uint32_t> out(log.dyads().size());
  std::iota(out.begin(), out.end(), 0U);
  return out;
}

/// What a log says of its rows, by the numbers that they had in the log from which they came.
std::map<std::uint32_t, std::string> told(const EventLog& log, const UnpackedRows& rows) {
  std::map<std::uint32_t, std::string> out;
  for (const EventRow& row : log.rows())
    if (row.number >= rows.first_number && row.number - rows.first_number < rows.numbers_before.size())
      out[rows.numbers_before[row.number - rows.first_number]] = told(log, row);
  return out;
}

std::map<std::uint32_t, std::string> told(const EventLog& log, const std::vector<std::uint32_t>& dyads) {
  std::map<std::uint32_t, std::string> out;
  for (const std::uint32_t dyad : dyads)
    for (const EventRow& row : log.rows_of(dyad)) out[row.number] = told(log, row);
  return out;
}

TEST(PackedRows, ComeBackWithAllTheirColumns) {
  const EventLog log = machine_log();
  RowPacker packer(log);
  const std::string packed = packer.packed(all_dyads(log), 3);
  EventLog back;
  const UnpackedRows rows = unpack_rows(back, packed, false);
  EXPECT_EQ(back.size(), log.size());
  EXPECT_EQ(rows.numbers_before.size(), log.size());
  EXPECT_EQ(told(back, rows), told(log, all_dyads(log)));
  EXPECT_EQ(packed_size(packed).rows, log.size());
  EXPECT_EQ(packed_size(packed).home, rows.home);
}

/// The other log has words and rows of its own, so that all numbers differ.
TEST(PackedRows, ComeBehindOthers) {
  const EventLog log = machine_log();
  RowPacker packer(log);
  EventLog back;
  back.add({.date = DateSpan::on(start), .source = "CHN", .target = "IND", .code = "112"});
  for (const std::vector<std::uint32_t>& dyads : {std::vector<std::uint32_t>{4, 1}, {2}, {0, 1, 5}}) {
    const std::size_t before = back.size();
    const UnpackedRows rows = unpack_rows(back, packer.packed(dyads, dyads.size()), false);
    EXPECT_EQ(rows.first_number, before);
    EXPECT_EQ(rows.home, rows.numbers_before.size());
    EXPECT_EQ(told(back, rows), told(log, dyads));
  }
}

TEST(PackedRows, ThoseAtHomeMayComeAlone) {
  const EventLog log = machine_log();
  RowPacker packer(log);
  const std::vector<std::uint32_t> dyads = all_dyads(log), home(dyads.begin(), dyads.begin() + 3);
  const std::string packed = packer.packed(dyads, home.size());
  EventLog back;
  const UnpackedRows rows = unpack_rows(back, packed, true);
  EXPECT_EQ(back.size(), packed_size(packed).home);
  EXPECT_LT(back.size(), log.size());
  EXPECT_EQ(told(back, rows), told(log, home));
  EXPECT_EQ(LogInternals::next_number(back), back.size());
}

TEST(PackedRows, AreInOrderOfArrivalWithinADyad) {
  const EventLog log = machine_log();
  RowPacker packer(log);
  EventLog back;
  const UnpackedRows rows = unpack_rows(back, packer.packed(std::vector<std::uint32_t>{1}, 0), false);
  EXPECT_TRUE(std::is_sorted(rows.numbers_before.begin(), rows.numbers_before.end()));
  EXPECT_GT(rows.numbers_before.size(), 2U);
  EXPECT_EQ(rows.home, 0U);
}

TEST(PackedRows, EventsThatMayMoveDoNotTravel) {
  EventLog chronology("notes");
  chronology.add({.id = "1", .date = DateSpan::on(start), .source = "IND", .target = "PAK", .code = "visit"});
  chronology.group();
  RowPacker packer(chronology);
  EXPECT_THROW(packer.packed(std::vector<std::uint32_t>{0}, 0), std::logic_error);
  EventLog doubtful;
  Event alleged{.date = DateSpan::on(start), .source = "IND", .target = "PAK", .code = "visit"};
  alleged.status = Status::alleged;
  doubtful.add(alleged);
  doubtful.group();
  EXPECT_THROW(RowPacker{doubtful}, std::logic_error);
}

/// Reads everything of a log, so that a sanitizer sees what numbers point to nothing.
std::size_t looked_at(EventLog&& log) {
  (void)log.arrange();
  std::size_t size = 0;
  for (const EventRow& row : log.rows()) size += told(log, row).size();
  return size;
}

std::string some_packed() {
  const EventLog log = machine_log();
  RowPacker packer(log);
  return packer.packed(std::vector<std::uint32_t>{0, 3, 4}, 2);
}

TEST(PackedRows, WhatIsCutOffIsRefused) {
  const std::string packed = some_packed();
  for (std::size_t size = 0; size < packed.size(); ++size) {
    EventLog log;
    EXPECT_THROW(unpack_rows(log, std::string_view(packed).substr(0, size), false), InputError) << size;
  }
}

/// A changed byte may mean another event; it is refused or read, and nothing else.
TEST(PackedRows, WhatIsChangedIsRefusedOrHarmless) {
  const std::string packed = some_packed();
  std::size_t refused = 0;
  for (std::size_t at = 0; at < packed.size(); ++at)
    for (const int bit : {0, 3, 7}) {
      std::string changed = packed;
      changed[at] = static_cast<char>(static_cast<unsigned char>(changed[at]) ^ (1U << bit));
      try {
        EventLog log;
        (void)unpack_rows(log, changed, bit == 3);
        EXPECT_LT(looked_at(std::move(log)), 100 * packed.size());
      } catch (const InputError&) {
        ++refused;
      }
    }
  EXPECT_GT(refused, 20U);
}

}  // namespace
}  // namespace detente::detail
