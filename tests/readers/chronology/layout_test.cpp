/// A layout of columns over somebody else's table, which is then read as a chronology.

#include <gtest/gtest.h>

#include "detente/ground/error.hpp"
#include "readers/machine_files.hpp"
#include "support/nth_event.hpp"

namespace detente {
namespace {

ReadOptions layout(std::string_view text) { return {.columns = parse_column_layout(text).value()}; }

const std::string table =
    "event_id,event_day,actor1,actor2,kind,fatalities\n"
    "BGD17,20200229,Police Forces,Protesters,Riots,3\n"
    "BGD18,2020-03,Protesters,Police Forces,\"Protests, peaceful\",0\n"
    "BGD19,20200230,Protesters,Police Forces,Protests,0\n";
const char* const its_columns = "id=event_id,date=event_day,source=actor1,target=actor2,event=kind";

TEST(Layout, AForeignTableIsAChronology) {
  const ReadResult read = read_text(table, layout(its_columns));
  EXPECT_EQ(read.files[0].format, "chronology");
  EXPECT_EQ(read.files[0].kept, 2U);
  EXPECT_EQ(read.files[0].rejected, (Counts{{"bad date", 1}}));
  EXPECT_EQ(read.files[0].examples.at(0).text, "20200230");
  const auto events = events_of(read.log);
  EXPECT_EQ(to_text(events[0].date), "2020-02-29");
  EXPECT_EQ(events[0].id, "BGD17");
  EXPECT_EQ(events[0].source, "Police Forces");
  EXPECT_EQ(events[0].code, "Riots");
  EXPECT_EQ(to_text(events[1].date), "[2020-03-01..2020-03-31]");
  EXPECT_EQ(read.files[0].unknown_columns, (std::vector<std::string>{"fatalities"}));
}

TEST(Layout, EveryDayMayBeCompact) {
  const ReadResult read = read_text("d,s,t,e,u,r\n20200101,A,B,x,20200301,20200102\n",
                                    layout("date=d,source=s,target=t,event=e,until=u,reported=r"));
  ASSERT_EQ(read.files[0].kept, 1U) << report_text(read.files[0]);
  EXPECT_EQ(nth_event(read.log, 0).until, day("2020-03-01"));
  EXPECT_EQ(nth_event(read.log, 0).reported, day("2020-01-02"));
}

TEST(Layout, WithoutOneADateHasDashes) {
  EXPECT_EQ(read_text("date,source,target,event\n20200101,A,B,x\n").files[0].rejected, (Counts{{"bad date", 1}}));
}

TEST(Layout, AValueStandsForEveryRow) {
  const ReadResult read = read_text("day,partner,kind\n2020-02-29,PAK,clash\n2020-03-01,CHN,meeting\n",
                                    layout("date=day,source=partner,target==IND,event=kind,issue==border"));
  ASSERT_EQ(read.files[0].kept, 2U) << report_text(read.files[0]);
  for (const Event& event : events_of(read.log)) {
    EXPECT_EQ(event.target, "IND");
    EXPECT_EQ(event.issue, "border");
  }
  ReadOptions brief = layout("issue==border");
  brief.brief = true;
  const ReadResult plain = read_text("date,source,target,event\n2020-02-29,PAK,IND,clash\n", brief);
  ASSERT_EQ(plain.log.size(), 1U);
  EXPECT_EQ(plain.log.issue(plain.log.rows()[0]), "border");
}

TEST(Layout, AValueIsHeldToTheRulesOfItsField) {
  const ReadResult read = read_text("day,partner,kind\n2020-02-29,PAK,clash\n2020-02-29,IND,clash\n",
                                    layout("date=day,source=partner,target==IND,event=kind,count==none"));
  EXPECT_EQ(read.files[0].rejected, (Counts{{"bad count", 2}}));
  const ReadResult same = read_text("day,partner,kind\n2020-02-29,PAK,clash\n2020-02-29,IND,clash\n",
                                    layout("date=day,source=partner,target==IND,event=kind"));
  EXPECT_EQ(same.files[0].rejected, (Counts{{"source is target", 1}}));
}

TEST(Layout, ADateMayStandInTwoColumns) {
  const ReadResult read = read_text(
      "begin,end,s,t,e\n2020-02-01,2020-02-29,A,B,x\n2020-02-01,,A,B,x\n20200201,2020-02-01,A,B,x\n2020,2021,A,B,x\n"
      "2020-02-02,2020-02-01,A,B,x\n,2020-02-01,A,B,x\n",
      layout("from=begin,to=end,source=s,target=t,event=e"));
  EXPECT_EQ(read.files[0].rejected, (Counts{{"no date", 1}, {"range reversed", 1}}));
  const auto events = events_of(read.log);
  ASSERT_EQ(events.size(), 4U);
  EXPECT_EQ(to_text(events[0].date), "2020-02-01/2020-02-29");
  EXPECT_EQ(to_text(events[1].date), "2020-02-01");
  EXPECT_EQ(to_text(events[2].date), "2020-02-01");
  EXPECT_EQ(to_text(events[3].date), "2020-01-01/2021-12-31");
}

TEST(Layout, ColumnsFromAndToAreOrdinaryUnlessTheyAreMapped) {
  const ReadResult read = read_text("date,from,to,event\n2020-02-01,A,B,x\n", layout("source=from,target=to"));
  ASSERT_EQ(read.files[0].kept, 1U) << report_text(read.files[0]);
  EXPECT_EQ(events_of(read.log)[0].source, "A");
}

TEST(Layout, ASeparatorMayBeSaid) {
  const std::string text = "date|source|target|event\n2020-02-01|A|B|a,b\n";
  EXPECT_EQ(read_text(text, {.separator = '|'}).files[0].kept, 1U);
  EXPECT_EQ(events_of(read_text(text, {.separator = '|'}).log).at(0).code, "a,b");
}

TEST(Layout, SeparatorsAreFound) {
  for (const char delimiter : {';', '\t'}) {
    std::string other = table;
    std::replace(other.begin(), other.end(), ',', delimiter);
    EXPECT_EQ(read_text(other, layout(its_columns)).files[0].kept, 2U);
  }
}

TEST(Layout, IsTakenAtItsWordWhereAFormatWouldFit) {
  const std::string copy = "SQLDATE,Actor1CountryCode,Actor2CountryCode,EventCode\n20130105,USA,COL,036\n";
  EXPECT_EQ(read_text(copy).files[0].format, "gdelt1");
  const ReadResult read =
      read_text(copy, layout("date=SQLDATE,source=Actor1CountryCode,target=Actor2CountryCode,event=EventCode"));
  EXPECT_EQ(read.files[0].format, "chronology");
  EXPECT_EQ(to_text(nth_event(read.log, 0).date), "2013-01-05");
}

TEST(Layout, IsRefusedByAFormatWhoseColumnsAreFixed) {
  ReadOptions options = layout("date=SQLDATE");
  options.format = "gdelt1";
  try {
    read_text("SQLDATE,Actor1CountryCode,Actor2CountryCode,EventCode\n20130105,USA,COL,036\n", options);
    ADD_FAILURE();
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("its columns are fixed"), std::string::npos) << error.what();
  }
}

}  // namespace
}  // namespace detente
