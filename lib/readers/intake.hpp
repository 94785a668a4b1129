#pragma once
/// \file
/// Where a format hands its rows in: each is kept, set aside or rejected, and counted once. The counting, the examples
/// and the rejects file are the same for every format.

#include <optional>
#include <string>
#include <string_view>

#include "detente/contracts/event_log.hpp"
#include "detente/ground/delimited.hpp"
#include "detente/ground/whole_file.hpp"
#include "detente/readers/damage.hpp"
#include "readers/columns.hpp"

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
  Intake(EventLog& log, FileReport& report, RejectsFile* rejects) : log_(&log), report_(&report), rejects_(rejects) {}

  /// The header of the file, which is no row, and its columns, of which some are unknown.
  void header(std::string_view raw, const Columns& columns, std::vector<std::string> unknown);
  /// Counts the row and adds the event; false, and nothing counted, if its id and reported day are there already.
  bool keep(const Event& event);
  void set_aside(const std::string& reason);
  void reject(const Record& record, const Rejection& why);

 private:
  EventLog* log_;
  FileReport* report_;
  RejectsFile* rejects_;
  Columns columns_;
};

}  // namespace detente
