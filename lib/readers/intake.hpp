#pragma once
/// \file
/// Where a format hands its rows in: each is kept, set aside or rejected, and counted once. The counting, the examples
/// and the rejects file are the same for every format.

#include <optional>
#include <string>
#include <string_view>

#include "detente/contracts/event_log.hpp"
#include "detente/ground/whole_file.hpp"
#include "detente/readers/damage.hpp"
#include "readers/row_reader.hpp"

namespace detente {

/// Rejected rows as they stand, each file's under its header; appears with `finish`.
class RejectsFile {
 public:
  explicit RejectsFile(const std::filesystem::path& path) : file_(path) {}
  /// Rows that follow stand under this header; it is written once for files that share it.
  void header(std::string_view raw);
  void row(std::string_view raw);
  void finish() { file_.finish(); }

 private:
  WholeFile file_;
  std::string header_;
};

/// Why a row is no event.
struct Rejection {
  /// A short stable phrase, and the rule in words.
  std::string_view reason;
  std::string rule;
  /// The field, from 1, and its text; 0 for the whole row, whose text is then its bytes.
  std::size_t column = 0;
  std::string_view text = {};
};

class Intake {
 public:
  /// All outlive the intake; `rejects` may be null.
  Intake(EventLog& log, FileReport& report, RejectsFile* rejects, std::string id_source, BriefDetails details = {})
      : log_(&log), report_(&report), rejects_(rejects), batch_(std::move(id_source), std::move(details)) {}

  /// What the file's columns are called, and which of them are unknown; a header's bytes go to the rejects file.
  void begin(std::string_view header, const Columns& columns, std::vector<std::string> unknown);
  /// Counts the row and adds the event; false, and nothing counted, if its id and reported day are there already.
  bool keep(const Event& event);
  /// Counts the row and adds the event. What stands twice is found when the log is put in order.
  void keep(const BriefEvent& event);
  /// `reason` is a short stable phrase that outlives the intake.
  void set_aside(std::string_view reason);
  void reject(const FieldRow& row, const Rejection& why);
  /// All rows have been handed in.
  void finish();

 private:
  EventLog* log_;
  FileReport* report_;
  RejectsFile* rejects_;
  EventBatch batch_;
  Columns columns_;
};

}  // namespace detente
