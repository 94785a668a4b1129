#include <nlohmann/json.hpp>

#include "cli/program.hpp"

namespace detente::cli_test {
namespace {

/// Column of the index by period label.
std::vector<std::pair<std::string, double>> month_ends(const std::string& file) {
  const Outcome outcome = run("index " + file + " --dyad USA:COL --output csv --no-bands");
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  std::vector<std::pair<std::string, double>> out;
  for (const std::string& line : lines_of(outcome.out))
    if (const auto fields = fields_of(line); fields.front() != "source")
      out.emplace_back(fields[2], std::stod(fields[5]));
  return out;
}

void expect_near(const std::vector<std::pair<std::string, double>>& found, const std::string& first,
                 const std::vector<double>& expected) {
  ASSERT_EQ(found.size(), expected.size());
  EXPECT_EQ(found.front().first, first);
  for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_NEAR(found[i].second, expected[i], 1) << found[i].first;
}

TEST(Index, MonthEndsOfTheNewsAreThoseOfTheDesign) {
  expect_near(month_ends(news), "2025-01", {68, 60, 54, 56, 56, 53, 64, 62, 76, 83, 81, 80, 77, 72});
}

TEST(Index, MonthEndsOfTheArticleAreThoseOfTheDesign) {
  expect_near(month_ends(article), "2025-02", {58, 60, 60, 60, 60, 60, 60, 78, 77, 76, 76, 72, 67});
}

TEST(Index, TableEndsWithTheHeadline) {
  const Outcome outcome = run("index " + news + " --dyad USA:COL");
  EXPECT_EQ(outcome.code, 0);
  const std::string last = lines_of(outcome.out).back();
  EXPECT_TRUE(last.starts_with("USA–COL on 28 February 2026: 72 of 100, strained (69–75). ")) << last;
  EXPECT_TRUE(contains(last, "Nine measures stand (46 points).")) << last;
  EXPECT_TRUE(contains(last, "Peak 84 on 24 October 2025.")) << last;
}

TEST(Index, CsvHeaderIsAsPromised) {
  const Outcome outcome = run("index " + news + " --dyad USA:COL --output csv");
  const auto lines = lines_of(outcome.out);
  ASSERT_EQ(lines.size(), 15U);
  EXPECT_EQ(lines[0],
            "source,target,period,first_day,last_day,index,lower,upper,level,heat,measures,events,support,warming_up");
  const auto last = fields_of(lines.back());
  EXPECT_EQ(last[0] + last[1], "COLUSA");
  EXPECT_EQ(last[3], "2026-02-01");
  EXPECT_EQ(last[4], "2026-02-28");
}

TEST(Index, MessagesStayOffStandardOutput) {
  const Outcome outcome = run("index " + article + " --dyad USA:COL --output csv");
  ASSERT_EQ(lines_of(outcome.out).size(), 14U) << outcome.err;
  for (const std::string& line : lines_of(outcome.out))
    EXPECT_EQ(std::count(line.begin(), line.end(), ','), 13) << line;
  EXPECT_TRUE(contains(outcome.err, "assumed: ")) << outcome.err;
}

TEST(Index, JsonParsesAndHoldsTheSeries) {
  const Outcome outcome = run("index " + news + " --dyad USA:COL --output json --draws 50");
  const auto json = nlohmann::json::parse(outcome.out);
  EXPECT_EQ(json.at("series").size(), 14U);
  EXPECT_EQ(json.at("provenance").at("sources").at(0), news);
  EXPECT_TRUE(json.at("sensitivity").is_null());
}

TEST(Index, DirectionIsSeenFromTheDyadAsWritten) {
  const auto first_row = [](const std::string& words) {
    const Outcome outcome = run("index " + news + " --output csv --no-bands " + words);
    return lines_of(outcome.out).at(1);
  };
  const std::string usa = first_row("--dyad USA:COL --direction forward");
  EXPECT_TRUE(usa.starts_with("USA,COL,")) << usa;
  EXPECT_EQ(usa, first_row("--dyad COL:USA --direction backward"));
  EXPECT_NE(usa, first_row("--dyad COL:USA --direction forward"));
  EXPECT_EQ(first_row("--dyad USA:COL"), first_row("--dyad COL:USA"));
}

TEST(Index, FromAndToTakeDaysAndPeriodsAndToIsExclusive) {
  const auto periods = [](const std::string& words) {
    std::string out;
    for (const std::string& line :
         lines_of(run("index " + news + " --dyad USA:COL --output csv --no-bands " + words).out))
      out += fields_of(line)[2] + " ";
    return out;
  };
  EXPECT_EQ(periods("--from 2025-09 --to 2025-11"), "period 2025-09 2025-10 ");
  EXPECT_EQ(periods("--from 2025-09-01 --to 2025-11-01"), "period 2025-09 2025-10 ");
  EXPECT_EQ(periods("--from 2025-Q4 --to 2026 --every quarter"), "period 2025-Q4 ");
}

TEST(Index, PeriodModelsTakeThePeriodsAskedFor) {
  const auto model = [](const std::vector<std::string>& more) {
    std::vector<std::string> words{"index", news, "--dyad", "USA:COL", "--output", "json", "--no-bands"};
    words.insert(words.end(), more.begin(), more.end());
    const auto json = nlohmann::json::parse(run(words).out);
    return json.at("provenance").at("model").get<std::string>() + ", " +
           json.at("provenance").at("scale").get<std::string>();
  };
  EXPECT_EQ(model({"--model", "period_sum", "--every", "quarter"}), "period_sum every=quarter, softsign kappa=10");
  EXPECT_EQ(model({"--model", "period_mean"}), "period_mean every=month, linear slope=5");
  EXPECT_EQ(model({"--model", "period_mean every=year"}), "period_mean every=year, linear slope=5");
  EXPECT_TRUE(contains(model({"--model", "latent_level"}), ", linear slope=5"));  // a mean of scores, not a sum
  EXPECT_TRUE(contains(model({"--model", "decayed_sum"}), ", softsign kappa=10"));
  EXPECT_EQ(model({"--model", "conflict_share", "--every", "year"}),
            "conflict_share every=year verbal=0.5 denominator=dyad sides=together, linear slope=0.5");
}

TEST(Index, AModelBringsTheRulesItRequires) {
  const auto rules = [](const std::string& more) {
    const Outcome outcome = run("index " + news + " --dyad USA:COL --output json --no-bands " + more);
    return nlohmann::json::parse(outcome.out).at("provenance").at("rules").get<std::string>();
  };
  EXPECT_TRUE(contains(rules("--model window_mean"), "mentions log"));
  EXPECT_TRUE(contains(rules("--model decayed_sum"), "mentions one"));
  const Outcome conflict = run("index " + news + " --dyad USA:COL --model window_mean --mentions one");
  EXPECT_EQ(conflict.code, 2);
  EXPECT_TRUE(contains(conflict.err, "needs mentions log")) << conflict.err;
}

TEST(Index, EveryCodebookScoresTheChronology) {
  for (const char* name : {"gdelt", "icews", "keds2007", "plover", "plain", "codebook_words_and_deeds.csv"}) {
    const Outcome outcome = run("index " + news + " --dyad USA:COL --no-bands --codebook " + name);
    EXPECT_EQ(outcome.code, 0) << name << ": " << outcome.err;
  }
}

TEST(Index, ReadsStandardInput) {
  const Outcome piped = run({"index", "-", "--dyad", "USA:COL", "--output", "csv", "--no-bands"},
                            read_text(std::string(DETENTE_EXAMPLES_DATA) + "/" + news));
  EXPECT_EQ(piped.out, run("index " + news + " --dyad USA:COL --output csv --no-bands").out);
}

TEST(Index, AsOfForgetsWhatWasNotYetReported) {
  const Outcome outcome = run("index " + news + " --dyad USA:COL --no-bands --as-of 2025-06-30");
  EXPECT_TRUE(contains(lines_of(outcome.out).back(), "on 30 June 2025: ")) << outcome.out;
}

TEST(Index, ActorsRollUp) {
  const std::string events =
      "date,source,target,event\n2025-10-24,US Treasury,Gustavo Petro,sanction_on_head_of_state\n"
      "2026-09-01,Marco Rubio,Gustavo Petro,criticism\n2025-11-11,COLGOV,USAGOV,criticism\n";
  const auto events_by = [&](const std::string& rule) {
    const Outcome outcome = run({"index", "-", "--dyad", "USA:COL", "--actors", "actors.csv", "--output", "json",
                                 "--no-bands", "--roll-up", rule},
                                events);
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_EQ(contains(outcome.err, "COLGOV → COL (1 event), USAGOV → USA (1)"), rule == "cameo") << outcome.err;
    return nlohmann::json::parse(outcome.out).at("events").size();
  };
  EXPECT_EQ(events_by("none"), 1U);  // in September 2026 his term is over
  EXPECT_EQ(events_by("cameo"), 2U);
}

TEST(Index, WritesWholeFilesAndSaysSo) {
  const Scratch scratch;
  const Outcome outcome = run({"index", news, "--dyad", "USA:COL", "--draws", "50", "--chart", scratch / "a.svg",
                               "--page", scratch / "a.html", "--output", "csv", "--to-file", scratch / "a.csv"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "");
  EXPECT_TRUE(contains(outcome.err, "written: " + (scratch / "a.svg")));
  EXPECT_TRUE(contains(outcome.err, "written: " + (scratch / "a.html")));
  EXPECT_TRUE(contains(read_text(scratch / "a.svg"), "<svg"));
  EXPECT_TRUE(contains(read_text(scratch / "a.html"), "half-lives"));  // a page has the sensitivity envelope
  EXPECT_TRUE(read_text(scratch / "a.csv").starts_with("source,target,"));
  EXPECT_EQ(scratch.files(), 3U);
}

TEST(Index, TitleNamesPageAndChart) {
  const Scratch scratch;
  const Outcome outcome = run({"index", news, "--dyad", "USA:COL", "--draws", "50", "--chart", scratch / "a.svg",
                               "--page", scratch / "a.html", "--title", "The <quarrel>"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_TRUE(contains(read_text(scratch / "a.svg"), ">The &lt;quarrel&gt; on 28 February 2026: 72 of 100"));
  EXPECT_TRUE(contains(read_text(scratch / "a.html"), "<h1><bdi>The &lt;quarrel&gt;</bdi></h1>"));
  EXPECT_TRUE(contains(read_text(scratch / "a.html"), "id=\"moved-2025-10\""));
  const Outcome idle = run({"index", news, "--dyad", "USA:COL", "--title", "x"});
  EXPECT_EQ(idle.code, 2);
  EXPECT_TRUE(contains(idle.err, "--title x: is for --chart or --page")) << idle.err;
}

/// Another PATH for as long as it lives.
class OtherPath {
 public:
  explicit OtherPath(const std::string& path) {
    if (const char* old = std::getenv("PATH")) old_ = old;
    ::setenv("PATH", path.c_str(), 1);
  }
  OtherPath(const OtherPath&) = delete;
  OtherPath& operator=(const OtherPath&) = delete;
  ~OtherPath() { ::setenv("PATH", old_.c_str(), 1); }

 private:
  std::string old_;
};

/// A program in place of rsvg-convert that says how it was called, or fails.
TEST(Index, PngIsMadeByRsvgConvert) {
  const Scratch scratch;
  const OtherPath path((scratch / "") + ":/usr/bin:/bin");
  const auto draw_with = [&](const std::string& script) {
    write_text(scratch / "rsvg-convert", "#!/bin/sh\n" + script);
    std::filesystem::permissions(scratch / "rsvg-convert", std::filesystem::perms::owner_all);
    return run({"index", news, "--dyad", "USA:COL", "--no-bands", "--chart", scratch / "a.png"});
  };
  const std::string drawn = "--format png --zoom 2\n</svg>\n";
  EXPECT_EQ(draw_with("echo \"$@\"; tail -n 1\n").code, 0);
  EXPECT_EQ(read_text(scratch / "a.png"), drawn);
  const Outcome failed = draw_with("echo half; exit 3\n");
  EXPECT_NE(failed.code, 0);
  EXPECT_TRUE(contains(failed.err, "rsvg-convert failed")) << failed.err;
  EXPECT_EQ(read_text(scratch / "a.png"), drawn) << "the old file stays";
}

TEST(Index, PngWithoutRsvgConvertIsRefusedAndThePackageNamed) {
  const Scratch scratch;
  const OtherPath path(scratch / "");
  const Outcome outcome = run({"index", news, "--dyad", "USA:COL", "--chart", scratch / "a.png"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_TRUE(contains(outcome.err, "librsvg2-bin")) << outcome.err;
  EXPECT_EQ(scratch.files(), 0U);
}

TEST(Index, UnknownTermsAreNamedWithTheNearestKnownOnes) {
  const std::string events =
      "date,source,target,event\n2025-10-24,USA,COL,threat_of_forse\n2025-10-25,USA,COL,criticism\n";
  const Outcome outcome = run({"index", "-", "--dyad", "USA:COL"}, events);
  EXPECT_EQ(outcome.code, 0);
  EXPECT_TRUE(contains(outcome.err, "threat_of_forse")) << outcome.err;
  EXPECT_TRUE(contains(outcome.err, "threat_of_force")) << outcome.err;
}

TEST(Index, DamageIsSummedUpOnStandardError) {
  const std::string events = "date,source,target,event\n2025-02-29,USA,COL,criticism\n2025-10-25,USA,COL,criticism\n";
  const Outcome outcome = run({"index", "-", "--dyad", "USA:COL"}, events);
  EXPECT_EQ(outcome.code, 0);
  EXPECT_TRUE(contains(outcome.err, "2 rows, 1 kept, 1 rejected (1 bad date)")) << outcome.err;
}

TEST(Index, BandsAreTheSameForAnyThreadsAndMoveWithTheSeed) {
  const std::string words = "index " + news + " --dyad USA:COL --output csv --draws 100 --seed ";
  const std::string alone = run(words + "7 --threads 1").out;
  ASSERT_EQ(lines_of(alone).size(), 15U);
  for (const char* threads : {"2", "8"}) EXPECT_EQ(run(words + "7 --threads " + threads).out, alone) << threads;
  EXPECT_NE(run(words + "8 --threads 1").out, alone);
}

/// Two threats between the two in January, and two of the USA against others.
/// A year mistyped made a path of nine centuries, day by day and draw by draw: gigabytes, and no row named.
TEST(Index, ASpanThatNoOneMeantIsAskedAbout) {
  const std::string rows = "date,source,target,event\n2024-12-01,USA,COL,criticism\n2925-03-01,COL,USA,criticism\n";
  const Outcome asked = run({"index", "-", "--dyad", "USA:COL"}, rows);
  EXPECT_EQ(asked.code, 3);
  for (const char* said : {"900 years", "2925-03-01", "line 3", "--from", "--to"})
    EXPECT_TRUE(contains(asked.err, said)) << asked.err;
  const Outcome answered = run({"index", "-", "--dyad", "USA:COL", "--to", "2026", "--output", "csv"}, rows);
  EXPECT_EQ(answered.code, 0) << answered.err;
  EXPECT_EQ(lines_of(answered.out).size(), 1U + 13U);
}

TEST(Index, AnActWithoutACodeMovesItInItsOwnWords) {
  const Outcome outcome = run({"index", "-", "--dyad", "AAA:BBB", "--no-bands"},
                              "date,source,target,event,score,note\n2025-01-05,AAA,BBB,criticism,,\n"
                              "2025-02-05,AAA,BBB,,-4,Boat rammed\n");
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_TRUE(contains(lines_of(outcome.out).back(), "Boat rammed +")) << outcome.out;
}

/// Seven years of sixty events by month, with everything that a page has.
TEST(Index, APageOfSixtyEventsIsBelow330Kilobytes) {
  const std::vector<std::string> rows = lines_of(read_text(DETENTE_EXAMPLES_DATA "/australia_china_2017_2024.csv"));
  ASSERT_GT(rows.size(), 61U);
  std::string sixty;
  for (std::size_t i = 0; i <= 60; ++i) sixty += rows[i] + "\n";
  const Scratch scratch;
  const Outcome outcome = run({"index", "-", "--dyad", "AUS:CHN", "--page", scratch / "p.html"}, sixty);
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const std::string page = read_text(scratch / "p.html");
  EXPECT_TRUE(contains(page, "60 events"));
  EXPECT_LT(page.size(), 330'000U);
}

}  // namespace
}  // namespace detente::cli_test
