#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "contracts/log_internals.hpp"
#include "detente/readers/read_events.hpp"
#include "distributed/shared_panels.hpp"
#include "readers/chronologies.hpp"
#include "readers/format_samples.hpp"
#include "readers/slice_findings.hpp"
#include "support/refusal.hpp"

namespace detente {
namespace {

/// The longest record that is read.
constexpr std::size_t longest = 400;

/// The first of so many lines.
std::string first_lines(const std::string& text, int lines) {
  std::size_t end = 0;
  while (lines-- > 0 && end < text.size()) end = text.find('\n', end) + 1;
  return text.substr(0, end);
}

/// Formats without quotes, of which a file may be cut, each with damage; one line is too long.
std::map<std::string, std::string> unquoted_samples() {
  const std::map<std::string, std::string> all = test::samples();
  std::map<std::string, std::string> out;
  for (const char* format : {"gdelt2", "gdelt1", "icews", "polecat", "phoenix", "keds"})
    out[format] = first_lines(all.at(format), 7);
  const std::string good = "1979-04-15\tISRMIL\tJOR\t190\n";
  out["keds"] = good + good + good + good + out["keds"];
  out["keds under a header"] = "date\tsource\ttarget\tcode\n" + out["keds"];
  for (auto& [format, text] : out) {
    const std::size_t middle = text.find('\n', text.size() / 2) + 1;
    text.insert(middle, std::string(longest + 100, 'x') + "\n");
  }
  return out;
}

/// One line end for another: "\n" for "\r\n" and back.
std::string with_line_ends(const std::string& text, const std::string& end) {
  std::string out;
  for (const char c : text)
    if (c != '\r') out += c == '\n' ? end : std::string(1, c);
  return out;
}

std::string without_last_end(std::string text) {
  while (text.ends_with('\n') || text.ends_with('\r')) text.pop_back();
  return text;
}

/// All that a log says of its events, in the order of arrival.
std::string told(const EventLog& log) {
  std::string out;
  for (const EventRow& row : log.rows()) {
    const Event e = log.event(row);
    out += fmt::format("{:x} {} {} {} {} {} {} {}\n", row.key.value, to_text(e.date), e.source, e.target, e.code,
                       e.mentions, e.score ? fmt::format("{}", *e.score) : "-", test::told(e.reported));
  }
  return out;
}

struct Read {
  std::string events, reports, rejects;
};

const ReadOptions reading{.max_record = longest, .chunk = 4096, .threads = 1, .brief = true};

std::string rejected_of(const std::vector<detail::SliceFindings>& found) {
  std::string out;
  for (const auto& slice : found) {
    if (!slice.header.empty()) out += slice.header + "\n";
    for (const std::string& row : slice.rejected) out += row + "\n";
  }
  return out;
}

Read read_as(const std::filesystem::path& path, const std::vector<detail::FileSlice>& slices) {
  ReadOptions options = reading;
  options.rejects_file = "asked for";  // and not written
  const std::vector<std::filesystem::path> paths{path};
  const detail::SlicesRead read = detail::read_slices(paths, slices, options);
  return {told(read.log), test::told(detail::reports_of(read.found)), rejected_of(read.found)};
}

/// As `read_events` reads it, which settles nothing where somebody watches the log grow.
Read read_whole(const Folder& folder, const std::filesystem::path& path) {
  ReadOptions options = reading;
  options.rejects_file = folder.path() / "rejects";
  options.on_growth = [](EventLog&) {};
  const ReadResult read = read_events(path, options);
  return {told(read.log), test::told(read.files), test::content_of(options.rejects_file)};
}

/// Every byte, but of wide rows only those around line ends and some of the others.
bool is_worth_a_cut(const std::string& text, std::size_t at) {
  const std::string_view around = std::string_view(text).substr(at < 3 ? 0 : at - 3, 6);
  return text.size() < 1000 || at % 13 == 0 || around.find('\n') != std::string_view::npos;
}

void expect_same(const Read& cut, const Read& whole, std::size_t at) {
  ASSERT_EQ(cut.events, whole.events) << at;
  ASSERT_EQ(cut.reports, whole.reports) << at;
  ASSERT_EQ(cut.rejects, whole.rejects) << at;
}

class CutFile : public testing::TestWithParam<std::string> {};

TEST_P(CutFile, ReadsAsTheWholeWhereverItIsCut) {
  const std::string sample = unquoted_samples().at(GetParam());
  const Folder folder;
  for (const std::string& text : {with_line_ends(sample, "\n"), without_last_end(with_line_ends(sample, "\r\n"))}) {
    const std::filesystem::path path = folder.write("t.txt", text);
    const Read whole = read_whole(folder, path);
    ASSERT_NE(whole.rejects, "");
    ASSERT_NE(whole.reports.find("line too long"), std::string::npos);
    for (std::size_t at = 1; at <= text.size() + 1; ++at)
      if (is_worth_a_cut(text, at))
        expect_same(read_as(path, {{0, 0, at}, {0, at, detail::FileSlice::all}}), whole, at);
  }
}

std::vector<std::string> names_of_unquoted() {
  std::vector<std::string> out;
  for (const auto& [format, text] : unquoted_samples()) out.push_back(format);
  return out;
}
INSTANTIATE_TEST_SUITE_P(ReadSlices, CutFile, testing::ValuesIn(names_of_unquoted()), [](const auto& info) {
  std::string name = info.param;
  std::replace(name.begin(), name.end(), ' ', '_');
  return name;
});

/// Slices of some bytes each; most of them begin no line.
std::vector<detail::FileSlice> slices_of(std::size_t size, std::size_t bytes) {
  std::vector<detail::FileSlice> out;
  for (std::size_t at = 0; at < size; at += bytes)
    out.push_back({0, at, at + bytes < size ? at + bytes : detail::FileSlice::all});
  return out;
}

TEST(ReadSlices, MayHoldNoLine) {
  const Folder folder;
  const std::string text = unquoted_samples().at("keds");
  const std::filesystem::path path = folder.write("t.txt", text);
  const Read whole = read_whole(folder, path);
  for (const std::size_t bytes : {1U, 7U, 100U, 3000U})
    expect_same(read_as(path, slices_of(text.size(), bytes)), whole, bytes);
}

TEST(WriteRejects, WritesAHeaderThatFilesShareOnce) {
  const Folder folder;
  const std::string text = unquoted_samples().at("icews");
  ReadOptions options = reading;
  options.rejects_file = folder.path() / "rejects";
  const std::vector<std::filesystem::path> paths{folder.write("a.txt", text), folder.write("b.txt", text)};
  const auto found = detail::read_slices(paths, {{0, 0, 300}, {0, 300, detail::FileSlice::all}, {1}}, options).found;
  detail::write_rejects(found, options);
  const std::string shared = test::content_of(options.rejects_file);
  (void)read_events(paths, options);
  EXPECT_EQ(shared, test::content_of(options.rejects_file));
  EXPECT_EQ(shared.rfind("Event ID"), 0U);
}

/// Of each file that is cut by itself, and of those that are not.
TEST(ReadSlices, FindingsAreTheSameAfterTheyWereBytes) {
  const Folder folder;
  for (const auto& [format, text] : test::samples()) {
    const std::vector<std::filesystem::path> paths{folder.write(format, text)};
    const ReadOptions options{.rejects_file = folder.path() / "rejects", .threads = 1, .brief = true};
    std::vector<detail::SliceFindings> found = detail::read_slices(paths, {{0}}, options).found;
    ASSERT_EQ(found.size(), 1U);
    found[0].file = 300, found[0].member = 2;
    std::string bytes;
    detail::put_findings(bytes, found[0]);
    detail::ByteReader reader(bytes);
    const detail::SliceFindings back = detail::take_findings(reader);
    EXPECT_TRUE(reader.empty());
    std::string again;
    detail::put_findings(again, back);
    EXPECT_EQ(again, bytes) << format;
    EXPECT_EQ(back.file, 300U);
    EXPECT_EQ(back.member, 2U);
    EXPECT_EQ(back.lines, found[0].lines);
    EXPECT_EQ(back.header, found[0].header);
    EXPECT_EQ(back.rejected, found[0].rejected);
    EXPECT_EQ(test::told(detail::reports_of(std::span(&back, 1))), test::told(detail::reports_of(found)));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
      detail::ByteReader part(std::string_view(bytes).substr(0, size));
      EXPECT_THROW(detail::take_findings(part), InputError) << format << " at " << size;
    }
  }
}

TEST(ReadSlices, AFileWithoutRowsIsRefusedOnceAllOfItHasBeenRead) {
  const Folder folder;
  const std::string header = "Event ID\tEvent Date\tSource Country\tTarget Country\tCAMEO Code\n";
  const std::vector<std::filesystem::path> paths{folder.write("t.txt", header)};
  const auto found = detail::read_slices(paths, {{0, 0, 9}, {0, 9, detail::FileSlice::all}}, {.threads = 1}).found;
  ASSERT_EQ(found.size(), 2U);
  EXPECT_NE(test::refusal([&] { detail::reports_of(found); }).find("holds no events"), std::string::npos);
}

TEST(ReportsOf, CountsEventsOfAllFilesOn) {
  const Folder folder;
  const std::string text = test::samples().at("keds");
  const std::vector<std::filesystem::path> paths{folder.write("a", text), folder.write("b", text)};
  const ReadOptions options{.threads = 1, .brief = true};
  std::vector<detail::SliceFindings> found = detail::read_slices(paths, {{0}}, options).found;
  for (const auto& slice : detail::read_slices(paths, {{1}}, options).found) found.push_back(slice);
  EXPECT_EQ(found[1].report.first_number, 0U);  // of a log of its own
  const std::vector<FileReport> reports = detail::reports_of(found);
  EXPECT_EQ(reports[0].first_number, 0U);
  EXPECT_EQ(reports[1].first_number, reports[0].kept);
}

}  // namespace
}  // namespace detente
