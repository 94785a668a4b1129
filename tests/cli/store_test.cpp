#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <filesystem>
#include <functional>
#include <string>

#include "cli/program.hpp"
#include "detente/live/store/read_store.hpp"

namespace detente::cli_test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

/// Appends the events of an example as a program that follows the file would.
Receipt append(Store& store, const std::string& example, const std::function<bool(const Event&)>& wanted) {
  const ReadResult read = read_events(fs::path(DETENTE_EXAMPLES_DATA) / example);
  StoreBatch batch;
  for (const EventRow& row : read.log.rows())
    if (const Event event = read.log.event(row); wanted(event))
      batch.events.push_back({.event = event, .origin = {example, "content", row.number + 1}});
  return store.append(batch);
}

/// A store of the example, received in two batches: on 1 January 2026 at noon what was reported in 2025, and a day
/// later the rest.
class StoredNews : public testing::Test {
 protected:
  StoredNews() : file_(scratch_ / "news.db") {
    std::int64_t day = 0;
    const auto clock = [&] { return parse_moment("2026-01-01T12:00").value() + Milliseconds(day * 86400000); };
    Store store = Store::create(file_, {}, {.clock = clock});
    const Day first = Day::from_civil(2026, 1, 1);
    append(store, news, [&](const Event& event) { return reported_day(event) < first; });
    day = 1;
    append(store, news, [&](const Event& event) { return reported_day(event) >= first; });
    head_ = to_text(store.head());
  }
  std::string from(const std::string& command, const std::string& more) const {
    return command + " --store " + file_ + " " + more;
  }

  Scratch scratch_;
  std::string file_, head_;
};

TEST_F(StoredNews, AnswersAsTheFileDoes) {
  for (const std::string more : {"", " --as-of 2025-10-23", " --every week --direction forward"}) {
    const std::string asked = "--dyad USA:COL --output csv" + more;
    EXPECT_EQ(run(from("index", asked)).out, run("index " + news + " " + asked).out) << more;
  }
  const std::string why = "--dyad USA:COL --between 2025-08 2025-10";
  EXPECT_EQ(run(from("explain", why)).out, run("explain " + news + " " + why).out);
  EXPECT_EQ(run(from("panel", "")).out, run("panel " + news).out);
  EXPECT_EQ(run(from("panel", "--top 3 --as-of 2025-12")).out, run("panel " + news + " --top 3 --as-of 2025-12").out);
  const Json ours = Json::parse(run(from("check", "--output json")).out);
  Json theirs = Json::parse(run("check " + news + " --output json").out);
  theirs["files"][0]["name"] = ours["files"][0]["name"];
  EXPECT_EQ(ours, theirs);
}

TEST_F(StoredNews, AnswersWithWhatItHadReceived) {
  const std::string asked = "--dyad USA:COL --output csv ";
  const std::string by_2025 = run("index " + news + " " + asked + "--as-of 2025-12-31").out;
  ASSERT_NE(by_2025, "");
  const auto received = [&](const std::string& when) {
    return run(from("index", asked + "--as-of 2025-12-31 --received-by " + when)).out;
  };
  const auto all_received = [&](const std::string& when) {
    return run(from("index", asked + "--received-by " + when)).out;
  };
  for (const char* when : {"1", "2026-01-01", "2026-01-01T12:00", "2026-01-02T11:59:59.999Z"}) {
    EXPECT_EQ(received(when), by_2025) << when;
    EXPECT_NE(all_received(when), run("index " + news + " " + asked).out) << when;
  }
  for (const char* when : {"2", "9", "2026-01", "2026-01-02T12:00"})
    EXPECT_EQ(all_received(when), run("index " + news + " " + asked).out) << when;
  EXPECT_EQ(run(from("index", asked + "--received-by 2025-12-31")).code, 3);
}

TEST_F(StoredNews, SaysWhichStoreItWas) {
  const Outcome outcome = run(from("index", "--dyad USA:COL --output json --no-bands"));
  const Json json = Json::parse(outcome.out);
  EXPECT_EQ(json["provenance"]["sources"][0], file_ + " at " + head_);
  EXPECT_TRUE(contains(outcome.err, "read: " + file_ + " at " + head_)) << outcome.err;
}

TEST_F(StoredNews, IsDescribedAndChecked) {
  const Json info = Json::parse(run("store info --output json " + file_).out);
  EXPECT_EQ(info["events"], 33);
  EXPECT_EQ(info["head"]["batch"], 2);
  EXPECT_EQ(info["first_received"], "2026-01-01T12:00:00.000Z");
  EXPECT_EQ(run("store check " + file_).out, file_ + ": sound, 33 events in 2 batches\nhead  " + head_ + "\n");
  EXPECT_EQ(run("store rebuild " + file_).out, run("store check " + file_).out);
  EXPECT_TRUE(contains(run("store info " + file_ + " --output csv").out, "\nhead," + head_ + "\n"));
}

/// The choices of its creation are the defaults, which an option of the command overrules.
TEST(StoreChoices, AreWhatIsAskedUnlessSaid) {
  const Scratch scratch;
  const std::string file = scratch / "chosen.db";
  {
    Store store = Store::create(file, {{"codebook", "gdelt"}, {"model", "decayed_mean"}});
    append(store, news, [](const Event&) { return true; });
  }
  const std::string asked = "--dyad USA:COL --output csv --no-bands";
  const Outcome outcome = run("index --store " + file + " " + asked);
  EXPECT_EQ(outcome.out, run("index " + news + " " + asked + " --codebook gdelt --model decayed_mean").out);
  EXPECT_TRUE(contains(outcome.err, "assumed: codebook gdelt, chosen when the store was created")) << outcome.err;
  EXPECT_EQ(run("index --store " + file + " " + asked + " --codebook plain --model decayed_sum").out,
            run("index " + news + " " + asked).out);
}

// ---- refusals ----

struct Case {
  const char* name;
  std::function<void(const std::string&)> prepare;
  std::string words;  // {} is the store
  int code;
  const char* said;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

void make(const std::string& file) {
  Store store = Store::create(file, {});
  append(store, article, [](const Event&) { return true; });
}

void change(const std::string& file, const std::string& from, const std::string& to) {
  make(file);
  std::string bytes = read_text(file);
  const std::size_t at = bytes.find(from);
  ASSERT_NE(at, std::string::npos);
  write_text(file, bytes.replace(at, from.size(), to));
}

void make_newer(const std::string& file) {
  make(file);
  std::string bytes = read_text(file);
  bytes[63] = 9;  // the last byte of PRAGMA user_version
  write_text(file, bytes);
}

class StoreRefusal : public testing::TestWithParam<Case> {};

TEST_P(StoreRefusal, HasItsCodeAndSaysWhy) {
  const Case& c = GetParam();
  const Scratch scratch;
  const std::string file = scratch / "a.db";
  c.prepare(file);
  std::string words = c.words;
  for (std::size_t at = 0; (at = words.find("{}")) != std::string::npos;) words.replace(at, 2, file);
  const Outcome outcome = run(words);
  EXPECT_EQ(outcome.code, c.code) << outcome.err;
  EXPECT_TRUE(contains(outcome.err, c.said)) << outcome.err;
}

const std::string index_of = "index --store {} --dyad USA:COL ";
const auto nothing = [](const std::string&) {};

INSTANTIATE_TEST_SUITE_P(
    Store, StoreRefusal,
    testing::Values(
        Case{"with_files", make, index_of + news, 2, "a store stands in place of files"},
        Case{"with_format", make, index_of + "--format keds", 2,
             "and --format do not go together: that is how files are read"},
        Case{"with_rejects", make, index_of + "--max-rejects 0", 2,
             "and --max-rejects do not go together: that is how files are read"},
        Case{"received_by_alone", nothing, "index " + news + " --dyad USA:COL --received-by 1", 2,
             "--received-by 1: is for a store, and --store names none"},
        Case{"bad_when", make, index_of + "--received-by soon", 2, "--received-by soon"},
        Case{"bad_moment", make, index_of + "--received-by 2026-01-01T25:00", 2, "a day has hours 00 to 23"},
        Case{"written_over", make, index_of + "--output csv --to-file {}", 2,
             "a file that is read is not written over"},
        Case{"not_for_diff", make, "diff --store {} --dyad USA:COL", 2, "it is one of index, panel, explain, check"},
        Case{"missing", nothing, index_of, 4, "a.db: No such file"},
        Case{"no_store", [](const std::string& file) { write_text(file, read_text(DETENTE_EXAMPLES_DATA "/" + news)); },
             index_of, 3, "a.db: is no store: not an SQLite file"},
        Case{"empty", [](const std::string& file) { write_text(file, ""); }, "store info {}", 3, "a.db: is empty"},
        Case{"newer", make_newer, "store check {}", 3, "a.db: is of store version 9, and this program knows 1"},
        Case{"truncated",
             [](const std::string& file) {
               make(file);
               fs::resize_file(file, fs::file_size(file) / 2);
             },
             index_of, 3, "a.db: is damaged or truncated"},
        Case{"damaged", [](const std::string& file) { change(file, "exchange of", "Exchange of"); }, "store check {}",
             3, "is damaged in 2 places"},
        Case{"damaged_beyond_rebuilding", [](const std::string& file) { change(file, "insults over", "Insults over"); },
             "store rebuild {}", 3, "batch 1: its hash is not that of its content; nothing was changed"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(StoreRefused, WhileAnotherProcessWrites) {
  const Scratch scratch;
  const std::string file = scratch / "a.db";
  make(file);
  const Store writer = Store::open(file);
  for (const char* command : {"rebuild ", "check "}) {
    const Outcome outcome = run("store " + std::string(command) + file);
    EXPECT_EQ(outcome.code, 4) << command;
    EXPECT_TRUE(contains(outcome.err, "a store has one writer; process ")) << outcome.err;
  }
  EXPECT_EQ(run("index --store " + file + " --dyad USA:COL").code, 0);
}

}  // namespace
}  // namespace detente::cli_test
