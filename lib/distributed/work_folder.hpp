#pragma once
/// \file
/// A folder that several processes share while they make a panel: which tasks have been read and which parts scored.
/// What is there is finished; what is not is done by whoever is asked to. Two processes that do the same write the
/// same.
///
///     FOLDER/plan                the words of the job and the files with sizes and times; another job is refused
///     FOLDER/files               what is seen of the files, so that they are opened for it once
///     FOLDER/read/00017.rows     the findings of a task, and its rows by part
///     FOLDER/read/00017.begun    while it is read: by it the next run knows where one was killed
///     FOLDER/totals-…/017        events by day of a part, where rules divide by them
///     FOLDER/scored-…/017        the result of a part, by the words of scoring

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "distributed/panel_work.hpp"
#include "distributed/part_log.hpp"

#pragma GCC visibility push(default)  // for other libraries of detente
namespace detente::detail {

/// What is known of a task that has been read, without its rows.
struct TaskHead {
  struct Place {
    std::uint64_t offset = 0, size = 0, checksum = 0, rows = 0;
  };
  std::vector<SliceFindings> found;
  std::vector<Place> parts;
};

class WorkFolder {
 public:
  /// Makes the folder, or checks that it was begun for this job. Throws `InputError` if not, and `std::system_error`.
  WorkFolder(std::filesystem::path folder, const PanelJob& job);

  const std::filesystem::path& path() const noexcept { return folder_; }

  /// What is seen of the files: by whoever came first, or now.
  std::vector<SeenFile> look_at_files(std::span<const std::filesystem::path> paths, const ReadOptions& options) const;

  // ---- tasks ----

  /// Whether the task has been read, by whomever.
  bool has_task(std::size_t task) const;
  /// Says that the task is being read, until it is put.
  void begin_task(std::size_t task) const;
  /// Whether somebody said so.
  bool was_begun(std::size_t task) const;
  void put_task(std::size_t task, const MappedTask& mapped) const;
  /// Throws `InputError` if what is there is damaged.
  TaskHead head(std::size_t task) const;
  std::string rows(std::size_t task, const TaskHead::Place& place) const;

  // ---- parts ----

  std::filesystem::path totals_of(std::size_t part, std::optional<Day> as_of) const;
  std::filesystem::path result_of(std::size_t part) const;

 private:
  std::filesystem::path task_file(std::size_t task, const char* ending) const;

  std::filesystem::path folder_;
  std::string scored_;
};

/// The rows of a folder whose tasks have all been read.
class FolderRows final : public ExchangedRows {
 public:
  FolderRows(const WorkFolder& folder, std::size_t tasks);
  void each(std::size_t part, const std::function<void(std::size_t, std::string_view)>& take) const override;

  std::vector<std::vector<SliceFindings>> findings() const;
  /// How many rows each part has.
  std::vector<std::uint64_t> sizes() const;

 private:
  const WorkFolder* folder_;
  std::vector<TaskHead> heads_;
};

/// Day counts as bytes.
std::string bytes_of(const DayCounts& counts);
DayCounts day_counts_of(std::string_view bytes);

}  // namespace detente::detail
#pragma GCC visibility pop
