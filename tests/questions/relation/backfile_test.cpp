/// The backfile of GDELT, 1979 to March 2013 and entered in 2013, together with what came live after it.

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "detente/contracts/selection.hpp"
#include "detente/questions/relation/file_codebook.hpp"
#include "detente/questions/relation/file_profile.hpp"
#include "detente/readers/read_events.hpp"
#include "readers/gdelt_rows.hpp"

namespace detente {
using namespace detail;
namespace {

using namespace test;

/// Twelve rows of the backfile, of as many days.
std::string backfile() {
  std::string out;
  for (int i = 0; i < 12; ++i) {
    const Fields row = with(with(gdelt_row(57), gdelt_id, std::to_string(100 + i)), 56, "20130203");
    out += line_of(with(row, gdelt_date, "197901" + std::to_string(10 + i)));
  }
  return out;
}

/// Twenty-four rows of the days from 10 April 2013, of which one is dated back by ten years.
std::string live(std::size_t width) {
  std::string out;
  const std::string time = width == 61 ? "120000" : "";
  for (int i = 0; i < 24; ++i) {
    const std::string on = "201304" + std::to_string(10 + i % 20);
    const Fields row = with(with(gdelt_row(width), gdelt_id, std::to_string(200 + i)), width - 2, on + time);
    out += line_of(with(row, gdelt_date, i == 20 ? "20030413" : on));
  }
  return out;
}

std::optional<Day> covered_from(const std::vector<std::string>& files) {
  std::vector<FileReport> reports;
  for (const std::string& file : files) {
    reports.push_back(read_text(file).files[0]);
    EXPECT_EQ(reports.back().kept, reports.back().rows) << report_text(reports.back());
  }
  return coverage_start(reports);
}

TEST(Backfile, CoversTheSameWithLiveRowsInOneFileAndInTwo) {
  for (const auto& files : std::vector<std::vector<std::string>>{{backfile() + live(58)},
                                                                 {live(58) + backfile()},
                                                                 {backfile(), live(58)},
                                                                 {live(58), backfile()},
                                                                 {backfile(), live(61)},
                                                                 {live(61), live(58), backfile()}})
    EXPECT_EQ(covered_from(files), day("1979-01-10"));
  for (const std::size_t width : {58U, 61U}) EXPECT_EQ(covered_from({live(width)}), day("2013-04-10")) << width;
}

TEST(Backfile, IsOneSourceWithVersion2) {
  const Folder folder;
  const auto older = folder.write("1979.csv", backfile()), newer = folder.write("2013.export.CSV", live(61));
  for (const auto& paths : {std::vector{older, newer}, std::vector{newer, older}}) {
    const ReadResult read = read_events(paths);
    EXPECT_EQ(read.log.size(), 36U);
    EXPECT_EQ(codebook_of_files(read.files).name, "gdelt");
    EXPECT_EQ(to_text(profile_of_files(read.files).profile), to_text(*find_profile("gdelt")));
    const auto known = [&](const char* on) {
      return select(read.log, {.dyad = {"USA", "COL"}, .as_of = day(on)}).size();
    };
    EXPECT_EQ(known("2000-01-01"), 0U) << "nothing of the backfile was known before it was entered";
    EXPECT_EQ(known("2013-02-03"), 12U);
    EXPECT_EQ(known("2013-04-30"), 36U);
  }
}

}  // namespace
}  // namespace detente
