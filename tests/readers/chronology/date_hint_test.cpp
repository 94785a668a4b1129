#include "readers/chronology/date_hint.hpp"

#include <gtest/gtest.h>

#include "readers/chronologies.hpp"

namespace detente {
using namespace detail;
namespace {

TEST(DateHint, SaysWhatToWrite) {
  const std::vector<std::pair<std::string, std::string>> dates{
      {"Oct 25, 2021", "did you mean 2021-10-25?"},
      {"25/10/2021", "did you mean 2021-10-25?"},
      {"10/25/2021", "did you mean 2021-10-25?"},
      {"5.10.2021", "did you mean 2021-10-05 (day first) or 2021-05-10 (month first)?"},
      {"5/5/2021", "did you mean 2021-05-05?"},
      {"2021/10/25", "did you mean 2021-10-25?"},
      {"2021-1-5", "did you mean 2021-01-05?"},
      {"20250105", "did you mean 2025-01-05?"},
      {"Late 2017", "did you mean [2017-09..2017-12]?"},
      {"2008-2023", "did you mean 2008/2023?"},
      {"45935", "as a spreadsheet counts days it is 2025-10-05: write that"},
      {"45935.25", "as a spreadsheet counts days it is 2025-10-05: write that"},
  };
  for (const auto& [text, hint] : dates) EXPECT_EQ(date_hint(text), hint) << text;
}

TEST(DateHint, IsSilentWhereNoDateIsSeen) {
  for (const char* text : {"", "next week", "32/13/2021", "31/02/2021", "2021-02-30", "1/2", "1/2/21", "20251305",
                           "123", "99999", "/", "..", "1/2/2021/3", "25 October"})
    EXPECT_EQ(date_hint(text), "") << text;
}

TEST(DateHint, StandsInTheRuleThatADateBreaks) {
  const ReadResult read =
      read_text("date,source,target,event,reported\n25/10/2021,A,B,x,\n2021-10-25,A,B,x,20211026\n2021-13-01,A,B,x,\n");
  const auto& examples = read.files.at(0).examples;
  ASSERT_EQ(examples.size(), 3U);
  EXPECT_TRUE(examples[0].rule.ends_with("; did you mean 2021-10-25?")) << examples[0].rule;
  EXPECT_TRUE(examples[1].rule.ends_with("; did you mean 2021-10-26?")) << examples[1].rule;
  EXPECT_EQ(examples[2].rule.find("; did"), std::string::npos) << examples[2].rule;
}

}  // namespace
}  // namespace detente
