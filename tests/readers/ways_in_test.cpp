/// A file gives the same log and report however it is read: in blocks of any size, by any number of threads, from a
/// file, a pipe or memory, packed or not. Held for every format that there is, and one of a program.

#include <gtest/gtest.h>
#include <unistd.h>

#include <map>
#include <numeric>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "readers/format_samples.hpp"
#include "readers/formats/event_formats.hpp"
#include "readers/formats/vendor.hpp"
#include "support/packed.hpp"

namespace detente {
using namespace detail;
namespace {

using namespace test;

std::string words_of(const std::map<std::string, std::size_t>& counts) {
  std::string out;
  for (const auto& [reason, rows] : counts) out += reason + "=" + std::to_string(rows) + " ";
  return out;
}

/// Everything that a reader of the result can see.
std::string everything(const ReadResult& read) {
  std::string out;
  for (const EventLog::Row& row : read.log.rows()) {
    const Event e = read.log.event(row);
    out += std::to_string(row.key.value) + " " + std::to_string(row.number) + " " + to_text(e.date) + " " +
           (e.reported ? to_text(*e.reported) : "-") + " " + e.source + ">" + e.target + " " + e.code + " " + e.id +
           " " + e.issue + " " + std::to_string(e.mentions) + " " + std::to_string(e.line) + " " + e.note + " " +
           e.url + " " + (e.score ? std::to_string(*e.score) : "-") + "\n";
  }
  for (const FileReport& file : read.files) {
    out += file.format + " " + std::to_string(file.rows) + " " + std::to_string(file.kept) + " aside " +
           words_of(file.set_aside) + "rejected " + words_of(file.rejected) + "\n" +
           report_text(file).substr(file.name.size()) + words_of(file.unknown_names);
    if (file.first_day) out += to_text(*file.first_day) + " " + to_text(*file.last_day);
    if (file.first_reported) out += " reported from " + to_text(*file.first_reported);
    out += " " + std::to_string(file.days_without_reports) + "\n";
    for (const DamageExample& e : file.examples) out += e.column_name + " " + e.rule + "\n";
  }
  return out;
}

struct Seen {
  std::string result, rejects;
  friend bool operator==(const Seen&, const Seen&) = default;
};

/// Reads with a rejects file.
template <class Read>
Seen seen(const Folder& folder, ReadOptions options, const Read& read) {
  options.rejects_file = folder.path() / "rejects";
  const std::string result = everything(read(options));
  return {result, read_all(options.rejects_file)};
}

class EveryFormat : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    auto all = samples();
    all["vendor"] = vendor_text();
    options_.formats = vendor();
    ASSERT_TRUE(all.contains(GetParam())) << "a format without a sample: add one to samples()";
    text_ = all.at(GetParam());
    options_.format = GetParam();
    options_.sources = {"somebody"};  // so that ids that stand twice are versions
    wanted_ = in_memory({.chunk = text_.size() + 1, .threads = 1});
    ASSERT_NE(wanted_.result, "");
  }

  Seen in_memory(const ReadOptions& how) {
    ReadOptions options = options_;
    options.chunk = how.chunk, options.threads = how.threads, options.brief = how.brief;
    return seen(folder_, options, [&](const ReadOptions& o) { return read_text(text_, o, "t.csv"); });
  }
  Seen from(const std::filesystem::path& path) {
    ReadOptions options = options_;
    options.chunk = 50, options.threads = 2;
    return seen(folder_, options, [&](const ReadOptions& o) {
      ReadResult read = read_events(path, o);
      for (FileReport& file : read.files) rename(file, path.string());
      return read;
    });
  }

  /// The report as it is of "t.csv".
  static void rename(FileReport& file, const std::string& path) {
    file.name = "t.csv";
    for (DamageExample& example : file.examples)
      if (const auto at = example.rule.find(path); at != std::string::npos)
        example.rule.replace(at, path.size(), file.name);
  }

  Folder folder_;
  std::string text_;
  ReadOptions options_;
  Seen wanted_;
};

TEST_P(EveryFormat, IsReadTheSameInBlocksOfAnySizeByAnyThreads) {
  for (std::size_t chunk = 1; chunk <= text_.size() + 1; chunk += chunk < 40 ? 1 : 101)
    ASSERT_EQ(in_memory({.chunk = chunk, .threads = 1 + chunk % 8}), wanted_) << "blocks of " << chunk;
}

TEST_P(EveryFormat, IsReadTheSameInBrief) {
  const Seen whole = in_memory({.chunk = text_.size() + 1, .threads = 1, .brief = true});
  for (std::size_t chunk = 1; chunk <= text_.size() + 1; chunk += chunk < 20 ? 1 : 67)
    ASSERT_EQ(in_memory({.chunk = chunk, .threads = 1 + chunk % 3, .brief = true}), whole) << "blocks of " << chunk;
}

TEST_P(EveryFormat, IsReadTheSameFromAFileAndAPipe) {
  EXPECT_EQ(from(folder_.write("t.csv", text_)), wanted_);
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  std::thread writer([&] {
    for (std::size_t at = 0; at < text_.size(); at += 7) {
      const std::string_view some = std::string_view(text_).substr(at, 7);
      EXPECT_EQ(::write(ends[1], some.data(), some.size()), static_cast<ssize_t>(some.size()));
    }
    ::close(ends[1]);
  });
  ReadOptions options = options_;
  options.threads = 3;
  const auto source = open_bytes("/dev/fd/" + std::to_string(ends[0]));
  EXPECT_EQ(seen(folder_, options, [&](const ReadOptions& o) { return read_events(*source, "t.csv", o); }), wanted_);
  writer.join();
  ::close(ends[0]);
}

TEST_P(EveryFormat, IsReadTheSamePacked) {
  if (packings().empty()) GTEST_SKIP() << "this build unpacks nothing";
  for (const std::string& kind : packings()) {
    const auto path = folder_.path() / ("t.csv." + kind);
    write_packed(path, kind, {{"inside.csv", text_}});
    EXPECT_EQ(from(path), wanted_) << kind;
  }
}

std::vector<std::string> names() {
  const ReadOptions options{.formats = vendor()};
  std::vector<std::string> all;
  for (const EventFormat* format : event_formats(options)) all.emplace_back(format->name());
  return all;
}
INSTANTIATE_TEST_SUITE_P(Formats, EveryFormat, testing::ValuesIn(names()),
                         [](const auto& name) { return std::string(name.param); });

// ---- several files ----

TEST(SeveralFiles, AreReadInTheOrderGivenByAnyThreads) {
  const Folder folder;
  std::vector<std::filesystem::path> paths;
  for (int i = 9; i >= 0; --i)
    paths.push_back(folder.write(
        "f" + std::to_string(i) + ".csv",
        "date,source,target,event\n2025-01-0" + std::to_string(i) + ",USA,COL,a\n2025-01-09,COL,USA,b\n?,USA,COL,c\n"));
  const std::string wanted = everything(read_events(paths, {.chunk = 1, .threads = 1}));
  for (const std::size_t threads : {2U, 3U, 8U})
    for (const std::size_t chunk : {1U, 40U, 4096U})
      EXPECT_EQ(everything(read_events(paths, {.chunk = chunk, .threads = threads})), wanted);
}

TEST(SeveralFiles, AFileThatCannotBeReadIsNamed) {
  const Folder folder;
  const std::vector<std::filesystem::path> paths{
      folder.write("a.csv", "date,source,target,event\n2025-01-01,USA,COL,a\n"), folder.path() / "none.csv"};
  for (const auto& all : {paths, std::vector<std::filesystem::path>{folder.path()}}) try {
      read_events(all, {.threads = 4});
      ADD_FAILURE();
    } catch (const std::system_error& error) {
      EXPECT_NE(std::string(error.what()).find(all.back().string()), std::string::npos) << error.what();
    }
}

// ---- progress ----

TEST(ReadProgress, GrowsToTheBytesOfAllFiles) {
  const Folder folder;
  std::string text = "date,source,target,event\n";
  for (int i = 0; i < 500; ++i) text += "2025-01-01,USA,COL,a\n";
  const std::vector<std::filesystem::path> paths{folder.write("a.csv", text), folder.write("b.csv", text)};
  std::vector<std::uint64_t> calls;
  const auto here = std::this_thread::get_id();
  read_events(paths,
              {.chunk = 100, .threads = 3, .progress = [&](std::uint64_t read, std::optional<std::uint64_t> total) {
                 EXPECT_EQ(total, 2 * text.size());
                 EXPECT_EQ(std::this_thread::get_id(), here);
                 calls.push_back(read);
               }});
  EXPECT_GT(calls.size(), 100U);
  EXPECT_TRUE(std::is_sorted(calls.begin(), calls.end()));
  EXPECT_EQ(calls.back(), 2 * text.size());
}

TEST(ReadProgress, DoesNotKnowTheEndOfMemory) {
  std::size_t calls = 0;
  read_text("date,source,target,event\n2025-01-01,USA,COL,a\n",
            {.progress = [&](std::uint64_t, std::optional<std::uint64_t> total) {
              EXPECT_FALSE(total);
              ++calls;
            }});
  EXPECT_GT(calls, 0U);
}

// ---- plain rows of chronologies ----

TEST(PlainRows, AreTheEventsThatTheWholeRulesGive) {
  std::string text = "date,source,target,event,note,mentions,seen\n";
  for (int i = 0; i < 300; ++i)
    text += "2025-0" + std::to_string(1 + i % 9) + "-1" + std::to_string(i % 10) + (i % 50 == 7 ? "~" : "") + "," +
            (i % 3 == 0 ? "USA" : " MEX ") + ",COL," + (i % 7 == 0 ? "threat" : "denial") + "," +
            (i % 11 == 0 ? "caf\xC3\xA9" : "") + "," + (i % 5 == 0 ? std::to_string(i) : "") + ",\n";
  text += "2025-02-30,USA,COL,threat,,,\n2025-01-01,USA,USA,threat,,,\n,,,,,,\n2025-01-01,USA,COL,,,,\n";
  ReadResult whole = read_text(text);
  ReadResult brief = read_text(text, {.brief = true});
  ASSERT_EQ(brief.log.size(), whole.log.size());
  for (std::size_t i = 0; i < whole.log.size(); ++i) {
    const EventLog::Row &a = whole.log.rows()[i], &b = brief.log.rows()[i];
    const Event one = whole.log.event(a), other = brief.log.event(b);
    ASSERT_EQ(a.key, b.key) << i;
    EXPECT_EQ(a.number, b.number);
    EXPECT_EQ(one.date, other.date);
    EXPECT_EQ(one.source + one.target + one.code, other.source + other.target + other.code);
    EXPECT_EQ(one.mentions, other.mentions);
  }
  EXPECT_EQ(report_text(brief.files[0]), report_text(whole.files[0]));
}

}  // namespace
}  // namespace detente
