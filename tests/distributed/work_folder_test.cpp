#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <map>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "detente/codebooks/built_in.hpp"
#include "detente/distributed/panel_stages.hpp"
#include "detente/models/catalogue.hpp"
#include "detente/output/csv/csv.hpp"
#include "distributed/shared_files.hpp"
#include "distributed/shared_panels.hpp"
#include "readers/chronologies.hpp"
#include "support/refusal.hpp"

namespace detente {
namespace {

namespace fs = std::filesystem;

/// A job over a file that is cut into several tasks, one that is not, and a chronology.
class WorkFolderTest : public testing::Test {
 protected:
  WorkFolderTest() {
    test::Chance chance(7, 1);
    job.files = {folder.write("keds.txt", test::machine_text("keds", chance, 60)),
                 folder.write("icews.txt", test::machine_text("icews", chance, 20)),
                 folder.write("notes.csv", test::chronologies(7, 1, 10).at(0))};
    job.read.threads = 1;
    job.task_bytes = 700;
    job.actors = [](auto) { return ActorTable(); };
    ask_for("decayed_sum", Volume::none);
    job.form = index_rows_csv;
  }

  void ask_for(const std::string& model, Volume volume) {
    job.scoring_words = model + "\n";
    job.request = [=](auto, const auto&) {
      return PanelRequest{.scoring = {.codebook = built_in_codebook("gdelt"),
                                      .model = Catalogue::built_in().make(model),
                                      .rules = {.volume = volume}},
                          .threads = 1};
    };
  }

  std::string merged() const {
    std::string out;
    MergedPanel(job, work).write([&](std::string_view text) { out += text; });
    return out;
  }
  std::string made() const {
    map_panel(job, work, {});
    score_panel(job, work, {});
    return merged();
  }

  /// The files below the folder, with their times.
  std::map<std::string, fs::file_time_type> times(const std::string& below = "") const {
    std::map<std::string, fs::file_time_type> out;
    for (const auto& entry : fs::recursive_directory_iterator(work / below))
      if (entry.is_regular_file()) out[fs::relative(entry.path(), work).string()] = entry.last_write_time();
    return out;
  }
  std::vector<fs::path> with(const std::string& part_of_name) const {
    std::vector<fs::path> out;
    for (const auto& [name, time] : times())
      if (name.find(part_of_name) != std::string::npos) out.push_back(work / name);
    return out;
  }

  std::string refused() const {
    return test::refusal([&] { made(); });
  }

  Folder folder;
  fs::path work = folder.path() / "work";
  PanelJob job;
};

void damage(const fs::path& path, std::size_t at) {
  std::string bytes = test::content_of(path);
  bytes.at(at) = static_cast<char>(bytes.at(at) ^ 1);
  std::ofstream(path, std::ios::binary) << bytes;
}

void expect_named(const std::string& why, const fs::path& path) {
  EXPECT_NE(why.find(path.string() + ": is damaged: remove it, and what made it makes it again"), std::string::npos)
      << why;
}

TEST_F(WorkFolderTest, WhatIsDoneIsNotDoneAgain) {
  const std::string csv = made();
  EXPECT_EQ(csv, test::panel_alone(job).text);
  const auto before = times();
  ASSERT_GE(with(".rows").size(), 4U);
  EXPECT_EQ(made(), csv);
  EXPECT_EQ(times(), before);
  const StageReport maps = map_panel(job, work, {1, 2}), scores = score_panel(job, work, {2, 2});
  EXPECT_EQ(maps.before, maps.all);
  EXPECT_EQ(scores.before, scores.all);
  EXPECT_GT(maps.all, 0U);
  EXPECT_GT(scores.all, 0U);
}

TEST_F(WorkFolderTest, OtherScoringUsesTheRowsAgain) {
  const std::string before = made();
  const auto tasks = times("read");
  ask_for("two_speed", Volume::log);
  const std::string after = made();
  EXPECT_NE(after, before);
  EXPECT_EQ(after, test::panel_alone(job).text);
  EXPECT_EQ(times("read"), tasks);
  ask_for("decayed_sum", Volume::none);
  EXPECT_EQ(merged(), before);
}

TEST_F(WorkFolderTest, AnotherJobIsRefusedWithWhatIsOther) {
  made();
  job.reading_words = "--sources other\n";
  EXPECT_NE(refused().find("was begun with other files or other options"), std::string::npos) << refused();
  EXPECT_NE(refused().find("--sources other"), std::string::npos) << refused();
  job.reading_words = "";
  job.task_bytes = 900;
  EXPECT_NE(refused().find("('tasks of 700 bytes'; now 'tasks of 900 bytes')"), std::string::npos) << refused();
  job.task_bytes = 700;
  std::ofstream(job.files[1], std::ios::app) << "9\t2024-11-05\tCuba\tColombia\t190\t0.0\n";
  EXPECT_NE(refused().find("icews.txt"), std::string::npos) << refused();
  EXPECT_NE(refused().find(work.string() + ": was begun"), std::string::npos) << refused();
}

TEST_F(WorkFolderTest, ADamagedTaskIsNamedAndMadeAgainOnceItIsGone) {
  const std::string csv = made();
  for (const bool cut : {false, true}) {
    const fs::path task = with(".rows").at(2);
    const auto size = fs::file_size(task);
    for (const std::size_t at : {std::size_t{3}, std::size_t{40}, static_cast<std::size_t>(size - 3)}) {
      cut ? fs::resize_file(task, at) : damage(task, at);
      fs::remove_all(with("scored-").front().parent_path());
      expect_named(test::refusal([&] { score_panel(job, work, {}); }), task);
      fs::remove(task);
      EXPECT_EQ(made(), csv);
    }
  }
}

TEST_F(WorkFolderTest, ADamagedResultIsMadeAgain) {
  const std::string csv = made();
  for (const bool cut : {false, true}) {
    const fs::path result = with("scored-").front();
    cut ? fs::resize_file(result, 5) : damage(result, 20);
    expect_named(test::refusal([&] { merged(); }), result);
    const StageReport again = score_panel(job, work, {});
    EXPECT_EQ(again.before + 1, again.all);
    EXPECT_EQ(merged(), csv);
  }
}

TEST_F(WorkFolderTest, DamagedTotalsAndWhatWasSeenOfTheFilesAreMadeAgain) {
  ask_for("decayed_sum", Volume::log);
  const std::string csv = made();
  for (const fs::path& path : {with("totals-all").front(), work / "files"}) {
    const std::string whole = test::content_of(path);
    damage(path, 2);
    fs::remove_all(with("scored-").front().parent_path());
    EXPECT_EQ(made(), csv);
    EXPECT_EQ(test::content_of(path), whole);
  }
}

TEST_F(WorkFolderTest, ATaskThatWasBegunAndNotEndedIsToldOf) {
  map_panel(job, work, {});
  EXPECT_TRUE(with(".begun").empty());
  const fs::path task = with(".rows").at(1);
  fs::remove(task);
  std::ofstream(fs::path(task).replace_extension("begun"));
  const StageReport report = map_panel(job, work, {});
  EXPECT_EQ(report.interrupted, (std::vector<std::string>{job.files[0].string() + " from byte 700"}));
}

TEST_F(WorkFolderTest, AStageWaitsForWhatOthersHaveNotDone) {
  std::vector<std::string> said;
  std::stop_source stop;
  const StageControl control{.control = {stop.get_token(), {}}, .waiting = [&](std::size_t missing, auto what) {
                               said.push_back(fmt::format("{} {}", missing, what));
                             }};
  std::string csv;
  std::thread merging([&] { MergedPanel(job, work, control).write([&](std::string_view text) { csv += text; }); });
  while (!fs::exists(work / "files")) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  const std::size_t tasks = map_panel(job, work, {}).all;
  const std::size_t parts = score_panel(job, work, {}).all;
  merging.join();
  EXPECT_EQ(csv, test::panel_alone(job).text);
  ASSERT_FALSE(said.empty());
  EXPECT_EQ(said.front(), fmt::format("{} tasks", tasks));
  if (said.size() > 1) {
    EXPECT_LE(std::stoul(said[1]), parts);
  }
}

TEST_F(WorkFolderTest, WaitingEndsWhenAskedTo) {
  std::stop_source stop;
  stop.request_stop();
  const StageControl control{.control = {stop.get_token(), {}}};
  EXPECT_THROW(score_panel(job, work, {}, control), Stopped);
  EXPECT_THROW(MergedPanel(job, work, control), Stopped);
}

TEST_F(WorkFolderTest, AStageEndsBetweenTwoTasksAndKeepsWhatIsDone) {
  std::stop_source stop;
  StageControl control{.control = {stop.get_token(), [&](const WorkDone& work) {
                                     EXPECT_EQ(work.what, "tasks");
                                     if (work.done == 2) stop.request_stop();
                                   }}};
  EXPECT_THROW(map_panel(job, work, {}, control), Stopped);
  const std::size_t done = with(".rows").size();
  EXPECT_GE(done, 2U);
  const StageReport report = map_panel(job, work, {});
  EXPECT_EQ(report.before, done);
  EXPECT_GT(report.all, done);
}

TEST_F(WorkFolderTest, AShareThatCannotBeIsMisuse) {
  for (const ProcessShare& share : {ProcessShare{0, 3}, {4, 3}, {0, 0}, {1, 0}}) {
    EXPECT_THROW(map_panel(job, work, share), std::invalid_argument);
    EXPECT_THROW(score_panel(job, work, share), std::invalid_argument);
  }
  EXPECT_FALSE(fs::exists(work));
}

/// It is cut behind what it is recognised by.
TEST_F(WorkFolderTest, ALongFileWithAHeaderIsCutToo) {
  test::Chance chance(8, 1);
  std::string text = test::machine_text("icews", chance, 1200);
  while (text.size() < 150'000) text += "\n" + test::icews_row(test::any_machine_act(chance));
  job.files = {folder.write("long.txt", text)};
  job.task_bytes = 20'000;
  map_panel(job, work, {});
  EXPECT_EQ(with(".rows").size(), 6U);
  score_panel(job, work, {});
  const MergedPanel panel(job, work);
  EXPECT_EQ(merged(), test::panel_alone(job).text);
  EXPECT_EQ(test::told(panel.files()), test::panel_alone(job).files);
}

TEST_F(WorkFolderTest, MoreProcessesThanTasksHaveNothingToDo) {
  std::size_t all = 0;
  for (std::size_t i = 1; i <= 40; ++i) all += map_panel(job, work, {i, 40}).all;
  EXPECT_EQ(all, with(".rows").size());
  for (std::size_t i = 1; i <= 300; i += 299) score_panel(job, work, {i, 300});
  const StageReport rest = score_panel(job, work, {});
  EXPECT_EQ(rest.all, with("scored-").size() - 1);  // and the words
}

TEST_F(WorkFolderTest, WhatCanBeReadOnlyOnceIsRefused) {
  job.files = {"-"};
  EXPECT_NE(refused().find("this can be read only once"), std::string::npos) << refused();
  job.files = {"/dev/null"};
  EXPECT_NE(refused().find("this can be read only once"), std::string::npos) << refused();
}

TEST_F(WorkFolderTest, AFileThatIsNamedTwiceIsRefused) {
  job.files.push_back(job.files.front());
  EXPECT_NE(refused().find("is the same file as"), std::string::npos) << refused();
}

TEST_F(WorkFolderTest, AFolderThatCannotBeMadeIsNamed) {
  work = job.files.front() / "work";
  try {
    map_panel(job, work, {});
    ADD_FAILURE() << "made";
  } catch (const std::system_error& error) {
    EXPECT_NE(std::string(error.what()).find(job.files.front().string()), std::string::npos) << error.what();
  }
}

}  // namespace
}  // namespace detente
