#pragma once
/// \file
/// What a reader found in a file: how many rows there are, how many it kept, and what happened to each of the others.
/// Rows are never lost silently:
///
///     rows = kept + Σ set_aside + Σ rejected        (a header is not a row)
///
/// A row is set aside if it is neither an event nor an error (an empty row of a spreadsheet, a header repeated by `cat
/// a.csv b.csv`). A row is rejected if it was meant as an event but breaks a rule; the first three for each reason are
/// shown.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "detente/ground/day.hpp"
#include "detente/readers/formats/format_info.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// One rejected row, so that its author can find it.
struct DamageExample {
  /// Line on which the row begins, from 1.
  std::uint64_t line = 0;
  /// The field that breaks the rule, from 1, and its name in the file; 0 and "" for the whole row.
  std::size_t column = 0;
  /// As the file has it.
  std::string column_name = {};
  /// A short stable phrase, such as "bad date"; the table is in read_events.hpp.
  std::string reason = {};
  /// The rule in words: "2025-02 has days 01 to 28".
  std::string rule = {};
  /// The field or the row, escaped to one line of valid UTF-8 and cut at 80 bytes.
  std::string text = {};
};

/// How many rejected rows are shown for each reason.
inline constexpr std::size_t examples_per_reason = 3;

/// The damage report of one file.
struct FileReport {
  /// As given by the caller: a path, or "-".
  std::string path = {};
  /// The same, followed for an archive of several files by a slash and the file's name: "2019.zip/a.csv".
  std::string name = {};
  /// "chronology"
  std::string format = {};
  std::size_t rows = 0;
  /// Rows that became events.
  std::size_t kept = 0;
  /// The number in the log (`EventRow::number`) of the file's first event.
  std::uint32_t first_number = 0;
  /// Rows by reason.
  std::map<std::string, std::size_t> set_aside = {};
  /// Rows by the rule that they break.
  std::map<std::string, std::size_t> rejected = {};
  /// The first three of each reason, in the order of the file.
  std::vector<DamageExample> examples = {};
  /// First and last day of any kept event; nothing if none was kept. An interval that is not over counts with its first
  /// day.
  std::optional<Day> first_day = {};
  /// Of any kept event.
  std::optional<Day> last_day = {};
  /// Day of the first report. It may be long after `first_day`, because machines date some events back. Rows that were
  /// entered afterwards count with the days of their events instead: those of a month in which ten or more were
  /// reported, most of them more than 31 days late. Nothing if no row says when it was reported, or if most were late.
  std::optional<Day> first_reported = {};
  /// How many days from first to last have no kept event that can have happened on them.
  std::size_t days_without_reports = 0;
  /// Columns that détente does not know, as the file names them; their values are kept in `Event::extra`.
  std::vector<std::string> unknown_columns = {};
  /// Rows that are set aside for a name that détente does not know ("unknown country name"), by the name as the file
  /// writes it, escaped to one line of valid UTF-8 and cut at 80 bytes. A row with two such names counts for both.
  std::map<std::string, std::size_t> unknown_names = {};
  /// Kept events by code, including those that occur twice. Events without a code are not counted.
  std::map<std::string, std::size_t> codes = {};
  /// What its format is, if the program brought it (`ReadOptions::formats`).
  std::optional<FormatInfo> own_format = {};
};

/// What the file's format is. Throws `std::invalid_argument` if `format` names none.
const FormatInfo& format_info(const FileReport& report);

/// A name, and how many rows have it.
using NameCount = std::pair<std::string, std::size_t>;
/// The unknown names of a file, most rows first; ties in alphabetical order.
std::vector<NameCount> most_frequent_unknown_names(const FileReport& report);
/// "Ruritania 12, Korea 3, and 2 more": the first `most` of them; "" if there are none.
std::string unknown_names_text(const FileReport& report, std::size_t most = 10);
/// "source url, reporter, and 12 more": the first `most` of the unknown columns; "" if there are none.
std::string unknown_columns_text(const FileReport& report, std::size_t most = 10);

/// Of all reasons together.
std::size_t set_aside_rows(const FileReport& report);
/// Of all reasons together.
std::size_t rejected_rows(const FileReport& report);

/// "us.csv:7:2: '2025-02-29': bad date: 2025-02 has days 01 to 28"
std::string to_text(const FileReport& report, const DamageExample& example);
/// "us.csv: 35 rows, 33 kept, 2 rejected (1 bad date, 1 unknown status)"
std::string report_line(const FileReport& report);
/// `report_line`, then a line for every example, then one that names the unknown columns and one for unknown names.
/// Ends in a line end.
std::string report_text(const FileReport& report);

}  // namespace detente
#pragma GCC visibility pop
