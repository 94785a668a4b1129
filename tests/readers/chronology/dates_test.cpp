/// A chronology whose dates are written in a layout, and one that R wrote.

#include <gtest/gtest.h>

#include "readers/chronologies.hpp"

namespace detente {
namespace {

constexpr const char* header = "date,source,target,event,until,reported\n";

ReadResult in(DateLayout layout, const std::string& rows) { return read_text(header + rows, {.dates = layout}); }

TEST(Dates, AreReadInTheLayoutThatIsSaid) {
  const std::string rows = "25/10/2021,A,B,x,,26/10/2021\n\"Oct 25, 2021\",A,B,x,1 Dec 2021,\n2021-10,A,B,x,,\n";
  const ReadResult read = in(DateLayout::dmy, rows);
  ASSERT_EQ(read.files.at(0).kept, 3U) << report_text(read.files[0]);
  const std::vector<Event> events = events_of(read.log);
  EXPECT_EQ(events[0].date, DateSpan::on(day("2021-10-25")));
  EXPECT_EQ(events[0].reported, day("2021-10-26"));
  EXPECT_EQ(events[1].date, DateSpan::on(day("2021-10-25")));
  EXPECT_EQ(events[1].until, day("2021-12-01"));
  EXPECT_EQ(to_text(events[2].date), "[2021-10-01..2021-10-31]");
}

TEST(Dates, OneRowInTheOtherLayoutIsRejectedWithTheReason) {
  const ReadResult read = in(DateLayout::dmy, "25/10/2021,A,B,x,,\n10/25/2021,A,B,x,,\n");
  ASSERT_EQ(read.files.at(0).kept, 1U);
  EXPECT_EQ(read.files[0].examples.at(0).rule, "with the day first there is no month 25; did you mean 2021-10-25?");
}

TEST(Dates, AreTheSameEventsHoweverTheyAreWritten) {
  const ReadResult words = in(DateLayout::words, "25 October 2021,A,B,x,,\nlate 2017,A,B,x,,\n2008-2012,A,B,x,,\n");
  const ReadResult edtf = in(DateLayout::edtf, "2021-10-25,A,B,x,,\n[2017-09..2017-12],A,B,x,,\n2008/2012,A,B,x,,\n");
  ASSERT_EQ(words.log.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(events_of(words.log)[i].date, events_of(edtf.log)[i].date);
    EXPECT_EQ(words.log.rows()[i].key, edtf.log.rows()[i].key);
  }
}

TEST(Dates, UntilAndReportedAreOneDay) {
  const ReadResult read = in(DateLayout::words, "25 October 2021,A,B,x,December 2021,\n");
  EXPECT_EQ(read.files.at(0).rejected, (std::map<std::string, std::size_t>{{"bad until", 1}}));
}

TEST(Dates, ATimeOfDayIsLeftOut) {
  const ReadResult read = read_text(std::string(header) + "2021-10-25T14:30:00Z,A,B,x,,2021-10-26 09:00:00\n");
  ASSERT_EQ(read.files.at(0).kept, 1U) << report_text(read.files[0]);
  EXPECT_EQ(events_of(read.log)[0].reported, day("2021-10-26"));
}

TEST(WrittenByR, NaIsMissing) {
  const ReadResult read = read_text(
      "\"\",\"id\",\"date\",\"source\",\"target\",\"event\",\"score\",\"count\",\"reported\",\"status\",\"object\","
      "\"note\"\n"
      "\"1\",NA,\"2021-10-25\",\"AUS\",\"CHN\",\"criticism\",NA,NA,NA,NA,NA,NA\n"
      "\"2\",NA,\"2021-10-25\",\"AUS\",\"CHN\",NA,-2.5,2,\"2021-10-26\",\"alleged\",\"wine\",\"a note\"\n"
      "\"3\",NA,\"2021-10-26\",NA,\"CHN\",\"criticism\",NA,NA,NA,NA,NA,NA\n");
  ASSERT_EQ(read.files.at(0).kept, 2U) << report_text(read.files[0]);
  EXPECT_EQ(read.files[0].rejected, (std::map<std::string, std::size_t>{{"no source", 1}}));
  const std::vector<Event> events = events_of(read.log);
  EXPECT_EQ(events[0].id, "");
  EXPECT_EQ(events[0].object, "");
  EXPECT_EQ(events[0].note, "");
  EXPECT_FALSE(events[0].score);
  EXPECT_FALSE(events[0].reported);
  EXPECT_EQ(events[1].code, "");
  EXPECT_EQ(events[1].score, -2.5);
  EXPECT_EQ(events[1].object, "wine");
}

TEST(WrittenByR, NaIsMissingInBrief) {
  const std::string text =
      "date,source,target,event,mentions,issue,note\n2021-10-25,AUS,CHN,x,NA,NA,NA\n2021-10-25,NA,CHN,x,NA,NA,NA\n";
  const ReadResult brief = read_text(text, {.brief = true}), full = read_text(text);
  EXPECT_EQ(brief.files.at(0).kept, 1U);
  ASSERT_EQ(brief.log.size(), 1U);
  EXPECT_EQ(brief.log.rows()[0].key, full.log.rows()[0].key);
  EXPECT_EQ(brief.log.issue(brief.log.rows()[0]), "");
}

}  // namespace
}  // namespace detente
