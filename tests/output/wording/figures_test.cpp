#include "output/wording/figures.hpp"

#include <gtest/gtest.h>

namespace detente::detail {
namespace {

TEST(DateInWords, IsAsPreciseAsTheSource) {
  for (const auto& [written, words] : std::vector<std::pair<const char*, const char*>>{
           {"2021-10-25", "25 October 2021"},
           {"1983-06", "June 1983"},
           {"1983", "1983"},
           {"1983-02", "February 1983"},
           {"[2021-10-25..2021-10-31]", "25 October 2021 – 31 October 2021"},
           {"1983-09-28/1983-10-20", "28 September 1983 – 20 October 1983"},
           {"1983-06/1983-07", "1 June 1983 – 31 July 1983"},
           {"2021-10-25/..", "since 25 October 2021"}})
    EXPECT_EQ(date_in_words(parse_date_span(written).value()), words) << written;
}

TEST(WithObject, NamesWhatTheActIsAbout) {
  EXPECT_EQ(with_object("import ban", "barley"), "import ban, barley");
  EXPECT_EQ(with_object("import ban", ""), "import ban");
}

}  // namespace
}  // namespace detente::detail
