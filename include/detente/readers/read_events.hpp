#pragma once
/// \file
/// From files to events. The reader knows formats but no scores: an event with an unknown code is read like any other
/// (the audit names it), and a row that breaks a rule of its format is counted, shown and left out.
///
/// ```cpp
/// const ReadResult read = read_events("us_colombia_2025_2026.csv");
/// read.log.size();                    // → 33
/// read.files[0].rejected.size();      // → 0
/// ```
///
/// A file is recognised by its header, or by the width and content of its first few rows. A file that fits no format is
/// refused, with what was found and what it lacks for the nearest format. format_info.hpp lists the formats.
///
/// **chronology**: a CSV with a header. Columns in any order: `date`, `source`, `target`, `event`, and any of `id until
/// object count issue status claim affects spill mentions reported revision source_name score sd quad note url`. Names
/// are not case-sensitive; fields are separated by comma, semicolon or tab; quoted as in RFC 4180; LF or CRLF; UTF-8.
/// Unknown columns are kept by name. An event needs a code or its own score, so a file with a column `score` can go
/// without `event`. With `ReadOptions::columns` any delimited table is a chronology, and its days may also be written
/// yyyymmdd.
///
/// | a row is rejected as | when |
/// |---|---|
/// | wrong number of fields | it has more or fewer than the header |
/// | quote not closed, text after a closing quote, line too long | it is not a record |
/// | NUL byte, not UTF-8 | it is not text |
/// | no date, bad date, range reversed | `date` is empty, not a form of date_span.hpp, or ends before it begins |
/// | no source, no target, source is target | there are not two different actors |
/// | no code | it has neither code nor score |
/// | unknown status, unknown claim, unknown quad | the word is not in status.hpp, quad_class.hpp |
/// | bad until, until before date | `until` is not a day, or precedes the first day |
/// | bad reported | `reported` is not a day |
/// | bad revision, revision without id | not a whole number from 0; an event without an id has no versions |
/// | bad count, bad mentions | not a whole number from 1 (to 1,000,000 for `count`) |
/// | bad score, bad sd | not a number within ±1,000,000; for `sd`, negative |
/// | bad affects, bad spill, spill without affects | not a dyad A:B; not -1 to 1; a weight for no dyad |
///
/// Set aside: "empty row" (no field has text), "repeated header".
///
/// **jsonl**: the same as JSON lines, one object a line, whose members are named as the columns. Numbers may be
/// numbers, null is missing, members by other names are kept as text. It needs nlohmann_json when détente is built.
/// Rejected besides: not JSON, not an object, member twice, nested too deeply (32), neither text nor number.
///
/// **Machine-coded formats** are read as their publishers write them. Copies with a header are read by the names of
/// their columns, whatever their order, separator and capitals, also with R's dots and row numbers.
///
/// | format | rows | source, target | id belongs to |
/// |---|---|---|---|
/// | `gdelt2` | 61 columns, tabs, no header; or a copy | countries and regions of CAMEO | GDELT |
/// | `gdelt1` | 57 and 58 columns, mixed; or a copy | the same | GDELT |
/// | `icews` | tabs, header | names of countries, as ISO 3166-1 codes | ICEWS |
/// | `polecat` | tabs, header | ISO 3166-1 codes | POLECAT |
/// | `phoenix` | 26 columns, tabs, no header | entities: countries, IGO, NGO, … | Phoenix, per pair and day |
/// | `cline` | CSV, header | roots: countries, IGO, NGO, … | Cline |
/// | `keds` | tabs: date, source, target, code, optional text | as written | there are no ids |
///
/// **Data sets of deadly events**, which people coded, are read by the names of their columns. Deaths are the count of
/// acts, one where nobody died or the number is missing. The order of the two sides says who attacked in strikes,
/// attacks on civilians and one-sided violence; in battles it says nothing.
///
/// | format | source, target | code | date | id belongs to |
/// |---|---|---|---|---|
/// | `acled` | `actor1`, `actor2` as written | `sub_event_type` | `event_date`, by precision | ACLED |
/// | `ucdp` | `side_a`, `side_b` as written | `type_of_violence` in words | `date_start` to `date_end` | UCDP |
///
/// A row of either is set aside as "one side has no actor" or "same actor", of ACLED also as "no act between the two",
/// and rejected as bad deaths (not a whole number to 1,000,000), bad precision, bad timestamp (ACLED's, which is the
/// revision), range reversed.
///
/// A row of a machine-coded format is rejected as:
/// - wrong number of fields: not as many as its format or header has (under a header, empty ones at the end are
///   allowed)
/// - quote not closed, text after a closing quote, line too long: it is not a record
/// - no date, bad date: there is none, or it is not in the calendar or not in the format
/// - bad country (all but `icews`, `keds`): not three capital letters
/// - bad actor (`keds`): it has a blank or a character outside ASCII, or more than 64 characters
/// - no code, bad code: not two to four digits; for `polecat`, type and mode are not words
/// - leading zero lost (copies, `icews`, `cline`): the code became a number, and the row does not show which code it
///   was
/// - bad mentions (GDELT): not a whole number from 1
/// - bad score (all but `keds`): not a number within ±1,000,000
/// - bad reported (GDELT, `polecat`): not a day; "2.02E+13" in a copy is an unknown day and not an error
/// - bad id (GDELT, `icews`): not a whole number: "8.8E+08" would be the id of many events
///
/// | a row is set aside as | when |
/// |---|---|
/// | one side has no country (`keds`: actor) | source or target is missing; true of nearly 3 in 4 rows of GDELT |
/// | same country (`keds`: actor) | source is target |
/// | unknown country name | country_names lacks the name (`icews`); `FileReport::unknown_names` lists them |
/// | several countries on one side | a side is a list (`polecat`) |
/// | empty row, repeated header | it was never an event |
///
/// **Events that occur more than once** (settlement.hpp), in files of any format, are set aside: as "redelivery" if all
/// their content is the same, as in overlapping downloads, and as "conflicting version" if they were reported on the
/// same day with different content. The report gives the line, if lines are kept. A later version is kept beside the
/// earlier one.
///
/// Text that is kept (notes, links) becomes UTF-8: other bytes are read as Windows-1252, and control characters become
/// blanks.

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detente/contracts/event_log.hpp"
#include "detente/ground/byte_source.hpp"
#include "detente/ground/error.hpp"
#include "detente/readers/damage.hpp"
#include "detente/readers/read_options.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Thrown if ids of a source without a name occur twice with different content. The message names the rows. Threads:
/// any number may use an object at once.
class RepeatedIdsError : public InputError {
 public:
  /// As `InputError`.
  using InputError::InputError;
};

/// The events of all files, and what happened to each file's rows.
struct ReadResult {
  /// The events of all files, arranged.
  EventLog log;
  /// In the order given; an archive has one for each of its files.
  std::vector<FileReport> files;
};

/// Reads the files in the order given into one log; "-" is standard input, and .gz, .zip and .zst are unpacked (see
/// `open_unpacked`); each file in a .zip has its own header and report. The log is arranged. No result depends on the
/// names of files or, if each file is named once, on their order or on how the events are spread over them. Memory: the
/// events, and two blocks per thread. Time: linear in the bytes, shared among the threads.
///
/// Throws `std::system_error` with the path if a file cannot be read or the rejects file cannot be written,
/// `InputError` if a file's format is unknown, a needed column is missing, a file holds no events or is named twice,
/// ids without a source name are repeated (`RepeatedIdsError`), or more than `max_rejects` rows were rejected (after
/// all have been read and the rejects file is written), and `std::invalid_argument` if an option breaks its rule.
ReadResult read_events(std::span<const std::filesystem::path> paths, const ReadOptions& options = {});
/// The same for one file.
ReadResult read_events(const std::filesystem::path& path, const ReadOptions& options = {});
/// Reads one source of bytes; `name` stands for the file's name in reports.
ReadResult read_events(ByteSource& bytes, std::string_view name, const ReadOptions& options = {});

/// Calls `settle`, which settles the log of these files, and counts what it found in their reports: a dropped row is
/// set aside in the file it came from. It is for callers that settle the log themselves because
/// `ReadOptions::on_growth` is set. Throws `RepeatedIdsError` where `settle` throws `RepeatedIds`.
void settle_files(std::vector<FileReport>& files, const EventLog& log, const std::function<Settlement()>& settle);

/// What `ReadOptions::format` may be besides "auto".
std::vector<std::string> format_names();

}  // namespace detente
#pragma GCC visibility pop
