#include "detente/live/store/read_store.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <tuple>
#include <vector>

#include "contracts/log_internals.hpp"
#include "detente/ground/error.hpp"
#include "readers/formats/vendor.hpp"
#include "support/refusal.hpp"
#include "support/store_file.hpp"

namespace detente {
namespace {

namespace fs = std::filesystem;
using test::StoreFile;

/// The events of a file, as a program that follows it would hand them over.
std::vector<ReceivedEvent> received_from(const fs::path& file, const IdSource& ids) {
  const ReadResult read = read_events(file);
  std::vector<ReceivedEvent> out;
  for (const EventRow& row : read.log.rows())
    out.push_back({.event = read.log.event(row),
                   .ids = ids,
                   .origin = {file.filename().string(), "content", row.number + 1},
                   .format = read.files.front().format});
  return out;
}

auto content_of(const EventLog& log) {
  std::vector<std::tuple<EventKey, Day, detail::EventContent>> out;
  for (const EventRow& row : log.rows()) out.emplace_back(row.key, row.first, detail::LogInternals::content(log, row));
  return out;
}

auto counts_of(const FileReport& f) {
  return std::tie(f.format, f.rows, f.kept, f.set_aside, f.first_day, f.last_day, f.first_reported,
                  f.days_without_reports, f.unknown_columns, f.codes);
}

const std::vector<fs::path>& chronologies() {
  static const fs::path here = DETENTE_EXAMPLES_DATA;
  static const std::vector<fs::path> all{here / "us_colombia_2025_2026.csv", here / "australia_china_2017_2024.csv"};
  return all;
}

TEST(ReadStore, is_reading_the_files_that_hold_its_events) {
  for (const fs::path& chronology : chronologies()) {
    const StoreFile file;
    Store store = Store::create(file.path(), {});
    store.append({.events = received_from(chronology, {})});
    const ReadResult ours = read_store(store), theirs = read_events(chronology);
    EXPECT_EQ(content_of(ours.log), content_of(theirs.log));
    ASSERT_EQ(ours.files.size(), 1U);
    EXPECT_EQ(counts_of(ours.files[0]), counts_of(theirs.files[0])) << chronology;
  }
}

ReceivedEvent machine_event(const std::string& id, std::int32_t day, double score) {
  return {.event = {.id = id,
                    .date = DateSpan::on(Day{day}),
                    .reported = Day{day + 1},
                    .source = "USA",
                    .target = "COL",
                    .code = "112",
                    .mentions = 300,
                    .score = score,
                    .url = "https://example.org/" + id},
          .ids = {"GDELT", IdScope::report},
          .format = "gdelt2"};
}

TEST(ReadStore, has_a_report_for_each_format) {
  const StoreFile file;
  Store store = Store::create(file.path(), {});
  store.append({.events = {machine_event("1", 20000, -2), test::event_called("a"), machine_event("2", 20003, -4)}});
  const ReadResult read = read_store(store);
  ASSERT_EQ(read.files.size(), 2U);
  EXPECT_EQ(read.files[0].format, "chronology");
  EXPECT_EQ(read.files[1].format, "gdelt2");
  EXPECT_EQ(read.files[1].kept, 2U);
  EXPECT_EQ(read.files[1].days_without_reports, 2U);
  EXPECT_EQ(read.files[1].first_reported, Day{20001});
  EXPECT_EQ(read.files[0].name, file.path().string() + " at " + to_text(store.head()));
  EXPECT_EQ(read.log.size(), 3U);
}

TEST(ReadStore, keeps_of_machine_coded_events_what_is_asked_for) {
  const StoreFile file;
  Store store = Store::create(file.path(), {});
  store.append({.events = {machine_event("1", 20000, -2)}});
  const auto event_with = [&](const ReadOptions& options) {
    const ReadResult read = read_store(store, {}, options);
    return read.log.event(read.log.rows()[0]);
  };
  EXPECT_EQ(event_with({}).url, "https://example.org/1");
  EXPECT_EQ(event_with({.brief = true}).url, "");
  EXPECT_EQ(event_with({.brief = true}).score, -2.0);
  EXPECT_EQ(event_with({.own_scores = false}).score, std::nullopt);
  EXPECT_EQ(event_with({.brief = true}).mentions, 300U);
}

TEST(ReadStore, counts_conflicting_versions_in_the_report_of_their_format) {
  const StoreFile file;
  Store store = Store::create(file.path(), {});
  store.append({.events = {test::event_called("a"), machine_event("1", 20000, -2), machine_event("1", 20000, -4)}});
  const ReadResult read = read_store(store);
  EXPECT_TRUE(read.files[0].set_aside.empty());
  EXPECT_EQ(read.files[1].set_aside.at("conflicting version"), 1U);
}

TEST(ReadStore, has_a_view) {
  const StoreFile file;
  Store store = Store::create(file.path(), {});
  store.append({.events = {machine_event("1", 20000, -2)}});
  const StoreHead head = store.head();
  store.append({.events = {machine_event("2", 20005, -2)}});
  const ReadResult read = read_store(store, {.received_by = 1});
  EXPECT_EQ(read.log.size(), 1U);
  EXPECT_EQ(read.files[0].name, file.path().string() + " at " + to_text(head));
  EXPECT_EQ(read_store(store, {.as_of = Day{20001}}).log.size(), 1U);
}

TEST(ReadStore, refuses_what_it_could_not_score) {
  const StoreFile file;
  Store store = Store::create(file.path(), {});
  EXPECT_EQ(test::refusal([&] { (void)read_store(store); }), file.path().string() + ": has no events of that view");
  ReceivedEvent unknown = test::event_called("a");
  unknown.format = "gdelt9";
  store.append({.events = {unknown}});
  EXPECT_EQ(test::refusal([&] { (void)read_store(store); }),
            file.path().string() + ": holds events of format 'gdelt9', which this version does not know");
}

TEST(ReadStore, takes_formats_of_the_program) {
  const StoreFile file;
  Store store = Store::create(file.path(), {});
  ReceivedEvent event = test::event_called("a");
  event.format = "vendor";
  store.append({.events = {event}});
  const ReadResult read = read_store(store, {}, {.formats = test::vendor()});
  ASSERT_EQ(read.files.size(), 1U);
  EXPECT_EQ(read.log.size(), 1U);
  EXPECT_EQ(format_info(read.files[0]).codebook, "plain");
}

}  // namespace
}  // namespace detente
