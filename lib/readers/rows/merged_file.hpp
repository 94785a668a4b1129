#pragma once
/// \file
/// Merges the blocks of one file, in the file's order: events into the log, counts and examples into the report, raw
/// rows into the rejects file. Two things are decided here and not per block: whether an event is there already, and
/// which rows are the first for their reason.

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "detente/contracts/event_log.hpp"
#include "detente/ground/atomic_file.hpp"
#include "readers/rows/days_covered.hpp"
#include "readers/rows/taken.hpp"

#pragma GCC visibility push(default)  // for other libraries of detente
namespace detente::detail {

/// Takes rejected rows unchanged, each file's after its header.
class RejectedRows {
 public:
  virtual ~RejectedRows() = default;
  virtual void header(std::string_view raw) = 0;
  virtual void row(std::string_view raw) = 0;
};

/// Writes them; the file appears with `finish`.
class RejectsFile final : public RejectedRows {
 public:
  explicit RejectsFile(const std::filesystem::path& path) : file_(path) {}
  /// Sets the header for the rows that follow; files that share it write it once.
  void header(std::string_view raw) override;
  void row(std::string_view raw) override;
  void finish() { file_.finish(); }

 private:
  AtomicFile file_;
  std::string header_;
};

class MergedFile {
 public:
  /// All arguments must outlive it; `rejects` may be null.
  MergedFile(EventLog& log, FileReport& report, RejectedRows* rejects)
      : log_(&log), report_(&report), rejects_(rejects) {}

  /// Adds the rows of the next block.
  void add(Taken taken);
  /// How many lines there are before the next block.
  std::uint64_t lines() const noexcept { return lines_; }
  /// Call it after all blocks have been added.
  void finish();
  /// The days that its events cover and on which they were reported.
  const DaysCovered& days() const noexcept { return days_; }
  const ReportedDays& reported() const noexcept { return reported_; }

 private:
  void move_lines(Taken& taken);
  void add_events(const Taken& taken);
  void add_reject(const RejectedRow& row);
  void look_at_rows(std::size_t first_row);

  EventLog* log_;
  FileReport* report_;
  RejectedRows* rejects_;
  DaysCovered days_;
  ReportedDays reported_;
  std::vector<std::size_t> events_with_;  // a code of the log
  std::uint64_t lines_ = 0;               // before the next block
  std::map<std::string, std::size_t> shown_;
};

}  // namespace detente::detail
#pragma GCC visibility pop
