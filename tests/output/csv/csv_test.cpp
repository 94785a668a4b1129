#include "detente/output/csv/csv.hpp"

#include <gtest/gtest.h>

#include "output/sample_report.hpp"

namespace detente {
namespace {

TEST(Csv, IndexByteForByte) {
  EXPECT_EQ(index_csv(test::sample_report().series),
            "source,target,period,first_day,last_day,index,lower,upper,level,heat,measures,events,support,warming_up\n"
            "COL,USA,2025-01,2025-01-01,2025-01-31,57.5,54.5,60.25,1.7647058823529411,0.1,5,3,2.5,\n"
            "COL,USA,2025-02,2025-02-01,2025-02-28,,,,,,,0,,\n");
}

TEST(Csv, SaysWhichPeriodsWarmUp) {
  IndexSeries s = test::sample_report().series;
  s.warm_from = s.rows[1].period.first;
  s.rows[0].warming_up = true;
  EXPECT_EQ(index_rows_csv(s),
            "COL,USA,2025-01,2025-01-01,2025-01-31,57.5,54.5,60.25,1.7647058823529411,0.1,5,3,2.5,true\n"
            "COL,USA,2025-02,2025-02-01,2025-02-28,,,,,,,0,,false\n");
}

TEST(Csv, SeveralSeriesShareOneHeader) {
  const IndexSeries s = test::sample_report().series;
  const std::vector both{s, s};
  EXPECT_EQ(index_csv(both).size() + index_csv(std::vector<IndexSeries>{}).size(), 2 * index_csv(s).size());
}

TEST(Csv, QuotesOnlyWhatNeedsIt) {
  EXPECT_EQ(csv_field("plain text"), "plain text");
  EXPECT_EQ(csv_field(""), "");
  EXPECT_EQ(csv_field("a,b"), "\"a,b\"");
  EXPECT_EQ(csv_field("say \"no\""), "\"say \"\"no\"\"\"");
  EXPECT_EQ(csv_field("two\nlines"), "\"two\nlines\"");
  EXPECT_EQ(csv_field("cr\r"), "cr\\r");
  EXPECT_EQ(csv_field(" padded"), "\" padded\"");
}

TEST(Csv, AttributionHasBothScalesAndTheRemainder) {
  Attribution a;
  a.lines.push_back({{0},
                     {},
                     Day::from_civil(2025, 1, 5),
                     Direction::backward,
                     QuadClass::verbal_conflict,
                     "threat",
                     "trade, steel",
                     {2, 0, 0, 0},
                     {5, -0.5, 0, 0}});
  a.exact = false;
  a.remainder_index = 0.25;
  EXPECT_EQ(attribution_csv(test::sample_log(), a, {"COL", "USA"}),
            "date,source,target,code,issue,class,index_change,index_acts,index_fading,index_measures,"
            "index_releases,level_change,level_acts,level_fading,level_measures,level_releases,id,"
            "object,note,url\n"
            "2025-01-05,USA,COL,threat,\"trade, steel\",verbal_conflict,4.5,5,-0.5,0,0,2,2,0,0,0,E1,,\"a, "
            "b\",https://example.org/1\n"
            ",,,(remainder),,,0.25,,,,,0,,,,,,,,\n");
}

TEST(Csv, CheckSaysWhereEveryRowWent) {
  EXPECT_EQ(check_csv(std::vector{test::sample_file()}),
            "file,outcome,reason,rows\nsample.csv,kept,,4\nsample.csv,set aside,empty row,1\n"
            "sample.csv,rejected,bad date,1\nsample.csv,rejected,unknown status,1\n");
}

TEST(SpreadsheetSafe, FormulasGetAnApostropheAndNumbersDoNot) {
  EXPECT_EQ(spreadsheet_safe("name,index\n=1+1,-2.5\n"), "name,index\n'=1+1,-2.5\n");
  EXPECT_EQ(spreadsheet_safe("+a,-b,@c,  =d\n"), "'+a,'-b,'@c,'  =d\n");
  EXPECT_EQ(spreadsheet_safe("\"=a,\"\"b\"\"\",\"\tc\",\"\nd\"\n"), "\"'=a,\"\"b\"\"\",\"'\tc\",\"'\nd\"\n");
  EXPECT_EQ(spreadsheet_safe("\uFF1Da,\uFF20b\n"), "'\uFF1Da,'\uFF20b\n");
  EXPECT_EQ(spreadsheet_safe("-5,-1e-07,,a=b,\n"), "-5,-1e-07,,a=b,\n");
  EXPECT_EQ(spreadsheet_safe(""), "");
}

TEST(CsvField, HoldsNoControlCharacterButLineEndsAndTabs) {
  EXPECT_EQ(csv_field("a\x1b[1m"), "a\\x1B[1m");
  EXPECT_EQ(csv_field("a\rb"), "a\\rb");
  EXPECT_EQ(csv_field("a\nb"), "\"a\nb\"");
  EXPECT_EQ(csv_field("a\r\nb"), "\"a\r\nb\"");
}

}  // namespace
}  // namespace detente
