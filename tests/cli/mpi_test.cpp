/// `detente-mpi panel` by real ranks: the bytes of `detente panel`, whatever they are made of and however many make
/// them.

#include <csignal>
#include <thread>

#include "cli/every_format.hpp"
#include "cli/program.hpp"

namespace detente::cli_test {
namespace {

/// What mpirun of Open MPI asks of who runs it as root or on few cores; others do not look at it.
constexpr const char* environment =
    "OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1 OMPI_MCA_rmaps_base_oversubscribe=1 ";

std::string ranks_command(std::size_t ranks, const std::vector<std::string>& words, const std::string& out,
                          const std::string& err) {
  return std::string(environment) +
         quoted({DETENTE_MPIRUN, "-n", std::to_string(ranks), DETENTE_MPI_PROGRAM}).substr(1) + quoted(words) + " >" +
         quoted({out}) + " 2>" + quoted({err}) + " </dev/null";
}

Outcome by_ranks(std::size_t ranks, const std::vector<std::string>& words) {
  const Scratch scratch;
  Outcome outcome;
  outcome.code = exit_code(ranks_command(ranks, words, scratch / "out", scratch / "err"));
  outcome.out = read_text(scratch / "out");
  outcome.err = read_text(scratch / "err");
  return outcome;
}

std::vector<std::string> with(std::vector<std::string> words, const std::vector<std::string>& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

/// Files of some formats, and the rules under which they make a panel.
struct Made {
  std::string name;
  std::vector<std::string> formats;
  std::vector<std::string> words;
};

std::ostream& operator<<(std::ostream& out, const Made& made) { return out << made.name; }

class ByRanks : public testing::TestWithParam<Made> {};

TEST_P(ByRanks, TheBytesAreThoseOfOneProcess) {
  const Scratch scratch;
  std::vector<std::string> words{"panel"};
  for (const std::string& format : GetParam().formats) {
    words.push_back(scratch / (format + ".txt"));
    write_text(words.back(), text_of(format, format == "chronology" ? 300 : 2000));
  }
  words = with(words, GetParam().words);
  const Outcome one = run(words);
  ASSERT_EQ(one.code, 0) << one.err;
  ASSERT_GT(one.out.size(), 500U);
  for (const std::size_t ranks : {1U, 2U, 4U}) {
    const Outcome made = by_ranks(ranks, words);
    EXPECT_EQ(made.code, 0) << made.err;
    EXPECT_TRUE(made.out == one.out) << ranks << " ranks";
    EXPECT_EQ(made.err, one.err) << ranks << " ranks";
  }
  const Outcome spilled = by_ranks(2, with(words, {"--memory", "16K"}));
  EXPECT_TRUE(spilled.out == one.out) << spilled.err;
  if (GetParam().formats.size() == 1) return;
  const Outcome usual = by_ranks(2, with(words, {"--memory", "16M", "--threads", "2"}));
  EXPECT_TRUE(usual.out == one.out) << usual.err;
}

INSTANTIATE_TEST_SUITE_P(
    Table, ByRanks,
    testing::Values(Made{"gdelt2", {"gdelt2"}, {}}, Made{"gdelt1_log_volume", {"gdelt1"}, {"--volume", "log"}},
                    Made{"icews_codebook", {"icews"}, {"--codebook", "gdelt", "--mirrors", "twice", "--every", "week"}},
                    Made{"phoenix_json", {"phoenix"}, {"--output", "json", "--mentions", "one"}},
                    Made{"polecat", {"polecat"}, {"--as-of", "2019-04-01"}},
                    Made{"cline_quotes", {"cline"}, {"--model", "decayed_sum half_life_verbal=30", "--no-one-a-day"}},
                    Made{"keds_roll_up", {"keds"}, {"--codebook", "gdelt", "--output", "table"}},
                    Made{"keds_apart", {"keds"}, {"--codebook", "gdelt", "--roll-up", "none"}},
                    Made{"acled", {"acled"}, {}}, Made{"ucdp", {"ucdp"}, {"--every", "quarter"}},
                    Made{"chronology", {"chronology"}, {"--bands", "0.9", "--draws", "30"}},
                    Made{"jsonl", {"jsonl"}, {}}, Made{"own_scores", {"gdelt2"}, {"--scores", "file"}},
                    Made{"shares_of_all", {"gdelt2", "gdelt1"}, {"--model", "conflict_share denominator=log"}},
                    Made{"all_together",
                         {"gdelt2", "chronology", "icews", "acled"},
                         {"--codebook", "plain", "--volume", "log", "--one-a-day"}}),
    [](const auto& info) { return info.param.name; });

std::size_t scored_parts(const std::string& work) {
  std::size_t parts = 0;
  std::error_code none;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(work, none))
    parts += entry.path().parent_path().filename().string().starts_with("scored-") ? 1U : 0U;
  return parts;
}

/// The process of one rank, or 0 if there is none (any more).
pid_t rank_that_works_in(const std::string& work) {
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator("/proc", none)) {
    const std::string words = read_text((entry.path() / "cmdline").string());
    if (words.starts_with(DETENTE_MPI_PROGRAM) && words.find(work) != std::string::npos)
      return static_cast<pid_t>(std::atoi(entry.path().filename().c_str()));
  }
  return 0;
}

TEST(ByRanks, ARankThatIsKilledCostsWhatItHadNotFinished) {
  const Scratch scratch;
  const std::string file = scratch / "gdelt.tsv", work = scratch / "work";
  write_text(file, text_of("gdelt2", 60'000));
  const std::vector<std::string> words{"panel", file, "--every", "day"};
  const Outcome one = run(words);
  ASSERT_EQ(one.code, 0) << one.err;
  const std::vector<std::string> kept = with(words, {"--work", work});

  std::thread killer([&] {  // as soon as some parts are scored
    for (int i = 0; i < 3000 && scored_parts(work) < 4; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(2));
    if (const pid_t rank = rank_that_works_in(work)) ::kill(rank, SIGKILL);
  });
  const Outcome killed = by_ranks(2, kept);
  killer.join();
  EXPECT_NE(killed.code, 0);
  EXPECT_EQ(killed.out, "");

  const Outcome again = by_ranks(3, kept);
  EXPECT_EQ(again.code, 0) << again.err;
  EXPECT_TRUE(again.out == one.out);
  EXPECT_NE(again.err.find("had been read before"), std::string::npos) << again.err;
  EXPECT_EQ(again.err.find("of parts 0"), std::string::npos) << again.err;

  const Outcome last = by_ranks(2, kept);
  EXPECT_TRUE(last.out == one.out);
}

TEST(ByRanks, AnErrorIsSaidOnce) {
  const Outcome none = by_ranks(3, {"panel", "/no/such/file.tsv"});
  EXPECT_EQ(none.code, 4);
  EXPECT_EQ(none.err.find("/no/such/file.tsv"), none.err.rfind("/no/such/file.tsv")) << none.err;
  const Outcome usage = by_ranks(2, {"panel", "x.tsv", "--top", "5"});
  EXPECT_EQ(usage.code, 2);
  EXPECT_NE(usage.err.find("--top"), std::string::npos) << usage.err;
  EXPECT_EQ(usage.err.find("--top"), usage.err.rfind("--top")) << usage.err;
  const Outcome pipe = by_ranks(2, {"panel", "-"});
  EXPECT_EQ(pipe.code, 3) << pipe.err;
}

TEST(ByRanks, ADamagedFileOfOneRankEndsAll) {
  const Scratch scratch;
  const std::string good = scratch / "good.tsv", bad = scratch / "bad.tsv.gz";
  write_text(good, text_of("gdelt2", 2000));
  ASSERT_EQ(exit_code("gzip -c" + quoted({good}) + " | head -c 20000 >" + quoted({bad})), 0);
  const Outcome made = by_ranks(3, {"panel", good, bad});
  EXPECT_EQ(made.code, 3) << made.err;
  EXPECT_NE(made.err.find("bad.tsv.gz"), std::string::npos) << made.err;
  EXPECT_EQ(made.out, "");
}

TEST(ByRanks, PhasesAreTold) {
  const Scratch scratch;
  write_text(scratch / "gdelt.tsv", text_of("gdelt2", 1000));
  const Outcome made = by_ranks(2, {"panel", scratch / "gdelt.tsv", "--phases"});
  for (const char* phase : {"look", "read", "exchange", "score", "write", "skew"})
    EXPECT_NE(made.err.find(phase), std::string::npos) << made.err;
}

}  // namespace
}  // namespace detente::cli_test
