#include "detente/values/written_date.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace detente {
namespace {

using Pairs = std::vector<std::pair<const char*, const char*>>;

constexpr std::array<DateLayout, 3> written_layouts{DateLayout::words, DateLayout::dmy, DateLayout::mdy};

/// In every layout but EDTF.
void expect_in_all(const Pairs& dates) {
  for (const auto& [written, edtf] : dates)
    for (const DateLayout layout : written_layouts) {
      const Parsed<std::string> read = edtf_of(written, layout);
      EXPECT_TRUE(read) << written << ": " << read.rule();
      EXPECT_EQ(read ? *read : std::string(), edtf) << written << " as " << to_text(layout);
    }
}

TEST(WrittenDate, DaysInWords) {
  expect_in_all({{"25 October 2021", "2021-10-25"},
                 {"25 Oct 2021", "2021-10-25"},
                 {"25 oct. 2021", "2021-10-25"},
                 {"25th of October 2021", "2021-10-25"},
                 {"the 1st of May, 2021", "2021-05-01"},
                 {"3 Sept 2021", "2021-09-03"},
                 {"3 Sept. 2021", "2021-09-03"},
                 {"October 25, 2021", "2021-10-25"},
                 {"Oct 25, 2021", "2021-10-25"},
                 {"OCT. 25th, 2021", "2021-10-25"},
                 {"Oct 25 2021", "2021-10-25"},
                 {"October 2nd 2021", "2021-10-02"},
                 {"Monday, 25 October 2021", "2021-10-25"},
                 {"Mon 25 Oct 2021", "2021-10-25"},
                 {"Sunday May 3, 2020", "2020-05-03"},
                 {"25-Oct-2021", "2021-10-25"},
                 {"25/Oct/2021", "2021-10-25"},
                 {"25. October 2021", "2021-10-25"},
                 {"25OCT2021", "2021-10-25"},
                 {"2021 October 25", "2021-10-25"},
                 {"2021-Oct-25", "2021-10-25"},
                 {"2021, October 25", "2021-10-25"},
                 {"25\xC2\xA0October\xC2\xA0"
                  "2021",
                  "2021-10-25"},
                 {"25 October 2021[3]", "2021-10-25"},
                 {"25 October 2021[3][note 4]", "2021-10-25"},
                 {"25 October 2021, 14:30", "2021-10-25"},
                 {"14:30, 25 October 2021 (UTC)", "2021-10-25"},
                 {"14:30. 25 October 2021", "2021-10-25"},
                 {"14:30:15.25 25 October 2021", "2021-10-25"},
                 {"Oct 25, 2021 2:30 PM", "2021-10-25"},
                 {"29 February 2024", "2024-02-29"}});
}

TEST(WrittenDate, TheYearFirstIsReadInEveryLayout) {
  expect_in_all({{"2021/10/25", "2021-10-25"},
                 {"2021.10.25", "2021-10-25"},
                 {"2021-1-5", "2021-01-05"},
                 {"20211025", "2021-10-25"},
                 {"2021/10/25 14:30:00", "2021-10-25"},
                 {"2021/10", "2021-10"},
                 {"2021-5", "2021-05"}});
}

TEST(WrittenDate, MonthsAndYears) {
  expect_in_all({{"October 2021", "2021-10"},
                 {"Oct. 2021", "2021-10"},
                 {"October, 2021", "2021-10"},
                 {"Jul 2023", "2023-07"},
                 {"Jul-2023", "2023-07"},
                 {"2023 July", "2023-07"},
                 {"in May 2020", "2020-05"},
                 {"10/2021", "2021-10"},
                 {"10.2021", "2021-10"},
                 {"10-2021", "2021-10"},
                 {"in 2017", "2017"},
                 {"the 1990s", "199X"},
                 {"1990s", "199X"}});
}

TEST(WrittenDate, PartsOfYearsAndMonths) {
  expect_in_all({{"Late 2017", "[2017-09..2017-12]"},
                 {"late-2017", "[2017-09..2017-12]"},
                 {"mid-2017", "[2017-05..2017-08]"},
                 {"Mid 2017", "[2017-05..2017-08]"},
                 {"early 2017", "[2017-01..2017-04]"},
                 {"the end of 2017", "[2017-09..2017-12]"},
                 {"beginning of 2017", "[2017-01..2017-04]"},
                 {"early October 2021", "[2021-10-01..2021-10-10]"},
                 {"mid-October 2021", "[2021-10-11..2021-10-20]"},
                 {"late February 2024", "[2024-02-21..2024-02-29]"},
                 {"end of October 2021", "[2021-10-21..2021-10-31]"},
                 {"spring 2017", "2017-21"},
                 {"Summer of 2017", "2017-22"},
                 {"Fall 2017", "2017-23"},
                 {"autumn 2017", "2017-23"},
                 {"winter 2017", "2017-24"},
                 {"Q3 2021", "[2021-07..2021-09]"},
                 {"2021 Q3", "[2021-07..2021-09]"},
                 {"H1 2021", "[2021-01..2021-06]"},
                 {"first half of 2021", "[2021-01..2021-06]"},
                 {"2nd half of 2021", "[2021-07..2021-12]"}});
}

TEST(WrittenDate, About) {
  expect_in_all({{"c. 2017", "2017~"},
                 {"ca. 2017", "2017~"},
                 {"circa 2017", "2017~"},
                 {"about October 2021", "2021-10~"},
                 {"around 25 October 2021", "2021-10-25~"},
                 {"~2017", "2017~"},
                 {"25 October 2021?", "2021-10-25~"},
                 {"October 2021 (?)", "2021-10~"}});
}

TEST(WrittenDate, Ranges) {
  expect_in_all({{"2008\xE2\x80\x93"
                  "2023",
                  "2008/2023"},
                 {"2008-2023", "2008/2023"},
                 {"Q1\xE2\x80\x93Q2 2020", "2020-01-01/2020-06-30"},
                 {"spring\xE2\x80\x93summer 2020", "2020-03-01/2020-08-31"},
                 {"early\xE2\x80\x93mid 2017", "2017-01-01/2017-08-31"},
                 {"2021-10-25 \xE2\x80\x93 2021-10-27", "2021-10-25/2021-10-27"},
                 {"2021-10-25 - 2021-10-27", "2021-10-25/2021-10-27"},
                 {"2008 to 2023", "2008/2023"},
                 {"from 2008 to 2023", "2008/2023"},
                 {"25\xE2\x80\x93"
                  "27 October 2021",
                  "2021-10-25/2021-10-27"},
                 {"25-27 Oct 2021", "2021-10-25/2021-10-27"},
                 {"October 25\xE2\x80\x93"
                  "27, 2021",
                  "2021-10-25/2021-10-27"},
                 {"25 Oct \xE2\x80\x93 3 Nov 2021", "2021-10-25/2021-11-03"},
                 {"October 25 - November 3, 2021", "2021-10-25/2021-11-03"},
                 {"28 December \xE2\x80\x93 3 January 2022", "2021-12-28/2022-01-03"},
                 {"28 December 2021 - 3 January 2022", "2021-12-28/2022-01-03"},
                 {"May-July 2021", "2021-05/2021-07"},
                 {"May to July 2021", "2021-05/2021-07"},
                 {"Nov 2020-Feb 2021", "2020-11/2021-02"},
                 {"November-February 2021", "2020-11/2021-02"},
                 {"early 2017 - late 2018", "2017-01-01/2018-12-31"},
                 {"since 2017", "2017/.."},
                 {"since 25 October 2021", "2021-10-25/.."},
                 {"from May 2020", "2020-05/.."},
                 {"2017-", "2017/.."},
                 {"2017 \xE2\x80\x93 present", "2017/.."},
                 {"May 2020 to now", "2020-05/.."}});
}

TEST(WrittenDate, NumbersWithTheDayOrTheMonthFirst) {
  const std::vector<std::array<const char*, 3>> dates{
      {"25/10/2021", "2021-10-25", nullptr},
      {"10/25/2021", nullptr, "2021-10-25"},
      {"05/10/2021", "2021-10-05", "2021-05-10"},
      {"5.10.2021", "2021-10-05", "2021-05-10"},
      {"5-10-2021", "2021-10-05", "2021-05-10"},
      {"5/5/2021 08:15", "2021-05-05", "2021-05-05"},
      {"1/5/2021-3/5/2021", "2021-05-01/2021-05-03", "2021-01-05/2021-03-05"}};
  for (const auto& [written, day_first, month_first] : dates) {
    EXPECT_FALSE(edtf_of(written, DateLayout::words)) << written;
    const auto dmy = edtf_of(written, DateLayout::dmy), mdy = edtf_of(written, DateLayout::mdy);
    ASSERT_EQ(bool(dmy), day_first != nullptr) << written << ": " << dmy.rule();
    ASSERT_EQ(bool(mdy), month_first != nullptr) << written << ": " << mdy.rule();
    EXPECT_EQ(dmy ? dmy->c_str() : std::string(), day_first ? day_first : "") << written;
    EXPECT_EQ(mdy ? mdy->c_str() : std::string(), month_first ? month_first : "") << written;
  }
}

TEST(WrittenDate, WhatIsRefusedIsRefusedForAReason) {
  const Pairs dates{{"25 October", "no year"},
                    {"October", "no year"},
                    {"25/10/21", "two digits do not say which century"},
                    {"10-25-21", "two digits do not say which century"},
                    {"25 Oct 21", "stands there twice"},
                    {"Jul '23", "stands where no date has it"},
                    {"25 enero 2021", "months are English"},
                    {"before 2017", "leaves one end open"},
                    {"by May 2017", "leaves one end open"},
                    {"after 25 October 2021", "leaves one end open"},
                    {"25, 27 October 2021", "stands there twice"},
                    {"1215", "within 1400 to 9999"},
                    {"15 June 1215", "within 1400 to 9999"},
                    {"44 BC", "within 1400 to 9999"},
                    {"30 February 2021", "2021-02 has days 01 to 28"},
                    {"2021/13/01", "month"},
                    {"31 November 2021", "2021-11 has days 01 to 30"},
                    {"c. 2008-2012", "ends of a range are certain"},
                    {"2023-2008", "ends before it begins"},
                    {"Q5 2021", "quarters are 1 to 4"},
                    {"Q 2021", "has a number"},
                    {"spring October 2021", "early, a mid and a late part"},
                    {"late 25 October 2021", "a day has no parts"},
                    {"25 2021", "a day without a month"},
                    {"next week", "no word of a date"},
                    {"unknown", "no word of a date"},
                    {"123", "neither a day nor a year"},
                    {"", "has a date"},
                    {"[3]", "stands where no date has it"},
                    {"5-10/2021", "a day without a month"},
                    {"Oct 25-2021", "the year at both ends"},
                    {"2021 - 25 October", "the year at both ends"},
                    {"2008\xE2\x80\x93"
                     "10",
                     "a day without a month"},
                    {"late summer 2017", "stands there twice"},
                    {"25 October 2021 -", "stands where no date has it"},
                    {"2021 [May]", "stands where no date has it"},
                    {"-", "stands where no date has it"},
                    {"\xFF\xFE", "no word of a date"}};
  for (const auto& [written, rule] : dates) {
    const Parsed<std::string> read = edtf_of(written, DateLayout::dmy);
    EXPECT_FALSE(read) << written << " is " << *read;
    EXPECT_NE(read.rule().find(rule), std::string::npos) << written << ": " << read.rule();
  }
}

TEST(WrittenDate, ARefusalSaysWhichNumberCannotBeTheMonth) {
  EXPECT_EQ(edtf_of("25/10/2021", DateLayout::mdy).rule(), "with the month first there is no month 25");
  EXPECT_EQ(edtf_of("10/25/2021", DateLayout::dmy).rule(), "with the day first there is no month 25");
}

TEST(WrittenDate, EdtfIsReadAsItIsInEveryLayout) {
  for (const char* date : {"2021-10-25", "2021-10", "2021", "2021~", "[2021-10-01..2021-10-05]", "2021/2022", "2021/..",
                           "2021-10-XX", "2021-22", "2008-09"})
    for (const DateLayout layout : written_layouts) EXPECT_EQ(edtf_of(date, layout).value(), date);
}

TEST(WrittenDate, WithoutALayoutNothingButEdtfIsRead) {
  for (const char* date : {"25 October 2021", "25/10/2021", "2021/10/25", "20211025", "Q3 2021", "2008-2023"})
    EXPECT_FALSE(edtf_of(date, DateLayout::edtf)) << date;
}

TEST(WrittenDate, LayoutsHaveNames) {
  for (const DateLayout layout : {DateLayout::edtf, DateLayout::words, DateLayout::dmy, DateLayout::mdy})
    EXPECT_EQ(parse_date_layout(to_text(layout)), layout);
  EXPECT_EQ(parse_date_layout("ymd"), std::nullopt);
}

RC_GTEST_PROP(WrittenDate, EveryDayIsReadInEveryWayOfWritingIt, ()) {
  const Day day{*rc::gen::inRange(first_calendar_day().value, last_calendar_day().value + 1)};
  const CivilDate c = civil(day);
  constexpr std::array<const char*, 12> months{"January", "February", "March",     "April",   "May",      "June",
                                               "July",    "August",   "September", "October", "November", "December"};
  const std::string d = std::to_string(c.day), m = std::to_string(c.month), y = std::to_string(c.year);
  const std::string name = months.at(static_cast<std::size_t>(c.month) - 1);
  const auto reads = [&](const std::string& text, DateLayout layout) {
    const Parsed<DateSpan> span = parse_date_span(text, layout);
    return span && *span == DateSpan::on(day);
  };
  for (const std::string& text : {d + " " + name + " " + y, name + " " + d + ", " + y,
                                  d + "-" + name.substr(0, 3) + "-" + y, y + "/" + m + "/" + d})
    RC_ASSERT(reads(text, DateLayout::words));
  RC_ASSERT(reads(d + "/" + m + "/" + y, DateLayout::dmy));
  RC_ASSERT(reads(m + "/" + d + "/" + y, DateLayout::mdy));
}

RC_GTEST_PROP(WrittenDate, WhateverIsWrittenIsReadOrRefusedAndNeverBoth, ()) {
  static const std::vector<std::string> pieces{"25",    "10", "2021", "8",  "October", "may",  "-",  "/",
                                               ".",     ",",  " ",    "to", "[3]",     "late", "q",  "s",
                                               "since", "~",  "?",    ":",  "first",   "half", "th", "\xE2\x80\x93",
                                               "[",     "]",  ".."};
  std::string text;
  for (const std::string& piece : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)))
    text += piece;
  for (const DateLayout layout : written_layouts) {
    const Parsed<std::string> read = edtf_of(text, layout);
    RC_ASSERT(bool(read) == read.rule().empty());
    if (read) RC_ASSERT(bool(parse_date_span(*read)));
  }
}

}  // namespace
}  // namespace detente
