/// POLECAT. The real files are not here: the rows below are made to the letter of what is documented of the format (40
/// columns between tabs, "None", lists joined by "; ", Latin-1, extra tabs and headers), and prove no more than that.

#include "readers/formats/polecat.hpp"

#include <gtest/gtest.h>

#include "detente/codebooks/built_in.hpp"
#include "detente/ground/text.hpp"
#include "ground/text_pieces.hpp"
#include "readers/machine_files.hpp"

namespace detente {
using namespace detail;
namespace {

const Fields names{"Event ID",
                   "Event Date",
                   "Event Type",
                   "Event Mode",
                   "Intensity",
                   "Quad Code",
                   "Contexts",
                   "Actor Name",
                   "Actor Country",
                   "Actor COW",
                   "Primary Actor Sector",
                   "Actor Sectors",
                   "Actor Title",
                   "Actor Name Raw",
                   "Wikipedia Actor ID",
                   "Recipient Name",
                   "Recipient Country",
                   "Recipient COW",
                   "Primary Recipient Sector",
                   "Recipient Sectors",
                   "Recipient Title",
                   "Recipient Name Raw",
                   "Wikipedia Recipient ID",
                   "Placename",
                   "City",
                   "District",
                   "Province",
                   "Country",
                   "Latitude",
                   "Longitude",
                   "GeoNames ID",
                   "Raw Placename",
                   "Feature Type",
                   "Source",
                   "Publication Date",
                   "Story People",
                   "Story Organizations",
                   "Story Locations",
                   "Language",
                   "Version"};

Fields good_row() {
  Fields row(names.size(), "None");
  row[0] = "USA_20231001_17";
  row[1] = "2023-10-01";
  row[2] = "SANCTION";
  row[3] = "expel";
  row[4] = "-7.0";
  row[6] = "diplomatic; military";
  row[7] = "Foreign Ministry";
  row[8] = "USA";
  row[15] = "Embassy of Colombia";
  row[16] = "COL";
  row[34] = "2023-10-03";
  row[39] = "Polecat2024";
  return row;
}
const Fields good = good_row();
const std::string header = line_of(names), another = line_of(with(good, 0, "2"));

TEST(Polecat, ARowIsReadByTheNamesOfItsColumns) {
  Fields order = names, row = good;
  for (std::size_t turn = 0; turn < names.size(); ++turn) {
    std::rotate(order.begin(), order.begin() + 1, order.end());
    std::rotate(row.begin(), row.begin() + 1, row.end());
    const auto events = events_in_full(line_of(order) + line_of(row));
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].id, "USA_20231001_17");
    EXPECT_EQ(to_text(events[0].date), "2023-10-01");
    EXPECT_EQ(events[0].reported, day("2023-10-03"));
    EXPECT_EQ(events[0].source, "USA");
    EXPECT_EQ(events[0].target, "COL");
    EXPECT_EQ(events[0].code, "SANCTION:Expel");
    EXPECT_EQ(events[0].score, -7.0);
    EXPECT_EQ(events[0].note, "Foreign Ministry → Embassy of Colombia");
  }
}

TEST(Polecat, OneColumnHasTwoNames) {
  Fields other = names;
  other[4] = "Event Intensity";
  const std::string bad = line_of(with(good, 4, "low"));
  EXPECT_EQ(read_text(line_of(other) + bad).files[0].rejected, (Counts{{"bad score", 1}}));
}

TEST(Polecat, CodesAreThoseOfTheCodebook) {
  const Codebook plover = built_in_codebook("plover");
  const std::vector<std::array<const char*, 3>> codes{{"SANCTION", "expel", "SANCTION:Expel"},
                                                      {"ASSAULT", "heavy-weapons", "ASSAULT:Heavy-weapons"},
                                                      {"CONSULT", "third-party", "CONSULT:Third-party"},
                                                      {"assault", "Suicide attack", "ASSAULT:Suicide-attack"},
                                                      {"AGREE", "None", "AGREE"},
                                                      {"SUPPORT", "", "SUPPORT"},
                                                      {"PROTEST", "demo; riot", "PROTEST"}};
  for (const auto& [type, mode, code] : codes) {
    const auto events = events_in_full(header + line_of(with(with(good, 2, type), 3, mode)));
    EXPECT_EQ(events.at(0).code, code);
    EXPECT_NE(plover.find(code), nullptr) << code;
  }
}

/// Whatever the codebook has comes back from a row that has it in lower case.
TEST(Polecat, EveryCodeOfTheCodebookIsReached) {
  const Codebook plover = built_in_codebook("plover");
  for (const CodeEntry& entry : plover.entries()) {
    const std::size_t colon = std::min(entry.code.find(':'), entry.code.size());
    const std::string mode = colon < entry.code.size() ? lower(entry.code.substr(colon + 1)) : "None";
    const auto events = events_in_full(header + line_of(with(with(good, 2, entry.code.substr(0, colon)), 3, mode)));
    EXPECT_EQ(events.at(0).code, entry.code);
  }
}

TEST(Polecat, Latin1IsKeptAsUtf8) {
  const auto events = events_in_full(header + line_of(with(with(good, 7, "Nicol\xE1s"), 15, "Bogotá")));
  EXPECT_EQ(events.at(0).note, "Nicolás → Bogotá");
}

TEST(Polecat, ExtraTabsAtTheEndAreNoFault) {
  std::string line = line_of(good);
  line.insert(line.size() - 1, "\t\t");
  EXPECT_EQ(read_text(header + line + another).files[0].kept, 2U);
  std::string wide = header;
  wide.insert(wide.size() - 1, "\t\t");
  EXPECT_EQ(read_text(wide + another + line).files[0].kept, 2U);
}

TEST(Polecat, AHeaderThatNamesTooMuchIsNotBelieved) {
  Fields excess = names;
  excess.insert(excess.begin() + 6, "Headline");
  excess.push_back("Event Text");
  const auto events = events_in_full(line_of(excess) + line_of(good) + another);
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[0].source, "USA");
  EXPECT_EQ(events[0].reported, day("2023-10-03"));
}

std::string row(std::size_t column, const std::string& text) { return line_of(with(good, column, text)); }

const std::vector<RowFate> rejected{
    {"no_type", row(2, "None"), "no code", 3},
    {"type_of_digits", row(2, "17"), "bad code", 3},
    {"type_too_long", row(2, std::string(25, 'A')), "bad code", 3},
    {"mode_of_digits", row(3, "ex1"), "bad code", 4},
    {"mode_of_dashes", row(3, "--"), "bad code", 4},
    {"bad_date", row(1, "2023-13-01"), "bad date", 2},
    {"no_date", row(1, "None"), "no date", 2},
    {"bad_country", row(8, "US"), "bad country", 9},
    {"bad_recipient", row(16, "Colombia"), "bad country", 17},
    {"bad_score", row(4, "strong"), "bad score", 5},
    {"bad_reported", row(34, "yesterday"), "bad reported", 35},
    {"a_tab_within", line_of(names).substr(0, 9) + line_of(good), "wrong number of fields", 0},
    {"too_few", "1\t2\t3\n", "wrong number of fields", 0},
};
class PolecatRejected : public testing::TestWithParam<RowFate> {};
TEST_P(PolecatRejected, IsCountedAndShown) { expect_fate(header, line_of(good), another, GetParam(), true); }
INSTANTIATE_TEST_SUITE_P(Table, PolecatRejected, testing::ValuesIn(rejected),
                         [](const auto& r) { return r.param.name; });

const std::vector<RowFate> set_aside{
    {"no_actor_country", row(8, "None"), "one side has no country"},
    {"no_recipient_country", row(16, ""), "one side has no country"},
    {"several_and_none", line_of(with(with(good, 8, "USA; GBR"), 16, "None")), "one side has no country"},
    {"several", row(8, "USA; GBR"), "several countries on one side"},
    {"several_recipients", row(16, "COL; VEN"), "several countries on one side"},
    {"same_country", row(16, "USA"), "same country"},
    {"header", header, "repeated header"},
    {"nothing", std::string(39, '\t') + "\n", "empty row"},
};
class PolecatSetAside : public testing::TestWithParam<RowFate> {};
TEST_P(PolecatSetAside, IsCounted) { expect_fate(header, line_of(good), another, GetParam(), false); }
INSTANTIATE_TEST_SUITE_P(Table, PolecatSetAside, testing::ValuesIn(set_aside),
                         [](const auto& r) { return r.param.name; });

}  // namespace
}  // namespace detente
