#include <nlohmann/json.hpp>

#include "cli/program.hpp"

namespace detente::cli_test {
namespace {

using Json = nlohmann::json;

std::vector<std::string> asked(const std::vector<std::string>& more) {
  std::vector<std::string> words{"panel", news};
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

TEST(PanelTop, IsATableOfWhoAndWhy) {
  const Outcome outcome = run(asked({"--top", "1"}));
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_TRUE(outcome.out.starts_with("The tensest of 2 pairs on 28 February 2026\n")) << outcome.out;
  for (const char* said :
       {"since 1 February 2026", "COL–USA", "72.1", "strained", "−4.8", "−2.9", "USA: host visit −0.7"})
    EXPECT_TRUE(contains(outcome.out, said)) << said << " in\n" << outcome.out;
  EXPECT_FALSE(contains(outcome.out, "USA–VEN"));
}

/// What a ranking says of a pair is what `index` and `explain` say of it alone.
TEST(PanelTop, AgreesWithIndexAndExplain) {
  const Json top =
      Json::parse(run(asked({"--top", "1", "--since", "2025-10", "--to", "2025-11", "--output", "json"})).out);
  const Json& pair = top.at("pairs").at(0);
  const Json index =
      Json::parse(run({"index", news, "--dyad", "USA:COL", "--to", "2025-11", "--no-bands", "--output", "json"}).out);
  EXPECT_EQ(pair.at("index"), index.at("series").back().at("index"));
  EXPECT_EQ(pair.at("word"), index.at("headline").at("word"));
  const Json explained = Json::parse(
      run({"explain", news, "--dyad", "USA:COL", "--between", "2025-09-30", "2025-10-31", "--output", "json"}).out);
  EXPECT_NEAR(pair.at("change").get<double>(),
              explained.at("index_to").get<double>() - explained.at("index_from").get<double>(), 1e-9);
  double sum = pair.at("silence").get<double>() + pair.at("others").get<double>();
  for (const Json& act : pair.at("acts")) sum += act.at("change").get<double>();
  EXPECT_NEAR(sum, pair.at("change").get<double>(), 1e-9);
}

TEST(PanelTop, TheFormsSayTheSame) {
  const Json json = Json::parse(run(asked({"--top", "2", "--output", "json"})).out);
  const auto lines = lines_of(run(asked({"--top", "2", "--output", "jsonl"})).out);
  const auto csv = lines_of(run(asked({"--top", "2", "--output", "csv"})).out);
  ASSERT_EQ(json.at("pairs").size(), lines.size());
  ASSERT_EQ(csv.size(), lines.size() + 1);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    EXPECT_EQ(Json::parse(lines[i]), json.at("pairs").at(i));
    EXPECT_EQ(fields_of(csv[i + 1]).at(2), json.at("pairs").at(i).at("source").get<std::string>());
    EXPECT_EQ(std::stod(fields_of(csv[i + 1]).at(5)), json.at("pairs").at(i).at("index").get<double>());
  }
}

TEST(PanelTop, TheSameBytesForAnyThreadsAndAnyMemory) {
  const std::string expected = run(asked({"--sort", "change", "--output", "json"})).out;
  for (const std::vector<std::string>& more :
       {std::vector<std::string>{"--threads", "1"}, {"--threads", "4"}, {"--memory", "1K"}}) {
    auto words = asked({"--sort", "change", "--output", "json"});
    words.insert(words.end(), more.begin(), more.end());
    EXPECT_EQ(run(words).out, expected) << more[0] << more[1];
  }
}

TEST(PanelTop, APageIsWrittenBesideTheTable) {
  const Scratch scratch;
  const Outcome outcome = run(asked({"--page", scratch / "pairs.html"}));
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_TRUE(contains(outcome.out, "The 2 tensest"));
  const std::string html = read_text(scratch / "pairs.html");
  EXPECT_TRUE(contains(html, "COL–USA"));
  EXPECT_TRUE(contains(html, "January 2025 to February 2026"));
  EXPECT_TRUE(contains(html, "us_colombia_2025_2026.csv"));
  EXPECT_EQ(run(asked({"--page", scratch / "later.html", "--from", "2025-06", "--every", "week"})).code, 0);
  EXPECT_TRUE(contains(read_text(scratch / "later.html"), "2025-W22 to 2026-W06"));
}

TEST(PanelTop, APeriodModelIsReadAtTheEndOfItsPeriods) {
  const Outcome outcome =
      run(asked({"--top", "1", "--model", "period_mean", "--to", "2025-10-15", "--output", "json"}));
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(Json::parse(outcome.out).at("day"), "2025-10-31");
}

/// Long after the last report measures are in force still, and nothing else is known.
TEST(PanelTop, LongAfterTheLastReportNobodyHasARank) {
  const Outcome outcome = run(asked({"--top", "3", "--to", "2030"}));
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_TRUE(outcome.out.starts_with("No pair of 2 pairs has a rank on 31 December 2029\n")) << outcome.out;
  EXPECT_TRUE(contains(outcome.out, "COL–USA")) << "with the reason";
  EXPECT_TRUE(contains(outcome.err, "--to says another day")) << outcome.err;
}

TEST(PanelTop, RefusesWhatMakesNoSense) {
  const auto refuses = [](const std::vector<std::string>& more, int code, const std::string& why) {
    const Outcome outcome = run(asked(more));
    EXPECT_EQ(outcome.code, code) << why;
    EXPECT_TRUE(contains(outcome.err, why)) << outcome.err;
    EXPECT_EQ(outcome.out, "");
  };
  refuses({"--top", "0"}, 2, "--top");
  refuses({"--top", "some"}, 2, "--top");
  refuses({"--sort", "chnage"}, 2, "did you mean change?");
  refuses({"--since", "2025-13"}, 2, "--since");
  refuses({"--since", "2027"}, 2, "2026-02-28");
  refuses({"--sort", "risk"}, 2, "only two_speed has calibrations");
  refuses({"--sort", "risk", "--model", "two_speed"}, 2, "no calibration holds: the codebook is plain");
  refuses({"--top", "3", "--bands", "0.9"}, 2, "--bands");
  refuses({"--top", "3", "--at", "mean"}, 2, "--at mean");
  refuses({"--top", "3", "--from", "2025"}, 2, "--since");
  refuses({"--top", "3", "--scale", "percentile"}, 2, "percentile");
  refuses({"--calibration", "mine.csv"}, 2, "--calibration");
  refuses({"--top", "3", "--to", "2001"}, 3, "no pair has an event that counts by 2000-12-31");
  const Scratch scratch;
  refuses({"--page", scratch / "same", "--to-file", scratch / "same"}, 2, "--page");
}

}  // namespace
}  // namespace detente::cli_test
