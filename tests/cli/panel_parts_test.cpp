#include <chrono>
#include <filesystem>
#include <thread>

#include "cli/program.hpp"
#include "support/background.hpp"
#include "support/gdelt_day.hpp"

namespace detente::cli_test {
namespace {

namespace fs = std::filesystem;

using Words = std::vector<std::string>;

Words operator+(Words words, const Words& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

/// Events of a chronology, and a day of a machine's files, some of which are damaged.
class PanelParts : public testing::Test {
 protected:
  PanelParts() {
    int number = 0;
    for (const auto& [name, text] : test::GdeltDay(7, 30).files()) {
      if (++number > 8) break;
      write_text(at / name, text + (number % 3 == 0 ? "damaged\n" : ""));
      machine.push_back(at / name);
    }
  }

  Words stage(const Words& files, const Words& options, const Words& stage) const {
    return Words{"panel"} + files + options + Words{"--work", at / "work"} + stage;
  }
  Outcome map(const Words& files, const Words& options, const std::string& share) const {
    return run(stage(files, options, {"--map", share}));
  }
  Outcome score(const Words& files, const Words& options, const std::string& share) const {
    return run(stage(files, options, {"--score", share}));
  }
  Outcome merge(const Words& files, const Words& options) const { return run(stage(files, options, {"--merge"})); }

  /// All stages by several processes are what one process is: what it prints, and what it says.
  void expect_the_same(const Words& files, const Words& options, const Words& alone) const {
    const Outcome one = run(Words{"panel"} + files + options + alone);
    ASSERT_EQ(one.code, 0) << one.err;
    for (const char* share : {"2/3", "3/3", "1/3"}) {
      const Outcome done = map(files, options, share);
      EXPECT_EQ(done.code, 0) << done.err;
      EXPECT_EQ(done.out, "");
      EXPECT_TRUE(contains(done.err, std::string("map ") + share)) << done.err;
    }
    for (const char* share : {"2/2", "1/2"}) {
      const Outcome done = score(files, options, share);
      EXPECT_EQ(done.code, 0) << done.err;
      EXPECT_EQ(done.out, "");
    }
    const Outcome merged = merge(files, options);
    EXPECT_EQ(merged.code, 0);
    EXPECT_EQ(merged.out, one.out);
    EXPECT_EQ(merged.err, one.err);
    fs::remove_all(at / "work");
  }

  Scratch at;
  Words machine;
};

TEST_F(PanelParts, AreTheSameBytesAndTheSameWords) {
  expect_the_same({news}, {}, {});
  expect_the_same(machine, {}, {});
  expect_the_same(machine, {"--output", "json", "--model", "conflict_share denominator=log"}, {});
  expect_the_same(machine, {"--volume", "log", "--memory", "2K"}, {"--threads", "2"});
  expect_the_same(machine + Words{news}, {"--codebook", "plain", "--output", "table", "--every", "quarter"}, {});
}

TEST_F(PanelParts, RejectedRowsAreWrittenByTheMerge) {
  const auto with = [&](const std::string& name) { return Words{"--rejects", at / name}; };
  ASSERT_EQ(run(Words{"panel"} + machine + with("rejects")).code, 0);
  const std::string alone = read_text(at / "rejects");
  EXPECT_EQ(alone, "damaged\ndamaged\n");
  fs::remove(at / "rejects");
  EXPECT_EQ(map(machine, with("rejects"), "1/1").code, 0);
  EXPECT_EQ(score(machine, with("rejects"), "1/1").code, 0);
  EXPECT_FALSE(fs::exists(at / "rejects"));
  EXPECT_EQ(merge(machine, with("rejects")).code, 0);
  EXPECT_EQ(read_text(at / "rejects"), alone);
  EXPECT_EQ(merge(machine, with("rejects")).code, 0);  // what is there now is no other job
  EXPECT_EQ(merge(machine, with("elsewhere")).code, 0);
  EXPECT_EQ(read_text(at / "elsewhere"), alone);
  EXPECT_EQ(merge(machine, {}).code, 3);  // they were kept because they were asked for
}

TEST_F(PanelParts, TooManyRejectedRowsEndItWhereverAllAreKnown) {
  const Words most{"--max-rejects", "1", "--rejects", at / "rejects"};
  const Outcome alone = run(Words{"panel"} + machine + most);
  fs::remove(at / "rejects");
  EXPECT_EQ(map(machine, most, "1/1").code, 0);
  for (const Outcome& refused : {score(machine, most, "1/1"), merge(machine, most)}) {
    EXPECT_EQ(refused.code, alone.code);
    EXPECT_EQ(refused.err, alone.err);
    EXPECT_EQ(read_text(at / "rejects"), "damaged\ndamaged\n");
  }
}

/// Each waits for those before it, whoever was started first.
TEST_F(PanelParts, StagesMayBeStartedInAnyOrder) {
  const auto in_background = [&](const Words& which, const std::string& name) {
    return std::make_unique<test::Background>(Words{DETENTE_PROGRAM} + stage(machine, {}, which), at / (name + ".out"),
                                              at / (name + ".err"));
  };
  const auto merging = in_background({"--merge"}, "merge");
  const auto waits = [&](const std::string& name, const std::string& what) {
    for (int i = 0; i < 600 && !contains(read_text(at / (name + ".err")), what); ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    return contains(read_text(at / (name + ".err")), what);
  };
  EXPECT_TRUE(waits("merge", "tasks that others have not read (--map)"));
  const auto scoring = in_background({"--score", "1/1"}, "score");
  EXPECT_TRUE(waits("score", "tasks that others have not read (--map)"));
  EXPECT_EQ(map(machine, {}, "1/1").code, 0);
  const Outcome alone = run(Words{"panel"} + machine);
  ASSERT_FALSE(alone.out.empty());
  EXPECT_TRUE(merging->has_printed(alone.out.size()));
  EXPECT_EQ(merging->output(), alone.out);
}

std::size_t files_in(const std::string& folder, const std::string& ending) {
  std::size_t out = 0;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder, none)) out += entry.path().extension() == ending ? 1U : 0U;
  return out;
}
std::size_t tasks_read(const std::string& work) { return files_in(work + "/read", ".rows"); }

/// Whether a task was begun and is not there.
bool is_interrupted(const std::string& work) {
  for (const auto& entry : fs::directory_iterator(work + "/read"))
    if (entry.path().extension() == ".begun" && !fs::exists(fs::path(entry.path()).replace_extension(".rows")))
      return true;
  return false;
}

/// A process that is killed leaves whole tasks and one that it began; others, however many, go on from there.
TEST_F(PanelParts, AProcessThatIsKilledIsGoneOnFrom) {
  std::string text;
  for (int i = 0; text.size() < 6'000'000; ++i)
    text += "20" + std::to_string(10 + i % 10) + "-0" + std::to_string(1 + i % 9) + "-1" + std::to_string(i % 10) +
            (i % 2 == 0 ? "\tISR\tJOR\t" : "\tEGY\tISRMIL\t") + (i % 3 == 0 ? "190" : "042") + "\n";
  write_text(at / "keds.txt", text);
  const Words files{at / "keds.txt"};
  {
    const std::string work = at / "work";
    test::Background mapping(Words{DETENTE_PROGRAM} + stage(files, {"--threads", "1"}, {"--map", "1/1"}), at / "out",
                             at / "err");
    for (int i = 0; i < 60'000 && tasks_read(work) < 5; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    EXPECT_EQ(mapping.end(SIGKILL), -SIGKILL);
    EXPECT_GE(tasks_read(work), 5U);
    EXPECT_LT(tasks_read(work), 90U);
  }
  const bool interrupted = is_interrupted(at / "work");  // if not, it was killed between two
  std::string said;
  for (const char* share : {"1/2", "2/2"}) {
    const Outcome done = map(files, {}, share);
    EXPECT_EQ(done.code, 0) << done.err;
    EXPECT_TRUE(contains(done.err, "had been done before")) << done.err;
    said += done.err;
  }
  EXPECT_EQ(contains(said, "note: an earlier process began to read " + (at / "keds.txt")), interrupted) << said;
  EXPECT_EQ(score(files, {}, "1/1").code, 0);
  EXPECT_EQ(merge(files, {}).out, run(Words{"panel"} + files).out);
}

TEST_F(PanelParts, OtherOptionsInTheSameFolderAreRefused) {
  EXPECT_EQ(map(machine, {}, "1/2").code, 0);
  const Outcome other = map(machine, {"--source", "mine"}, "2/2");
  EXPECT_EQ(other.code, 3) << other.err;
  EXPECT_TRUE(contains(other.err, "was begun with other files or other options")) << other.err;
  EXPECT_TRUE(contains(other.err, "--source mine")) << other.err;
  const Outcome fewer = map(Words(machine.begin() + 1, machine.end()), {}, "2/2");
  EXPECT_EQ(fewer.code, 3);
  EXPECT_EQ(map(machine, {"--threads", "1", "--memory", "1M"}, "2/2").code, 0);  // these change nothing
}

/// A file that an option names counts with its content.
TEST_F(PanelParts, AnotherActorTableIsAnotherJob) {
  write_text(at / "actors.csv", "actor,parent\nRUS,CHN\n");
  const Words actors{"--actors", at / "actors.csv"};
  EXPECT_EQ(map(machine, actors, "1/2").code, 0);
  write_text(at / "actors.csv", "actor,parent\nRUS,IRN\n");
  const Outcome other = map(machine, actors, "2/2");
  EXPECT_EQ(other.code, 3) << other.err;
  EXPECT_TRUE(contains(other.err, "actors.csv")) << other.err;
}

TEST_F(PanelParts, MisuseIsNamed) {
  const auto refuses = [](const Words& words, const std::string& why) {
    const Outcome outcome = run(Words{"panel"} + words);
    EXPECT_EQ(outcome.code, 2) << why << ": " << outcome.err;
    EXPECT_TRUE(contains(outcome.err, why)) << outcome.err;
    EXPECT_EQ(outcome.out, "");
  };
  const Words work{"--work", at / "work"};
  refuses({news, "--map", "1/2"}, "--map needs --work FOLDER");
  refuses({news, "--merge"}, "--merge needs --work FOLDER");
  refuses(Words{news} + work, "--work is the folder of a stage");
  refuses(Words{news, "--map", "1/2", "--merge"} + work, "name one");
  refuses(Words{news, "--map", "1/2", "--score", "1/2"} + work, "name one");
  for (const char* share : {"0/3", "4/3", "1", "1/", "/2", "a/b", "1/0", "-1/3", "1/2/3", ""})
    refuses(Words{news, "--map", share} + work, share[0] == '\0' ? "--map" : share);
  refuses(Words{news, "--map", "1/1", "--top", "3"} + work, "--top");
  refuses(Words{news, "--score", "1/1", "--sort", "change"} + work, "--top");
  if (run(Words{"watch", "--store", at / "s.db", news, "--once"}).code == 0)
    refuses(Words{"--store", at / "s.db", "--map", "1/1"} + work, "--store");
  refuses(Words{"--map", "1/1"} + work, "FILE");
  EXPECT_FALSE(fs::exists(at / "work"));
  const Outcome pipe = run(Words{"panel", "-", "--map", "1/1"} + work);
  EXPECT_EQ(pipe.code, 3) << pipe.err;
  EXPECT_TRUE(contains(pipe.err, "this can be read only once")) << pipe.err;
  EXPECT_EQ(run(Words{"panel", "nowhere.csv", "--map", "1/1"} + work).code, 4);
}

TEST_F(PanelParts, HelpShowsTheStages) {
  const std::string help = run("panel --help").out;
  for (const char* option : {"Several processes", "--work FOLDER", "--map i/n", "--score i/n", "--merge"})
    EXPECT_TRUE(contains(help, option)) << option;
}

}  // namespace
}  // namespace detente::cli_test
