/// ACLED and UCDP GED, from a file to an index with the program's own defaults.

#include <nlohmann/json.hpp>

#include "cli/program.hpp"

namespace detente::cli_test {
namespace {

using Json = nlohmann::json;

const std::string acled =
    "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,fatalities\n"
    "A1,2019-02-26,1,Explosions/Remote violence,Air/drone strike,Military Forces of India (2014-),"
    "Military Forces of Pakistan (2018-2022),0\n"
    "A2,2019-02-27,1,Battles,Armed clash,Military Forces of Pakistan (2018-2022),Military Forces of India (2014-),4\n"
    "A3,2019-02-27,1,Battles,Armed clash,Military Forces of India (2014-),Rebels,2\n"
    "A4,2019-02-27,1,Protests,Peaceful protest,Protesters (India),,0\n"
    "A5,2019-03-05,1,Strategic developments,Agreement,Government of India (2014-),Government of Pakistan "
    "(2018-2022),0\n";
const std::string ucdp =
    "id,type_of_violence,conflict_name,side_a,side_b,event_clarity,date_start,date_end,best\n"
    "1,1,India: Kashmir,Government of India,Government of Pakistan,1,2019-02-26 00:00:00.000,2019-02-26,3\n"
    "2,1,India: Kashmir,Government of India,Kashmir insurgents,2,2019-02-01,2019-02-28,9\n";

Outcome index_of(const std::string& text, const std::string& more = {}) {
  std::vector<std::string> words{"index", "-", "--dyad", "IND:PAK", "--output", "json", "--no-bands"};
  std::istringstream rest(more);
  for (std::string word; rest >> word;) words.push_back(word);
  return run(words, text);
}

TEST(DeadlyEvents, GovernmentsAndTheirForcesAreOneActor) {
  const Outcome outcome = index_of(acled);
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const Json json = Json::parse(outcome.out);
  EXPECT_EQ(json.at("events").size(), 3U);
  EXPECT_EQ(json.at("provenance").at("codebook"), "acled");
  EXPECT_EQ(json.at("provenance").at("profile").at("name"), "acled");
  EXPECT_TRUE(json.at("provenance").at("model").get<std::string>().starts_with("two_speed ")) << outcome.out;
  EXPECT_TRUE(contains(outcome.err, "Military Forces of India (2014-) → IND (3 events)")) << outcome.err;
  EXPECT_EQ(index_of(acled, "--roll-up none").code, 3) << "no actor is called IND then";
}

TEST(DeadlyEvents, DeathsAreActs) {
  const auto level_with = [](const std::string& deaths) {
    std::string text = ucdp;
    text.replace(text.find(",3\n"), 3, "," + deaths + "\n");
    return Json::parse(index_of(text, "--model decayed_sum").out).at("series").at(0).at("level").get<double>();
  };
  EXPECT_NEAR(level_with("30"), 10 * level_with("3"), 1e-9);
  EXPECT_EQ(level_with("0"), level_with("1"));
}

TEST(DeadlyEvents, OfTwoUploadsTheLaterCounts) {
  const auto level_of = [](const std::string& rows) {
    const std::string header = "event_id_cnty,event_date,sub_event_type,actor1,actor2,fatalities,timestamp\n";
    return Json::parse(index_of(header + rows, "--model decayed_sum").out).at("series").at(0).at("level").get<double>();
  };
  const std::string first = "A1,2019-02-26,Armed clash,IND,PAK,3,1700000000\n";
  const std::string later = "A1,2019-02-26,Armed clash,IND,PAK,7,1700009999\n";
  EXPECT_EQ(level_of(first + later), level_of(later));
  EXPECT_EQ(level_of(later + first), level_of(later));
  EXPECT_NE(level_of(first), level_of(later));
}

TEST(DeadlyEvents, AFileNamesWhatWasSetAside) {
  const Outcome outcome = run({"check", "-", "--output", "json"}, acled);
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const Json file = Json::parse(outcome.out).at("files").at(0);
  EXPECT_EQ(file.at("format"), "acled");
  EXPECT_EQ(file.at("set_aside"), Json({{"one side has no actor", 1}}));
}

/// Every type of event that the publishers have is in the codebook: nothing is left out as unknown.
TEST(DeadlyEvents, EveryTypeHasAScore) {
  for (const char* text : {"Government regains territory",
                           "Non-state actor overtakes territory",
                           "Armed clash",
                           "Chemical weapon",
                           "Air/drone strike",
                           "Suicide bomb",
                           "Shelling/artillery/missile attack",
                           "Remote explosive/landmine/IED",
                           "Grenade",
                           "Sexual violence",
                           "Attack",
                           "Abduction/forced disappearance",
                           "Peaceful protest",
                           "Protest with intervention",
                           "Excessive force against protesters",
                           "Violent demonstration",
                           "Mob violence",
                           "Agreement",
                           "Arrests",
                           "Disrupted weapons use",
                           "Headquarters or base established",
                           "Looting/property destruction"})
    EXPECT_EQ(run({"codebook", "show", "acled", text}).code, 0) << text;
}

}  // namespace
}  // namespace detente::cli_test
