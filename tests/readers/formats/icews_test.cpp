#include "readers/formats/icews.hpp"

#include <gtest/gtest.h>

#include "readers/machine_files.hpp"

namespace detente {
using namespace detail;
namespace {

const Fields names{"Event ID",       "Event Date", "Source Name",     "Source Sectors", "Source Country",
                   "Event Text",     "CAMEO Code", "Intensity",       "Target Name",    "Target Sectors",
                   "Target Country", "Story ID",   "Sentence Number", "Publisher",      "City",
                   "District",       "Province",   "Country",         "Latitude",       "Longitude"};
const Fields good{"32889836",
                  "2018-06-01",
                  "Foreign Affairs (Colombia)",
                  "Government",
                  "Colombia",
                  "Consult",
                  "040",
                  "1.0",
                  "Citizen (United States)",
                  "NULL",
                  "United States",
                  "47400351",
                  "2",
                  "Agency",
                  "Hanoi",
                  "NA",
                  "Thanh Pho Ha Noi",
                  "Vietnam",
                  "21.0245",
                  "105.841"};
const std::string header = line_of(names);

TEST(Icews, ARowIsReadByTheNamesOfItsColumns) {
  Fields order = names, row = good;
  for (std::size_t turn = 0; turn < names.size(); ++turn) {
    std::rotate(order.begin(), order.begin() + 1, order.end());
    std::rotate(row.begin(), row.begin() + 1, row.end());
    const auto events = events_in_full(line_of(order) + line_of(row));
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].id, "32889836");
    EXPECT_EQ(to_text(events[0].date), "2018-06-01");
    EXPECT_EQ(events[0].reported, std::nullopt);
    EXPECT_EQ(events[0].source, "COL");
    EXPECT_EQ(events[0].target, "USA");
    EXPECT_EQ(events[0].code, "040");
    EXPECT_EQ(events[0].mentions, 1U);
    EXPECT_EQ(events[0].note, "Consult");
    EXPECT_EQ(events[0].score, 1.0);
    EXPECT_EQ(events[0].line, 2U);
  }
}

TEST(Icews, TheIdIsThePublishers) {
  const ReadResult read = read_text(header + line_of(good), {}, "any.tab");
  EXPECT_EQ(read.log.rows()[0].key, read_text(header + line_of(good), {}, "other").log.rows()[0].key);
  EXPECT_EQ(read.files[0].format, "icews");
}

TEST(Icews, ACopyByRIsRead) {
  Fields dotted, quoted;
  for (std::string name : names) {
    std::replace(name.begin(), name.end(), ' ', '.');
    dotted.push_back("\"" + name + "\"");
  }
  for (const std::string& field : good) quoted.push_back("\"" + field + "\"");
  EXPECT_EQ(events_in_full(line_of(dotted, ',') + line_of(quoted, ',')).size(), 1U);
  EXPECT_EQ(events_in_full(line_of(dotted, ',') + "\"1\"," + line_of(quoted, ',')).size(), 1U);
  EXPECT_EQ(events_in_full(line_of(dotted, '\t') + line_of(quoted, '\t')).size(), 1U);
}

TEST(Icews, AQuoteBetweenTabsIsACharacter) {
  EXPECT_EQ(read_text(header + line_of(with(good, 2, "\"Foreign"))).files[0].kept, 1U);
}

TEST(Icews, ItsOwnCodesAndMissingScoresAreKept) {
  for (const char* code : {"1951", "1952", "0311", "195"})
    EXPECT_EQ(events_in_full(header + line_of(with(good, 6, code))).at(0).code, code);
  for (const char* none : {"NULL", "NA", ""})
    EXPECT_EQ(read_text(header + line_of(with(good, 7, none))).files[0].kept, 1U) << none;
}

std::string row(std::size_t column, const std::string& text) { return line_of(with(good, column, text)); }

const std::vector<RowFate> rejected{
    {"dirt_in_the_code", row(6, "13y"), "bad code", 7},
    {"code_of_dashes", row(6, "---"), "bad code", 7},
    {"no_code", row(6, "NULL"), "no code", 7},
    {"lost_zero", row(6, "12"), "leading zero lost", 7},
    {"lost_zero_of_four", row(6, "311"), "leading zero lost", 7},
    {"bad_date", row(1, "2018-02-29"), "bad date", 2},
    {"date_the_american_way", row(1, "6/1/2018"), "bad date", 2},
    {"no_date", row(1, "NA"), "no date", 2},
    {"bad_score", row(7, "low"), "bad score", 8},
    {"bad_id", row(0, "3.2E+07"), "bad id", 1},
    {"too_few", "32889836\t2018-06-01\n", "wrong number of fields", 0},
    {"too_many", line_of(good).substr(0, line_of(good).size() - 1) + "\tmore\n", "wrong number of fields", 0},
};
class IcewsRejected : public testing::TestWithParam<RowFate> {};
TEST_P(IcewsRejected, IsCountedAndShown) {
  expect_fate(header, line_of(good), line_of(with(good, 0, "2")), GetParam(), true);
}
INSTANTIATE_TEST_SUITE_P(Table, IcewsRejected, testing::ValuesIn(rejected), [](const auto& r) { return r.param.name; });

const std::vector<RowFate> set_aside{
    {"no_source", row(4, "NULL"), "one side has no country"},
    {"no_target", row(10, "NA"), "one side has no country"},
    {"empty_target", row(10, ""), "one side has no country"},
    {"unknown_source", row(4, "Ruritania"), "unknown country name"},
    {"unknown_target", row(10, "Korea"), "unknown country name"},
    {"same_country", row(10, "Colombia"), "same country"},
    {"same_country_by_another_name", line_of(with(with(good, 4, "Burma"), 10, "Myanmar")), "same country"},
    {"header", header, "repeated header"},
    {"nothing", std::string(19, '\t') + "\n", "empty row"},
};
class IcewsSetAside : public testing::TestWithParam<RowFate> {};
TEST_P(IcewsSetAside, IsCounted) { expect_fate(header, line_of(good), line_of(with(good, 0, "2")), GetParam(), false); }
INSTANTIATE_TEST_SUITE_P(Table, IcewsSetAside, testing::ValuesIn(set_aside),
                         [](const auto& r) { return r.param.name; });

/// As the file writes them, each once a row, and only where they are why the row is set aside.
TEST(Icews, SaysWhichNamesAreUnknown) {
  const auto pair = [](const std::string& source, const std::string& target) {
    return line_of(with(with(good, 4, source), 10, target));
  };
  const auto read = read_text(header + pair("Ruritania", "Colombia") + pair("Colombia", "Korea") + line_of(good) +
                              pair("Korea", "Ruritania") + pair("Zenda", "Zenda") + pair("Korea", "korea\x01") +
                              pair("Atlantis", "NULL") + "\n");
  const FileReport& file = read.files[0];
  using Names = std::map<std::string, std::size_t>;
  EXPECT_EQ(file.unknown_names, (Names{{"Ruritania", 2}, {"Korea", 3}, {"Zenda", 1}, {"korea\\x01", 1}}));
  EXPECT_EQ(file.set_aside.at("unknown country name"), 5U);
  EXPECT_EQ(most_frequent_unknown_names(file).front(), NameCount("Korea", 3));
  EXPECT_EQ(unknown_names_text(file, 2), "Korea 3, Ruritania 2, and 2 more");
  EXPECT_NE(report_text(file).find("unknown names: Korea 3, Ruritania 2, Zenda 1, korea\\x01 1\n"), std::string::npos);
}

TEST(Icews, ExtraTabsAtTheEndAreNoFault) {
  const std::string line = line_of(good);
  EXPECT_EQ(read_text(header + line.substr(0, line.size() - 1) + "\t\t\n").files[0].kept, 1U);
}

}  // namespace
}  // namespace detente
