#include "readers/formats/keds.hpp"

#include <gtest/gtest.h>

#include "readers/machine_files.hpp"

namespace detente {
using namespace detail;
namespace {

const Fields good{"1979-04-15", "ISRMIL", "JOR", "190"};

TEST(Keds, ARowIsReadByItsColumns) {
  for (const std::string& header :
       {std::string(), line_of({"date", "source", "target", "code"}), line_of({"Date", "Source", "Target", "CAMEO"})}) {
    const auto events = events_in_full(header + line_of(good) + line_of({"790416", "JOR", "ISRMIL", "190", "(FIRED)"}));
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(to_text(events[0].date), "1979-04-15");
    EXPECT_EQ(events[0].source, "ISRMIL");
    EXPECT_EQ(events[0].target, "JOR");
    EXPECT_EQ(events[0].code, "190");
    EXPECT_EQ(events[0].note, "");
    EXPECT_EQ(to_text(events[1].date), "1979-04-16");
    EXPECT_EQ(events[1].note, "(FIRED)");
  }
}

TEST(Keds, DatesOfTwoDigitsAreWithinAHundredYearsFrom1945) {
  const auto date = [](const char* text) { return to_text(events_in_full(line_of(with(good, 0, text))).at(0).date); };
  EXPECT_EQ(date("450101"), "1945-01-01");
  EXPECT_EQ(date("991231"), "1999-12-31");
  EXPECT_EQ(date("000229"), "2000-02-29");
  EXPECT_EQ(date("441231"), "2044-12-31");
  EXPECT_EQ(date("19790415"), "1979-04-15");
}

TEST(Keds, EqualRowsAreSeveralEvents) {
  const ReadResult read = read_text(line_of(good) + line_of(good));
  EXPECT_EQ(read.files[0].kept, 2U);
  EXPECT_EQ(read.files[0].format, "keds");
}

std::string row(std::size_t column, const std::string& text) { return line_of(with(good, column, text)); }

const std::vector<RowFate> rejected{
    {"dirt_in_the_code", row(3, "0841]"), "bad code", 4},
    {"code_of_dashes", row(3, "---"), "bad code", 4},
    {"no_code", row(3, ""), "no code", 4},
    {"bad_date", row(0, "1979-02-29"), "bad date", 1},
    {"bad_short_date", row(0, "791301"), "bad date", 1},
    {"no_date", row(0, ""), "no date", 1},
    {"actor_with_a_blank", row(1, "ISR MIL"), "bad actor", 2},
    {"actor_of_other_bytes", row(2, "JOR\xE1"), "bad actor", 3},
    {"actor_without_end", row(2, std::string(65, 'A')), "bad actor", 3},
    {"too_few", "1979-04-15\tISR\tJOR\n", "wrong number of fields", 0},
    {"too_many", line_of({"1979-04-15", "ISR", "JOR", "190", "text", "more"}), "wrong number of fields", 0},
};
class KedsRejected : public testing::TestWithParam<RowFate> {};
TEST_P(KedsRejected, IsCountedAndShown) { expect_fate("", line_of(good), line_of(good), GetParam(), true); }
INSTANTIATE_TEST_SUITE_P(Table, KedsRejected, testing::ValuesIn(rejected), [](const auto& r) { return r.param.name; });

const std::vector<RowFate> set_aside{
    {"no_source", row(1, ""), "one side has no actor"},
    {"target_of_dashes", row(2, "---"), "one side has no actor"},
    {"same_actor", row(2, "ISRMIL"), "same actor"},
    {"header", line_of({"date", "source", "target", "code"}), "repeated header"},
    {"nothing", "\t\t\t\n", "empty row"},
};
class KedsSetAside : public testing::TestWithParam<RowFate> {};
TEST_P(KedsSetAside, IsCounted) { expect_fate("", line_of(good), line_of(good), GetParam(), false); }
INSTANTIATE_TEST_SUITE_P(Table, KedsSetAside, testing::ValuesIn(set_aside), [](const auto& r) { return r.param.name; });

TEST(Keds, ActorsMayBeInAnotherOrderOnlyWithTheChronologysNames) {
  EXPECT_EQ(format_of("date\tsource\ttarget\tevent\n1979-04-15\tISR\tJOR\tthreat\n").name(), "chronology");
}

}  // namespace
}  // namespace detente
