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
  const ActorTable table;
  EXPECT_EQ(table.resolve("COLGOV", some_day), "COL");
  EXPECT_EQ(table.resolve("USAMILNAV", some_day), "USA");
  for (const char* as_it_is : {"COL", "COLGO", "COLgov", "Gustavo Petro", "COL GOV", "COLGOVX", ""})
    EXPECT_EQ(table.resolve(as_it_is, some_day), as_it_is);
  EXPECT_EQ(ActorTable({}, false).resolve("COLGOV", some_day), "COLGOV");
}

TEST(ActorTable, RollsUpOnlyWhileARowIsValid) {
  const ActorTable table = parse("actor,parent,from,to\nGustavo Petro,COL,2022-08-07,2026-08-06\n");
  EXPECT_EQ(table.resolve("Gustavo Petro", day("2022-08-06")), "Gustavo Petro");
  EXPECT_EQ(table.resolve("Gustavo Petro", day("2022-08-07")), "COL");
  EXPECT_EQ(table.resolve("Gustavo Petro", day("2026-08-06")), "COL");
  EXPECT_EQ(table.resolve("Gustavo Petro", day("2026-08-07")), "Gustavo Petro");
}

TEST(ActorTable, GoesUpToTheTop) {
  const ActorTable table({{"Noem", "DHS"}, {"DHS", "USAGOV"}, {"USA", "NATO", day("2030-01-01")}});
  EXPECT_EQ(table.resolve("Noem", some_day), "USA");
  EXPECT_EQ(table.resolve("Noem", day("2030-01-01")), "NATO");
  EXPECT_EQ(table.resolve("USAGOV", day("2030-01-01")), "NATO");  // as USA itself
}

TEST(ActorTable, ARowOfTheTableWinsOverTheCameoRule) {
  EXPECT_EQ(ActorTable(std::vector<ActorRow>{{"IGOUNO", "UN"}}).resolve("IGOUNO", some_day), "UN");
  EXPECT_EQ(ActorTable(std::vector<ActorRow>{{"COL", "COLGOV"}}).resolve("COL", some_day),
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
            "actors.csv:1: 'name,parent': an actor table has the columns actor,parent and may have from,to");
  EXPECT_EQ(refusal("actor,parent,from\nA,B,2025-02-30\n"), "actors.csv:2: '2025-02-30': 2025-02 has days 01 to 28");
  EXPECT_EQ(refusal("actor,parent\nA,\n"), "actors.csv: actor = A: an actor and a parent are named");
  EXPECT_EQ(refusal("actor,parent\nA,A\n"), "actors.csv: parent = A: an actor is not its own parent");
  EXPECT_EQ(refusal("actor,parent,from,to\nA,B,2025-02-02,2025-02-01\n"),
            "actors.csv: to = 2025-02-01: is not before from");
  EXPECT_EQ(refusal("actor,parent\nA,B\nB,C\nC,A\n").substr(0, 20), "actors.csv: parent =");
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
