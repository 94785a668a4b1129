/// UCDP GED. The rows below are made to the letter of its codebook and of the header of its releases.

#include "readers/formats/ucdp_ged.hpp"

#include <gtest/gtest.h>

#include "readers/machine_files.hpp"

namespace detente {
using namespace detail;
namespace {

const Fields names{"id",
                   "relid",
                   "year",
                   "active_year",
                   "code_status",
                   "type_of_violence",
                   "conflict_name",
                   "side_a",
                   "side_b",
                   "number_of_sources",
                   "source_headline",
                   "event_clarity",
                   "date_prec",
                   "date_start",
                   "date_end",
                   "deaths_a",
                   "deaths_b",
                   "best",
                   "high",
                   "low"};
const Fields good{"412801",
                  "IND-2019-1-1",
                  "2019",
                  "1",
                  "Clear",
                  "1",
                  "\"India: Kashmir\"",
                  "Government of India",
                  "Government of Pakistan",
                  "3",
                  "\"\"\"Firing\"\" across the line\"",
                  "1",
                  "1",
                  "2019-02-27 00:00:00.000",
                  "2019-02-27 00:00:00.000",
                  "1",
                  "2",
                  "3",
                  "5",
                  "3"};
const std::string header = line_of(names, ',');
constexpr std::size_t type = 5, side_a = 7, side_b = 8, sources = 9, clarity = 11, start = 13, end = 14, best = 17;

Event event_of(const Fields& row) { return events_in_full(header + line_of(row, ',')).at(0); }

TEST(UcdpGed, ARowIsReadByTheNamesOfItsColumns) {
  in_every_order(names, good, [](const Event& e) {
    EXPECT_EQ(e.id, "412801");
    EXPECT_EQ(e.date, DateSpan::on(day("2019-02-27")));
    EXPECT_EQ(e.source, "Government of India");
    EXPECT_EQ(e.target, "Government of Pakistan");
    EXPECT_EQ(e.code, "state-based conflict");
    EXPECT_EQ(e.issue, "India: Kashmir");
    EXPECT_EQ(e.note, "\"Firing\" across the line");
    EXPECT_EQ(e.count, 3U);
    EXPECT_EQ(e.mentions, 3U);
  });
}

TEST(UcdpGed, AnEventIsOnOneDayOfItsSpanAndASummaryThroughout) {
  const Fields month = with(with(good, start, "2019-02-01"), end, "2019-02-28");
  EXPECT_EQ(to_text(event_of(month).date), "[2019-02-01..2019-02-28]");
  EXPECT_EQ(event_of(month).date.kind, SpanKind::one_day);
  EXPECT_EQ(to_text(event_of(with(month, clarity, "2")).date), "2019-02-01/2019-02-28");
  EXPECT_EQ(event_of(with(good, clarity, "2")).date, DateSpan::on(day("2019-02-27")));
  EXPECT_EQ(event_of(with(good, end, "")).date, DateSpan::on(day("2019-02-27")));
}

TEST(UcdpGed, TheBestEstimateIsTheCountAndZeroIsOneAct) {
  EXPECT_EQ(event_of(with(good, best, "0")).count, 1U);
  EXPECT_EQ(event_of(with(good, best, "47")).count, 47U);
}

TEST(UcdpGed, TypesOfViolenceAreWords) {
  EXPECT_EQ(event_of(with(good, type, "2")).code, "non-state conflict");
  EXPECT_EQ(event_of(with(good, type, "3")).code, "one-sided violence");
}

TEST(UcdpGed, SourcesThatAreNotKnownAreOneMention) { EXPECT_EQ(event_of(with(good, sources, "-1")).mentions, 1U); }

TEST(UcdpGed, EveryRowHasOneFate) {
  const auto row = [](std::size_t column, const std::string& text) { return line_of(with(good, column, text), ','); };
  const std::string another = line_of(with(good, 0, "412802"), ',');
  for (const RowFate& fate :
       {RowFate{"no actor", row(side_b, ""), "one side has no actor"},
        RowFate{"same actor", row(side_a, good[side_b]), "same actor"},
        RowFate{"no date", row(start, ""), "no date", start + 1},
        RowFate{"no such day", row(start, "2019-02-30"), "bad date", start + 1},
        RowFate{"American", row(start, "2/27/2019 12:00:00 AM"), "bad date", start + 1},
        RowFate{"bad end", row(end, "2019-02-27x"), "bad date", end + 1},
        RowFate{"reversed", row(end, "2019-02-26"), "range reversed", end + 1},
        RowFate{"type", row(type, "4"), "bad code", type + 1}, RowFate{"no type", row(type, ""), "no code", type + 1},
        RowFate{"deaths", row(best, "-3"), "bad deaths", best + 1}})
    expect_fate(header, line_of(good, ','), another, fate, fate.column > 0);
}

}  // namespace
}  // namespace detente
