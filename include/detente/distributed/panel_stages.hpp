#pragma once
/// \file
/// A shared panel over a folder that all processes see, in three stages, for job arrays of any scheduler or by hand:
///
/// 1. *map*: n processes read the input, each its share of the tasks, and keep the rows in the folder by part;
/// 2. *score*: n processes score the parts, each its share, once all tasks are read;
/// 3. *merge*: one process puts the results of all parts together, once all are scored.
///
/// ```cpp
/// PanelJob job;
/// job.files = {"us_colombia_2025_2026.csv"};
/// job.actors = [](auto) { return ActorTable(); };
/// job.request = [&](auto, auto) { return PanelRequest{.scoring = scoring}; };
/// job.form = index_rows_csv;
/// map_panel(job, "work", {1, 2});      // in one process
/// map_panel(job, "work", {2, 2});      // in another
/// score_panel(job, "work", {1, 1});
/// const MergedPanel merged(job, "work");
/// std::string csv(index_header_csv());
/// merged.write([&](std::string_view text) { csv += text; });
/// merged.summary().pairs;   // → 2
/// ```
///
/// A stage that starts early waits for what it needs. What is in the folder is finished: a stage that was killed is
/// started again, also with another number of processes, and does only what is missing. Tasks and parts do not depend
/// on how many processes there are, so the result has the bytes of `panel` in any case. Another job in the same folder
/// is refused; one that scores the same files differently uses their rows again.
///
/// Memory: the rows of one part per thread (or the job's limit), and of one task per thread.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "detente/contracts/actor_roll_ups.hpp"
#include "detente/distributed/panel_job.hpp"
#include "detente/ground/work_control.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Which of how many processes: 1 of 4.
struct ProcessShare {
  /// From 1.
  std::size_t number = 1;
  /// How many there are, at least 1.
  std::size_t of = 1;
};

/// How a stage is watched and ended.
struct StageControl {
  /// Counts tasks or parts. A stage ends between two of them, and what they have finished stays.
  WorkControl control = {};
  /// Called once if the stage has to wait for what others have not finished: how many "tasks" or "parts".
  std::function<void(std::size_t missing, std::string_view what)> waiting = {};
};

/// What a stage did.
struct StageReport {
  /// Tasks or parts of the share, and how many of them had been done before.
  std::size_t all = 0, before = 0;
  /// Input of the share that an earlier process began to read and did not finish: where it may have been killed.
  std::vector<std::string> interrupted = {};
};

/// Reads a share of the input into the folder. Throws as `read_events` does, `std::system_error`, `Stopped`,
/// `InputError` if the folder was begun with another job, and `std::invalid_argument` for a share that cannot be.
StageReport map_panel(const PanelJob& job, const std::filesystem::path& folder, ProcessShare share,
                      const StageControl& control = {});

/// Waits until all input has been read, and scores a share of the parts, the largest first. Throws as `map_panel` and
/// `panel` do.
StageReport score_panel(const PanelJob& job, const std::filesystem::path& folder, ProcessShare share,
                        const StageControl& control = {});

/// The panel of all parts. Threads: any number may read an object at once, and one alone may change it.
class MergedPanel {
 public:
  /// Waits until all parts are scored. Throws as `score_panel` does.
  MergedPanel(const PanelJob& job, const std::filesystem::path& folder, const StageControl& control = {});
  /// The other may only be destroyed then.
  MergedPanel(MergedPanel&&) noexcept;
  MergedPanel& operator=(MergedPanel&&) = delete;
  ~MergedPanel();

  /// The reports of all files, as `read_events` gives them.
  const std::vector<FileReport>& files() const noexcept;
  /// How pairs were scored.
  const PanelRequest& request() const noexcept;
  /// The totals.
  const PanelSummary& summary() const noexcept;
  /// Which actors were rolled up by rule, and in how many rows.
  const std::vector<ActorRollUp>& rolled_up() const noexcept;

  /// Writes the file of rejected rows, if the job names one.
  void write_rejects() const;
  /// Gives the texts of all pairs in the order of their names. Memory: a few blocks for each part.
  void write(const std::function<void(std::string_view)>& write) const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace detente
#pragma GCC visibility pop
