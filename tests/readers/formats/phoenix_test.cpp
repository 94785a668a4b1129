/// Phoenix daily. The real files are not here: the rows below are made to the letter of what is documented of the
/// format (26 columns between tabs, no header), and prove no more than that.

#include "readers/formats/phoenix.hpp"

#include <gtest/gtest.h>

#include "readers/machine_files.hpp"

namespace detente {
using namespace detail;
namespace {

const Fields good{"17_v0.2.0",
                  "20140620",
                  "2014",
                  "6",
                  "20",
                  "USAGOV",
                  "USA",
                  "GOV",
                  "",
                  "COLMIL",
                  "COL",
                  "MIL",
                  "ARB",
                  "0871",
                  "08",
                  "2",
                  "9.0",
                  "ECON,2;POLIT,1",
                  "4.6",
                  "-74.1",
                  "Bogota",
                  "Cundinamarca",
                  "CO",
                  "53a4_3",
                  "https://example.org/1",
                  "reuters"};

TEST(Phoenix, ARowIsReadByItsColumns) {
  const auto events = events_in_full(line_of(good));
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].id, "17_v0.2.0");
  EXPECT_EQ(to_text(events[0].date), "2014-06-20");
  EXPECT_EQ(events[0].source, "USA");
  EXPECT_EQ(events[0].target, "COL");
  EXPECT_EQ(events[0].code, "0871");
  EXPECT_EQ(events[0].url, "https://example.org/1");
  EXPECT_EQ(events[0].mentions, 1U);
  EXPECT_EQ(events[0].score, 9.0);
}

TEST(Phoenix, IdsCountFromZeroEveryDay) {
  Fields next_day = with(good, 1, "20140621");
  next_day[4] = "21";
  const ReadResult read = read_text(line_of(good) + line_of(next_day) + line_of(good));
  EXPECT_EQ(read.log.size(), 2U);
  EXPECT_EQ(read.files[0].set_aside, (std::map<std::string, std::size_t>{{"redelivery", 1}}));
  EXPECT_EQ(read.files[0].format, "phoenix");
}

TEST(Phoenix, KindsOfActorsAreActors) { EXPECT_EQ(events_in_full(line_of(with(good, 6, "IGO"))).at(0).source, "IGO"); }

TEST(Phoenix, AnotherTableOfItsWidthIsNone) {
  for (const Fields& other : {with(good, 2, "2015"), with(good, 1, "2014-06-20"), with(good, 4, "x")})
    EXPECT_ANY_THROW(format_of(line_of(other)));
}

std::string row(std::size_t column, const std::string& text) { return line_of(with(good, column, text)); }

const std::vector<RowFate> rejected{
    {"bad_date", row(1, "20140631"), "bad date", 2},
    {"no_date", row(1, ""), "no date", 2},
    {"code_of_dashes", row(13, "---"), "bad code", 14},
    {"no_code", row(13, ""), "no code", 14},
    {"bad_country", row(6, "USAGOV"), "bad country", 7},
    {"bad_target", row(10, "co"), "bad country", 11},
    {"bad_score", row(16, "?"), "bad score", 17},
    {"too_few", line_of(Fields(25, "1")), "wrong number of fields", 0},
    {"too_many", line_of(Fields(27, "1")), "wrong number of fields", 0},
};
class PhoenixRejected : public testing::TestWithParam<RowFate> {};
TEST_P(PhoenixRejected, IsCountedAndShown) {
  expect_fate("", line_of(good), line_of(with(good, 0, "2")), GetParam(), true);
}
INSTANTIATE_TEST_SUITE_P(Table, PhoenixRejected, testing::ValuesIn(rejected),
                         [](const auto& r) { return r.param.name; });

const std::vector<RowFate> set_aside{
    {"no_source", row(6, ""), "one side has no country"},
    {"source_of_dashes", row(6, "---"), "one side has no country"},
    {"same_country", row(10, "USA"), "same country"},
    {"nothing", std::string(25, '\t') + "\n", "empty row"},
};
class PhoenixSetAside : public testing::TestWithParam<RowFate> {};
TEST_P(PhoenixSetAside, IsCounted) { expect_fate("", line_of(good), line_of(with(good, 0, "2")), GetParam(), false); }
INSTANTIATE_TEST_SUITE_P(Table, PhoenixSetAside, testing::ValuesIn(set_aside),
                         [](const auto& r) { return r.param.name; });

}  // namespace
}  // namespace detente
