#include "readers/chronology/date_hint.hpp"

#include <gtest/gtest.h>

#include "readers/chronologies.hpp"

namespace detente {
using namespace detail;
namespace {

TEST(DateHint, SaysWhatToWrite) {
  const std::vector<std::pair<std::string, std::string>> days{
      {"25/10/2021", "write 2021-10-25"},
      {"10/25/2021", "write 2021-10-25"},
      {"5.10.2021", "write 2021-10-05 or 2021-05-10, whichever is meant"},
      {"5/5/2021", "write 2021-05-05"},
      {"2021/10/25", "write 2021-10-25"},
      {"2021-1-5", "write 2021-01-05"},
      {"2021-10-25T08:00", "write 2021-10-25"},
      {"20250105", "write 2025-01-05"},
      {"45935", "as a spreadsheet counts days it is 2025-10-05: write that"},
      {"45935.25", "as a spreadsheet counts days it is 2025-10-05: write that"},
  };
  for (const auto& [text, hint] : days) EXPECT_EQ(date_hint(text), hint) << text;
}

TEST(DateHint, IsSilentWhereNoDayIsSeen) {
  for (const char* text : {"", "next week", "32/13/2021", "31/02/2021", "2021-02-30", "1/2", "1/2/21", "20251305",
                           "123", "99999", "/", "..", "1/2/2021/3", "2025"})
    EXPECT_EQ(date_hint(text), "") << text;
}

TEST(DateHint, StandsInTheRuleThatADateBreaks) {
  const ReadResult read =
      read_text("date,source,target,event,reported\n25/10/2021,A,B,x,\n2021-10-25,A,B,x,20211026\n2021-13-01,A,B,x,\n");
  const auto& examples = read.files.at(0).examples;
  ASSERT_EQ(examples.size(), 3U);
  EXPECT_TRUE(examples[0].rule.ends_with("; write 2021-10-25")) << examples[0].rule;
  EXPECT_TRUE(examples[1].rule.ends_with("; write 2021-10-26")) << examples[1].rule;
  EXPECT_EQ(examples[2].rule.find("; write"), std::string::npos) << examples[2].rule;
}

}  // namespace
}  // namespace detente
