#include "detente/contracts/actor_table.hpp"

#include <gtest/gtest.h>

#include "detente/ground/error.hpp"
#include "support/dates.hpp"

namespace detente {
namespace {

using test::day;

const Day some_day = test::day("2025-09-26");

ActorTable parse(std::string_view text) { return ActorTable::parse(*bytes_of(text), "actors.csv"); }

std::string refusal(std::string_view text) {
  try {
    parse(text);
  } catch (const InputError& error) {
    return error.what();
  }
  return "accepted";
}

TEST(ActorTable, RollsCameoCodesUpToTheirFirstThreeLetters) {
  const ActorTable table({}, RollUp::cameo);
  EXPECT_EQ(table.resolve("COLGOV", some_day), "COL");
  EXPECT_EQ(table.resolve("USAMILNAV", some_day), "USA");
  for (const char* as_it_is : {"COL", "COLGO", "COLgov", "Gustavo Petro", "COL GOV", "COLGOVX", ""})
    EXPECT_EQ(table.resolve(as_it_is, some_day), as_it_is);
}

TEST(ActorTable, LeavesNamesOfSixLettersAsTheyAreUnlessToldThatTheyAreCodes) {
  for (const char* company : {"AIRBUS", "AIRTEL", "BOEING"})
    EXPECT_EQ(ActorTable().resolve(company, some_day), company);
  EXPECT_EQ(ActorTable(std::vector<ActorRow>{{"x", "AIRBUS"}}).resolve("x", some_day), "AIRBUS");
}

TEST(ActorTable, AnActorThatIsItsOwnParentStaysItself) {
  const ActorTable table({{"BOSSER", "BOSSER"}, {"Pale", "BOSSER"}}, RollUp::cameo);
  EXPECT_EQ(table.resolve("BOSSER", some_day), "BOSSER");
  EXPECT_EQ(table.resolve("Pale", some_day), "BOSSER");
  EXPECT_EQ(table.resolve("BOSGOV", some_day), "BOS");
  EXPECT_EQ(table.possible("BOSSER"), std::vector<std::string>{"BOSSER"});
}

TEST(ActorTable, SaysWhatTheRuleMakesOfAnActor) {
  const ActorTable table({{"BOSSER", "BOSSER"}}, RollUp::cameo);
  EXPECT_EQ(table.parent_by_rule("BOSGOV"), "BOS");
  EXPECT_EQ(table.parent_by_rule("BOSSER"), std::nullopt);
  EXPECT_EQ(table.parent_by_rule("BOS"), std::nullopt);
  EXPECT_EQ(ActorTable().parent_by_rule("BOSGOV"), std::nullopt);
}

TEST(ActorTable, RollsGovernmentsAndTheirForcesUpToTheCountry) {
  const ActorTable table({{"Police Forces of India (2014-)", "Police Forces of India (2014-)"}}, RollUp::governments);
  for (const auto& [actor, country] : std::vector<std::pair<const char*, const char*>>{
           {"Government of India", "IND"},
           {"Military Forces of India (2014-)", "IND"},
           {"Military Forces of Yemen (2016-) Supreme Political Council",
            "Military Forces of Yemen (2016-) Supreme Political Council"},
           {"Police Forces of Georgia (USA)", "Police Forces of Georgia (USA)"},
           {"Military Forces of Israel", "ISR"},
           {"Police Forces of the United States (2021-2025)", "USA"},
           {"Government of Myanmar (Burma)", "MMR"},
           {"Government of Russia (Soviet Union)", "RUS"},
           {"Government of DR Congo (Zaire)", "COD"},
           {"Police Forces of India (2014-)", "Police Forces of India (2014-)"},  // its row keeps it out
           {"Government of Atlantis", "Government of Atlantis"},
           {"Government of Australia, Government of United Kingdom",
            "Government of Australia, Government of United Kingdom"},
           {"Former Government of India", "Former Government of India"},
           {"Hamas Movement", "Hamas Movement"},
           {"COLGOV", "COLGOV"}})
    EXPECT_EQ(table.resolve(actor, some_day), country);
  EXPECT_EQ(parse_roll_up("governments"), RollUp::governments);
  EXPECT_EQ(to_text(RollUp::governments), "governments");
}

TEST(ActorTable, PossibleParentsFollowTheRuleAndTheRowsAboveIt) {
  const ActorTable table({{"IND", "SAARC", day("2020-01-01"), {}}}, RollUp::governments);
  EXPECT_EQ(table.possible("Government of India"), (std::vector<std::string>{"IND", "SAARC"}));
}

TEST(ActorTable, KnowsNamesForPeople) {
  const ActorTable table = parse("label,actor,parent\nColombia,COL,\nIts government,COLGOV,COL\n,USAGOV,USA\n");
  EXPECT_EQ(table.names().of("COL"), "Colombia");
  EXPECT_EQ(table.names().of("COLGOV"), "Its government");
  EXPECT_EQ(table.names().of("USA"), "USA");
  EXPECT_EQ(table.names().of(Dyad{"USA", "COL"}), (Dyad{"USA", "Colombia"}));
  EXPECT_EQ(table.resolve("COLGOV", some_day), "COL");
  EXPECT_EQ(table.resolve("COL", some_day), "COL");
  EXPECT_TRUE(ActorTable().names().empty());
  EXPECT_EQ(refusal("actor,parent,label\nCOL,,\"a\nb\"\n"),
            "actors.csv: label = COL: is one line of UTF-8 without control characters");
  EXPECT_EQ(refusal("actor,parent,from,label\nCOL,,2030-01-01,Colombia\n"),
            "actors.csv: from = COL: days are of a parent; a label has none");
  EXPECT_EQ(refusal("actor,parent,label\nCOL,,\n"),
            "actors.csv: actor = COL: an actor is named, and its parent or its label");
}

TEST(ActorTable, RollsUpOnlyWhileARowIsValid) {
  const ActorTable table = parse("actor,parent,from,to\nGustavo Petro,COL,2022-08-07,2026-08-06\n");
  EXPECT_EQ(table.resolve("Gustavo Petro", day("2022-08-06")), "Gustavo Petro");
  EXPECT_EQ(table.resolve("Gustavo Petro", day("2022-08-07")), "COL");
  EXPECT_EQ(table.resolve("Gustavo Petro", day("2026-08-06")), "COL");
  EXPECT_EQ(table.resolve("Gustavo Petro", day("2026-08-07")), "Gustavo Petro");
}

TEST(ActorTable, GoesUpToTheTop) {
  const ActorTable table({{"Noem", "DHS"}, {"DHS", "USAGOV"}, {"USA", "NATO", day("2030-01-01")}}, RollUp::cameo);
  EXPECT_EQ(table.resolve("Noem", some_day), "USA");
  EXPECT_EQ(table.resolve("Noem", day("2030-01-01")), "NATO");
  EXPECT_EQ(table.resolve("USAGOV", day("2030-01-01")), "NATO");  // as USA itself
}

TEST(ActorTable, ARowOfTheTableWinsOverTheCameoRule) {
  EXPECT_EQ(ActorTable({{"IGOUNO", "UN"}}, RollUp::cameo).resolve("IGOUNO", some_day), "UN");
  EXPECT_EQ(ActorTable({{"COL", "COLGOV"}}, RollUp::cameo).resolve("COL", some_day),
            "COLGOV");  // and does not run in a circle
}

TEST(ActorTable, HoldersOfAnOfficeFollowEachOther) {
  const ActorTable table({{"envoy", "COL", {}, day("2025-01-31")}, {"envoy", "ECU", day("2025-02-01")}});
  EXPECT_EQ(table.resolve("envoy", day("2025-01-31")), "COL");
  EXPECT_EQ(table.resolve("envoy", day("2025-02-01")), "ECU");
}

TEST(ActorTable, ReadsColumnsInAnyOrder) {
  EXPECT_EQ(parse("\xEF\xBB\xBFTo,Parent,Actor\n,COL, Petro \n").resolve("Petro", some_day), "COL");
}

TEST(ActorTable, RefusalsNameLineTextAndRule) {
  EXPECT_EQ(refusal(""), "actors.csv has no header: an actor table begins with actor,parent");
  EXPECT_EQ(refusal("name,parent\n"),
            "actors.csv:1: 'name,parent': an actor table has the columns actor,parent and may have from,to,label");
  EXPECT_EQ(refusal("actor,parent,from\nA,B,2025-02-30\n"), "actors.csv:2: '2025-02-30': 2025-02 has days 01 to 28");
  EXPECT_EQ(refusal("actor,parent\nA,\n"), "actors.csv: actor = A: an actor is named, and its parent or its label");
  EXPECT_EQ(refusal("actor,parent,from,to\nA,B,2025-02-02,2025-02-01\n"),
            "actors.csv: to = 2025-02-01: is not before from");
  EXPECT_EQ(refusal("actor,parent\nA,B\nB,C\nC,A\n").substr(0, 20), "actors.csv: parent =");
}

TEST(ActorTable, RowsThatLeadInACircleAreRefusedWhereverItLies) {
  EXPECT_THROW(ActorTable({{"a", "b"}, {"b", "c"}, {"c", "a"}}), std::invalid_argument);
  EXPECT_THROW(ActorTable({{"a", "b"}, {"b", "c"}, {"c", "d"}, {"d", "b"}}), std::invalid_argument);
  EXPECT_NO_THROW(ActorTable({{"a", "c", {}, day("2025-01-01")},
                              {"b", "c"},
                              {"c", "d"},
                              {"a", "d", day("2025-01-02")}}));  // two ways up are no circle
}

/// 20,000 links: walked anew for every actor they are two hundred million steps.
TEST(ActorTable, ALongChainIsWalkedOnce) {
  constexpr int length = 20'000;
  std::vector<ActorRow> rows;
  for (int i = 0; i < length; ++i) rows.push_back({"a" + std::to_string(i), "a" + std::to_string(i + 1)});
  const ActorTable table(std::move(rows));
  for (int i = 0; i <= length; ++i)
    ASSERT_EQ(table.resolve("a" + std::to_string(i), Day{}), "a" + std::to_string(length));
}

TEST(ActorTable, PossibleParentsLookAtTheRowsAboveAlone) {
  std::vector<ActorRow> rows{{"minister", "GOV", day("2020-01-01"), day("2021-12-31")}, {"GOV", "COL"}};
  for (int i = 0; i < 3000; ++i) {
    const std::string name = "other" + std::to_string(i);
    rows.push_back({name, "elsewhere", Day{i}, {}});
  }
  const ActorTable table(std::move(rows));
  EXPECT_EQ(table.possible("minister"), (std::vector<std::string>{"COL", "minister"}));
  EXPECT_EQ(table.possible("other7"), (std::vector<std::string>{"elsewhere", "other7"}));
}

TEST(ActorTable, NoActorHasTwoParentsOnOneDay) {
  EXPECT_EQ(refusal("actor,parent,from,to\nA,B,,2025-02-02\nA,C,2025-02-02,\n"),
            "actors.csv: actor = A: has two parents at a time: B to 2025-02-02 and C from 2025-02-02");
  EXPECT_EQ(refusal("actor,parent,from,to\nA,B,2025-01-01,2025-12-31\nA,C,,\n").substr(0, 25),
            "actors.csv: actor = A: ha");
  EXPECT_EQ(refusal("actor,parent,from,to\nA,B,,2025-02-02\nA,C,2025-02-03,\n"), "accepted");
  EXPECT_EQ(refusal("actor,parent,from,to\nA,B,,2025-02-02\nA,B,2025-01-01,\n"), "accepted");  // one parent
}

}  // namespace
}  // namespace detente
