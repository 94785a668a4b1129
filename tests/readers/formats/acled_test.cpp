/// ACLED. Its files may not be handed on: the rows below are made to the letter of its codebook and of the header of
/// its exports.

#include "readers/formats/acled.hpp"

#include <gtest/gtest.h>

#include "readers/machine_files.hpp"

namespace detente {
using namespace detail;
namespace {

const Fields names{"event_id_cnty", "event_date",     "year",     "time_precision", "disorder_type",
                   "event_type",    "sub_event_type", "actor1",   "assoc_actor_1",  "inter1",
                   "actor2",        "assoc_actor_2",  "inter2",   "interaction",    "civilian_targeting",
                   "iso",           "region",         "country",  "admin1",         "admin2",
                   "admin3",        "location",       "latitude", "longitude",      "geo_precision",
                   "source",        "source_scale",   "notes",    "fatalities",     "tags",
                   "timestamp"};
const Fields good{"IND10001",
                  "2019-02-27",
                  "2019",
                  "1",
                  "Political violence",
                  "Battles",
                  "Armed clash",
                  "Military Forces of Pakistan (2018-2022)",
                  "",
                  "State forces",
                  "Military Forces of India (2014-)",
                  "",
                  "State forces",
                  "State forces-State forces",
                  "",
                  "356",
                  "South Asia",
                  "India",
                  "Jammu and Kashmir",
                  "",
                  "",
                  "Poonch",
                  "33.7",
                  "74.1",
                  "1",
                  "Dawn (Pakistan)",
                  "National",
                  "\"Fire, across the line.\"",
                  "3",
                  "",
                  "1700000000"};
const std::string header = line_of(names, ',');
constexpr std::size_t date = 1, precision = 3, code = 6, actor_1 = 7, actor_2 = 10, deaths = 28, timestamp = 30;

Event event_of(const Fields& row) { return events_in_full(header + line_of(row, ',')).at(0); }

TEST(Acled, ARowIsReadByTheNamesOfItsColumns) {
  in_every_order(names, good, [](const Event& e) {
    EXPECT_EQ(e.id, "IND10001");
    EXPECT_EQ(e.date, DateSpan::on(day("2019-02-27")));
    EXPECT_EQ(e.source, "Military Forces of Pakistan (2018-2022)");
    EXPECT_EQ(e.target, "Military Forces of India (2014-)");
    EXPECT_EQ(e.code, "Armed clash");
    EXPECT_EQ(e.issue, "Battles");
    EXPECT_EQ(e.note, "Fire, across the line.");
    EXPECT_EQ(e.count, 3U);
    EXPECT_EQ(e.revision, 1700000000U);
    EXPECT_FALSE(e.reported);
  });
}

TEST(Acled, DeathsAreActsAndAnEventWithoutIsOne) {
  for (const auto& [text, count] :
       std::vector<std::pair<std::string, unsigned>>{{"0", 1}, {"", 1}, {"1", 1}, {"250", 250}})
    EXPECT_EQ(event_of(with(good, deaths, text)).count, count) << text;
}

TEST(Acled, ADateIsAsPreciseAsItSays) {
  EXPECT_EQ(to_text(event_of(with(good, date, "27 February 2019")).date), "2019-02-27");
  EXPECT_EQ(to_text(event_of(with(good, precision, "2")).date), "[2019-02-24..2019-03-02]");
  EXPECT_EQ(to_text(event_of(with(good, precision, "3")).date), "[2019-02-01..2019-02-28]");
}

/// The protesters stand first in every protest.
TEST(Acled, ForceAgainstProtestersIsTheActOfTheOtherSide) {
  const Fields protest = with(with(good, actor_1, "Protesters (India)"), actor_2, "Police Forces of India (2014-)");
  const Event force = event_of(with(protest, code, "Excessive force against protesters"));
  EXPECT_EQ(force.source, "Police Forces of India (2014-)");
  EXPECT_EQ(force.target, "Protesters (India)");
  EXPECT_EQ(event_of(with(protest, code, "Peaceful protest")).source, "Protesters (India)");
}

TEST(Acled, TwoUploadsOfAnEventAreVersionsOfIt) {
  const Fields corrected = with(with(good, deaths, "7"), timestamp, "1700009999");
  for (const std::string& text :
       {line_of(good, ',') + line_of(corrected, ','), line_of(corrected, ',') + line_of(good, ',')}) {
    const ReadResult read = read_text(header + text);
    EXPECT_EQ(read.files[0].kept, 2U);
    const auto rows = read.log.rows();
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].key, rows[1].key) << "they are versions of one event";
  }
}

TEST(Acled, EveryRowHasOneFate) {
  const auto row = [](std::size_t column, const std::string& text) { return line_of(with(good, column, text), ','); };
  const std::string another = line_of(with(good, 0, "IND10002"), ',');
  for (const RowFate& fate : {RowFate{"no actor", row(actor_2, ""), "one side has no actor"},
                              RowFate{"no act", row(code, "Other"), "no act between the two"},
                              RowFate{"a change", row(code, "Change to group/activity"), "no act between the two"},
                              RowFate{"same actor", row(actor_1, good[actor_2]), "same actor"},
                              RowFate{"no date", row(date, ""), "no date", date + 1},
                              RowFate{"no such day", row(date, "2019-02-30"), "bad date", date + 1},
                              RowFate{"a month", row(date, "February 2019"), "bad date", date + 1},
                              RowFate{"precision", row(precision, "4"), "bad precision", precision + 1},
                              RowFate{"deaths", row(deaths, "3.5"), "bad deaths", deaths + 1},
                              RowFate{"many deaths", row(deaths, "1000001"), "bad deaths", deaths + 1},
                              RowFate{"no code", row(code, ""), "no code", code + 1},
                              RowFate{"timestamp", row(timestamp, "1.7E+09"), "bad timestamp", timestamp + 1}})
    expect_fate(header, line_of(good, ','), another, fate, fate.column > 0);
}

}  // namespace
}  // namespace detente
