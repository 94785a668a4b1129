#include "detente/questions/relation/file_profile.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "detente/readers/formats/format_info.hpp"

namespace detente {
namespace {

FileReport file(std::string format, std::size_t kept, std::optional<Day> first = {}) {
  FileReport out;
  out.format = std::move(format);
  out.kept = kept;
  out.first_day = first;
  return out;
}

TEST(FileProfile, GoesByTheFormat) {
  EXPECT_EQ(profile_of_files({}).profile.name, "chronology");
  for (const FormatInfo& format : formats()) {
    const std::vector<FileReport> files{file(std::string(format.name), 1)};
    EXPECT_EQ(profile_of_files(files).profile.name, format.profile);
    EXPECT_TRUE(profile_of_files(files).assumptions.empty());
  }
  EXPECT_EQ(profile_of_files(std::vector{file("gdelt1", 1), file("gdelt2", 5)}).assumptions.size(), 0U);
}

TEST(FileProfile, OfSeveralIsThatOfMostEventsAndProvisional) {
  std::vector<FileReport> files{file("keds", 30), file("phoenix", 20), file("phoenix", 5)};
  const FileProfile told = profile_of_files(files);
  EXPECT_EQ(told.profile.name, "keds");
  EXPECT_EQ(told.profile.standing, ProfileStanding::provisional);
  EXPECT_EQ(told.assumptions, (std::vector<std::string>{"source profile keds: that of most events, of 2 that the files "
                                                        "have"}));
  std::reverse(files.begin(), files.end());
  EXPECT_EQ(profile_of_files(files).profile.name, "keds");
}

TEST(CoverageStart, IsTheFirstDayOfAnyFile) {
  EXPECT_FALSE(coverage_start(std::vector{file("keds", 0)}));
  EXPECT_EQ(coverage_start(std::vector{file("keds", 2, Day{30}), file("keds", 0), file("keds", 1, Day{20})}), Day{20});
}

TEST(CoverageStart, IsTheFirstReportWhereTheFileSaysWhenItReports) {
  FileReport late = file("gdelt2", 9, Day{5});
  late.first_reported = Day{370};
  EXPECT_EQ(coverage_start(std::vector{late}), Day{370});
  EXPECT_EQ(coverage_start(std::vector{late, file("keds", 1, Day{400})}), Day{370});
  EXPECT_EQ(coverage_start(std::vector{file("keds", 1, Day{30}), late}), Day{30});
}

TEST(CoverageEnd, IsTheDayAfterTheLastEventOfAnyFile) {
  EXPECT_FALSE(coverage_end(std::vector{file("keds", 0)}));
  FileReport one = file("keds", 2, Day{30}), other = file("keds", 2, Day{20});
  one.last_day = Day{40};
  other.last_day = Day{35};
  EXPECT_EQ(coverage_end(std::vector{one, other}), Day{41});
}

}  // namespace
}  // namespace detente
