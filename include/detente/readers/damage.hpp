#pragma once
/// \file
/// What a reader found in a file: how many rows, how many of them it kept, and what it did with every other one. Rows
/// are never lost silently:
///
///     rows = kept + Σ set_aside + Σ rejected        (a header is no row)
///
/// Set aside is what is no event and no fault (an empty row of a spreadsheet, a header repeated by `cat a.csv b.csv`).
/// Rejected is what was meant as an event and breaks a rule; the first three of each reason are shown.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "detente/ground/day.hpp"

namespace detente {

/// One rejected row, so that its author finds it.
struct DamageExample {
  /// Line on which the row begins, from 1.
  std::uint64_t line = 0;
  /// The field that breaks the rule, from 1, and its name in the file; 0 and "" for the whole row.
  std::size_t column = 0;
  std::string column_name = {};
  /// A short stable phrase, such as "bad date"; the table is in read_events.hpp.
  std::string reason = {};
  /// The rule in words: "2025-02 has days 01 to 28".
  std::string rule = {};
  /// The field or the row as one line of valid UTF-8, cut at 80 bytes.
  std::string text = {};
};

/// Rejected rows that are shown of each reason.
inline constexpr std::size_t examples_per_reason = 3;

/// The damage report of one file.
struct FileReport {
  /// As it was given: a path, or "-".
  std::string path = {};
  /// The same, and behind a slash the file within an archive of several: "2019.zip/a.csv".
  std::string name = {};
  /// "chronology"
  std::string format = {};
  std::size_t rows = 0;
  std::size_t kept = 0;
  /// The number in the log (`EventRow::number`) of the first event that it brought.
  std::uint32_t first_number = 0;
  /// Rows by reason.
  std::map<std::string, std::size_t> set_aside = {};
  std::map<std::string, std::size_t> rejected = {};
  std::vector<DamageExample> examples = {};
  /// First and last day that any kept event touches; nothing if none was kept. An interval that is not over counts
  /// with its first day.
  std::optional<Day> first_day = {};
  std::optional<Day> last_day = {};
  /// Day of the first report, which may be long after `first_day`, for machines date some events back; nothing if no
  /// row says when it was reported, or if most rows were reported more than 31 days late: then they were entered
  /// afterwards.
  std::optional<Day> first_reported = {};
  /// Days from first to last on which no kept event can have happened.
  std::size_t days_without_reports = 0;
  /// Columns that détente does not know, as the file names them; their values are kept in `Event::extra`.
  std::vector<std::string> unknown_columns = {};
  /// Rows that are set aside for a name that détente does not know ("unknown country name"), by the name as the file
  /// writes it, as one line of valid UTF-8, cut at 80 bytes. A row with two such names counts with both.
  std::map<std::string, std::size_t> unknown_names = {};
  /// Kept events by their code, those that stand twice among them. Events without a code are not counted.
  std::map<std::string, std::size_t> codes = {};
};

using NameCount = std::pair<std::string, std::size_t>;
/// The unknown names of a file, most rows first; those of as many rows in the order of their letters.
std::vector<NameCount> most_frequent_unknown_names(const FileReport& report);
/// "Ruritania 12, Korea 3, and 2 more": the first `most` of them; "" if there are none.
std::string unknown_names_text(const FileReport& report, std::size_t most = 10);
/// "source url, reporter, and 12 more": the first `most` of the unknown columns; "" if there are none.
std::string unknown_columns_text(const FileReport& report, std::size_t most = 10);

std::size_t set_aside_rows(const FileReport& report);
std::size_t rejected_rows(const FileReport& report);

/// "us.csv:7:2: '2025-02-29': bad date: 2025-02 has days 01 to 28"
std::string to_text(const FileReport& report, const DamageExample& example);
/// "us.csv: 35 rows, 33 kept, 2 rejected (1 bad date, 1 unknown status)"
std::string report_line(const FileReport& report);
/// `report_line`, then a line for every example, then one that names the unknown columns and one for unknown names.
/// Ends in a line end.
std::string report_text(const FileReport& report);

}  // namespace detente
