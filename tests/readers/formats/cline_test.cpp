/// The Cline Center's Phoenix. The real files are not here: the rows below are made to the letter of what is documented
/// of the format (a CSV with a header of 25 columns), and prove no more than that.

#include "readers/formats/cline.hpp"

#include <gtest/gtest.h>

#include "readers/machine_files.hpp"

namespace detente {
using namespace detail;
namespace {

const Fields names{"eid",         "story_date",   "year",          "month",         "day",
                   "source",      "source_root",  "source_agent",  "source_others", "target",
                   "target_root", "target_agent", "target_others", "code",          "root_code",
                   "quad_class",  "goldstein",    "joined_issues", "lat",           "lon",
                   "placename",   "statename",    "countryname",   "aid",           "process"};
const Fields good{"NYT_17", "6/7/1967", "1967",  "6", "7",     "ISRMIL", "ISR", "MIL", "",
                  "EGYGOV", "EGY",      "GOV",   "",  "190",   "19",     "4",   "-10", "\"CODE,1;CODE,2\"",
                  "30.0",   "31.2",     "Cairo", "",  "Egypt", "5",      "nyt"};
const std::string header = line_of(names, ',');

TEST(Cline, ARowIsReadByTheNamesOfItsColumns) {
  in_every_order(names, good, [](const Event& e) {
    EXPECT_EQ(e.id, "NYT_17");
    EXPECT_EQ(to_text(e.date), "1967-06-07");
    EXPECT_EQ(e.source, "ISR");
    EXPECT_EQ(e.target, "EGY");
    EXPECT_EQ(e.code, "190");
    EXPECT_EQ(e.score, -10.0);
  });
}

TEST(Cline, TheStoryDateStandsInForItsParts) {
  const Fields without = with(with(good, 2, "NA"), 1, "1967-06-07");
  EXPECT_EQ(to_text(events_in_full(header + line_of(without, ',')).at(0).date), "1967-06-07");
}

TEST(Cline, ZerosThatACopyLostArePutBack) {
  const auto code_of = [](const char* code, const char* root) {
    return events_in_full(header + line_of(with(with(good, 13, code), 14, root), ',')).at(0).code;
  };
  EXPECT_EQ(code_of("36", "3"), "036");
  EXPECT_EQ(code_of("036", "3"), "036");
  EXPECT_EQ(code_of("036", "03"), "036");
  EXPECT_EQ(code_of("12", "1"), "012");
  EXPECT_EQ(code_of("112", ""), "112");
}

TEST(Cline, IdsAreTheFamilysWhateverTheFileIsCalled) {
  const std::string text = header + line_of(good, ',');
  EXPECT_EQ(read_text(text, {}, "PhoenixNYT.csv").log.rows()[0].key, read_text(text, {}, "other").log.rows()[0].key);
  EXPECT_NE(read_text(text, {.sources = {"mine"}}).log.rows()[0].key, read_text(text).log.rows()[0].key);
}

std::string row(std::size_t column, const std::string& text) { return line_of(with(good, column, text), ','); }

const std::vector<RowFate> rejected{
    {"bad_parts", row(4, "31"), "bad date", 3},
    {"date_in_doubt", row(2, ""), "bad date", 2},
    {"no_date", line_of(with(with(good, 2, ""), 1, "NA"), ','), "no date", 2},
    {"bad_code", row(13, "19x"), "bad code", 14},
    {"bad_root", row(14, "x"), "bad code", 14},
    {"no_code", row(13, "NA"), "no code", 14},
    {"lost_zero", line_of(with(with(good, 13, "12"), 14, ""), ','), "leading zero lost", 14},
    {"bad_country", row(6, "ISRMIL"), "bad country", 7},
    {"bad_target", row(10, "E"), "bad country", 11},
    {"bad_score", row(16, "x"), "bad score", 17},
    {"too_few", "1,2,3\n", "wrong number of fields", 0},
    {"quote", row(20, "\"Cairo"), "quote not closed", 21},
};
class ClineRejected : public testing::TestWithParam<RowFate> {};
TEST_P(ClineRejected, IsCountedAndShown) {
  expect_fate(header, line_of(good, ','), line_of(with(good, 0, "2"), ','), GetParam(), true);
}
INSTANTIATE_TEST_SUITE_P(Table, ClineRejected, testing::ValuesIn(rejected), [](const auto& r) { return r.param.name; });

const std::vector<RowFate> set_aside{
    {"no_source", row(6, "NA"), "one side has no country"}, {"no_target", row(10, ""), "one side has no country"},
    {"same_country", row(10, "ISR"), "same country"},       {"header", header, "repeated header"},
    {"nothing", std::string(24, ',') + "\n", "empty row"},
};
class ClineSetAside : public testing::TestWithParam<RowFate> {};
TEST_P(ClineSetAside, IsCounted) {
  expect_fate(header, line_of(good, ','), line_of(with(good, 0, "2"), ','), GetParam(), false);
}
INSTANTIATE_TEST_SUITE_P(Table, ClineSetAside, testing::ValuesIn(set_aside),
                         [](const auto& r) { return r.param.name; });

}  // namespace
}  // namespace detente
