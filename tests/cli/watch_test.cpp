/// `detente watch`: real files, a real store, real signals.

#include <csignal>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/watched.hpp"
#include "support/gdelt_day.hpp"

namespace detente::cli_test {
namespace {

namespace fs = std::filesystem;
using test::Background;

const std::string header = "id,date,source,target,event,reported\n";
std::string row(const std::string& id, const std::string& day, const std::string& code = "threat_of_force") {
  return id + "," + day + ",USA,COL," + code + "," + day + "\n";
}

TEST(Watch, ReadsWhatIsThereAndNothingTwice) {
  const Watched at;
  at.write("a.csv", header + row("a", "2025-01-01") + row("b", "2025-01-02", "visit"));
  const Outcome first = at.once({at.path("a.csv")});
  EXPECT_EQ(first.code, 0) << first.err;
  EXPECT_TRUE(contains(first.out, "2025-01-02  COL:USA  ")) << first.out;
  EXPECT_TRUE(contains(first.err, "2 new events, 0 known before, 0 alarms; head 1:")) << first.err;
  const std::string head = at.head();
  const Outcome second = at.once({at.path("a.csv")});
  EXPECT_EQ(second.code, 0) << second.err;
  EXPECT_EQ(second.out, "");
  EXPECT_EQ(at.head(), head);
  EXPECT_EQ(run({"panel", "--store", at.store()}).out, run({"panel", at.path("a.csv")}).out);
}

TEST(Watch, FollowsAFileThatGrowsUntilItIsToldToStop) {
  const Watched at;
  at.write("a.csv", header + row("a", "2025-01-01"));
  for (const int signal : {SIGTERM, SIGINT}) {
    Background watch = at.following({at.path("a.csv")});
    if (signal == SIGTERM) {
      ASSERT_TRUE(watch.has_printed(1)) << read_text(at.path("err"));
    }
    const std::string before = watch.output();
    at.append("a.csv", row("signal" + std::to_string(signal), "2025-01-03"));
    ASSERT_TRUE(watch.has_printed(before.size() + 1)) << read_text(at.path("err"));
    EXPECT_EQ(watch.end(signal), 0) << read_text(at.path("err"));
  }
  EXPECT_EQ(run({"panel", "--store", at.store()}).out, run({"panel", at.path("a.csv")}).out);
}

TEST(Watch, TakesJsonLinesFromStandardInputAndGivesThem) {
  const Watched at;
  const std::string input =
      R"({"id":"1","date":"2025-01-01","source":"USA","target":"COL","event":"threat_of_force"})"
      "\n"
      R"({"id":"2","date":"2025-01-02","source":"USA","target":"COL","event":"armed_intervention"})"
      "\n{\"id\":\"3\",\"date\":\"someday\"}\n";
  const Outcome outcome = at.once({"-", "--output", "jsonl", "--alarm", "index>60"}, input);
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_TRUE(contains(outcome.err, "3 rows, 2 kept, 1 rejected")) << outcome.err;
  const std::vector<std::string> lines = lines_of(outcome.out);
  ASSERT_EQ(lines.size(), 2U);
  const Json update = Json::parse(lines[0]), alarm = Json::parse(lines[1]);
  EXPECT_EQ(update.at("source"), "COL");
  EXPECT_EQ(update.at("before"), nullptr);
  EXPECT_EQ(update.at("alarm"), nullptr);
  EXPECT_EQ(alarm.at("index"), update.at("index"));
  EXPECT_EQ(alarm.at("alarm").at("id"), 1);
  EXPECT_EQ(alarm.at("alarm").at("rule"), "index>60");
  EXPECT_EQ(alarm.at("alarm").at("value"), update.at("index"));
  const Json events = alarm.at("alarm").at("events");
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[0].at("label"), "armed intervention");
  const Outcome again = at.once({"-", "--output", "jsonl", "--alarm", "index>60"}, input);
  EXPECT_EQ(again.out, "");
}

TEST(Watch, ReadsTheLastLineOfAStreamThatHasNoEnd) {
  const Watched at;
  const std::string text = header + row("a", "2025-01-01");
  EXPECT_TRUE(contains(run(at.words({"-"}), text.substr(0, text.size() - 1)).err, "1 new event,"));
}

TEST(Watch, SaysAnAlarmAgainThatMayNotHaveBeenSaid) {
  const Watched at;
  at.write("a.csv", header + row("a", "2025-01-01"));
  const std::vector<std::string> words{at.path("a.csv"), "--alarm", "index>55"};
  const std::string command = quoted({DETENTE_PROGRAM}) + quoted(at.words(words)) + " --once >/dev/full 2>/dev/null";
  EXPECT_EQ(exit_code(command), 4);  // it is committed, and cannot be printed
  const Outcome second = at.once(words);
  EXPECT_EQ(second.code, 0) << second.err;
  EXPECT_TRUE(contains(second.out, "alarm 1: index>55  2025-01-01  COL:USA")) << second.out;
  EXPECT_TRUE(contains(second.out, "threat of force")) << second.out;
  EXPECT_EQ(at.once(words).out, "");
}

TEST(Watch, WritesThePageAnewAsEventsComeIn) {
  const Watched at;
  at.write("a.csv", header + row("a", "2025-01-01", "visit"));
  const std::vector<std::string> words{at.path("a.csv"), "--dyad", "USA:COL", "--page", at.path("p.html")};
  ASSERT_EQ(at.once(words).code, 0);
  const std::string first = read_text(at.path("p.html"));
  EXPECT_TRUE(contains(first, "</html>"));
  EXPECT_TRUE(contains(first, "s.db at 1:"));
  at.append("a.csv", row("b", "2025-01-02"));
  ASSERT_EQ(at.once(words).code, 0);
  const std::string second = read_text(at.path("p.html"));
  EXPECT_TRUE(contains(second, "</html>"));
  EXPECT_TRUE(contains(second, "threat of force"));
  EXPECT_FALSE(contains(first, "threat of force"));
}

TEST(Watch, NamesADamagedRowAnUnknownCodeAndAFileThatIsNotWhole) {
  const Watched at;
  at.write("a.csv", header + row("a", "2025-01-01", "thraet_of_force") + row("b", "2025-13-01") +
                        row("c", "2025-01-01") + "d,2025");
  const Outcome outcome = at.once({at.path("a.csv")});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_TRUE(contains(outcome.err, "3 rows, 2 kept, 1 rejected (1 bad date)")) << outcome.err;
  EXPECT_TRUE(contains(outcome.err, "a.csv:3:")) << outcome.err;
  EXPECT_TRUE(contains(outcome.err, "'thraet_of_force' is not in codebook plain")) << outcome.err;
  EXPECT_TRUE(contains(outcome.err, "what follows its last whole record has no line end yet")) << outcome.err;
}

TEST(Watch, RefusesWhatMakesNoSense) {
  const Watched at;
  at.write("a.csv", header + row("a", "2025-01-01"));
  const std::string file = at.path("a.csv");
  struct Case {
    std::vector<std::string> words;
    int code;
    const char* part;
  };
  for (const Case& c :
       {Case{{"watch", file}, 2, "--store FILE.db is needed"},
        Case{{"watch", "--store", at.store()}, 2, "name a FILE or a FOLDER"},
        Case{at.words({file, "--alarm", "index=75"}), 2, "--alarm index=75: is written index>75"},
        Case{at.words({file, "--page", at.path("p.html")}), 2, "say which by one --dyad"},
        Case{at.words({file, "--volume", "log"}), 2, "each event would change the index of every pair"},
        Case{at.words({file, "--output", "csv"}), 2, "none of text, jsonl"},
        Case{at.words({file, "--interval", "0"}), 2, "more than 0 seconds"},
        Case{{"watch", "--store", file, file, "--once"}, 2, "--store"},
        Case{at.words({file, "--durability", "half"}), 2, "none of full, normal"},
        Case{at.words({file, "--source", "a", "--source", "b"}), 2, "one source"},
        Case{at.words({file, "--model", "conflict_share denominator=log"}), 2, "the index of every pair"},
        Case{at.words({at.path("none.csv"), "--once"}), 4, "none.csv"}}) {
    const Outcome outcome = run(c.words);
    EXPECT_EQ(outcome.code, c.code) << outcome.err;
    EXPECT_TRUE(contains(outcome.err, c.part)) << outcome.err;
    EXPECT_EQ(outcome.out, "");
    EXPECT_FALSE(fs::exists(at.store()));
  }
}

TEST(Watch, RefusesToScoreAStoreOtherwiseThanItWasMade) {
  const Watched at;
  at.write("a.csv", header + row("a", "2025-01-01"));
  ASSERT_EQ(at.once({at.path("a.csv")}).code, 0);
  const std::string head = at.head();
  const Outcome book = at.once({at.path("a.csv"), "--codebook", "gdelt"});
  EXPECT_EQ(book.code, 3);
  EXPECT_TRUE(contains(book.err, "codebook") && contains(book.err, "gdelt") && contains(book.err, "plain")) << book.err;
  at.write("b.export.CSV", test::GdeltDay(1, 3).files().front().second);
  const Outcome format = at.once({at.path("b.export.CSV")});
  EXPECT_EQ(format.code, 3);
  EXPECT_TRUE(contains(format.err, "b.export.CSV: is of format gdelt2, for which codebook would be gdelt"))
      << format.err;
  EXPECT_EQ(at.head(), head);
}

TEST(Watch, TakesTheWordsOfTheCommandLineBeforeThoseOfTheFile) {
  const Watched at;
  at.write("a.tsv", "1990-01-01\tUSA\tCOL\t042\n1990-01-02\tUSA\tCOL\t111\n");
  const Outcome told = at.once({at.path("a.tsv"), "--codebook", "keds2007", "--format", "keds"});
  EXPECT_EQ(told.code, 0) << told.err;
  EXPECT_TRUE(contains(told.err, "codebook keds2007, model two_speed")) << told.err;
  EXPECT_FALSE(contains(told.err, "assumed: codebook")) << told.err;
}

TEST(Watch, RefusesAChangedBeginningWithoutIds) {
  const Watched at;
  const std::string columns = "date,source,target,event\n";
  at.write("a.csv", columns + "2025-01-01,USA,COL,visit\n");
  ASSERT_EQ(at.once({at.path("a.csv")}).code, 0);
  at.write("a.csv", columns + "2025-01-02,USA,COL,visit\n2025-01-03,USA,COL,visit\n");
  const Outcome outcome = at.once({at.path("a.csv")});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_TRUE(contains(outcome.err, "is no longer what was read of it")) << outcome.err;
}

TEST(Watch, NamesMissingQuarterHours) {
  const Watched at;
  const std::string folder = at.path("gdelt");
  fs::create_directory(folder);
  for (const auto& [name, text] : test::GdeltDay(1, 3).files())
    if (name.starts_with("20260310010") || name.starts_with("202603100200")) write_text(folder + "/" + name, text);
  const Outcome outcome = at.once({folder});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_TRUE(contains(outcome.err, "no file of GDELT's for 20260310011500 to 20260310014500")) << outcome.err;
}

}  // namespace
}  // namespace detente::cli_test
