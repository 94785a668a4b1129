#pragma once
/// \file
/// From files to events. The reader knows formats and nothing of scores: an unknown code is an event like any other
/// (the audit names it), a row that breaks a rule of its format is counted, shown and left out.
///
///     const ReadResult read = read_events("us_colombia.csv");
///     read.log.size();                    // 33
///     read.files[0].rejected.size();      // 0
///
/// Formats now: **chronology**, a CSV with a header. Columns in any order: `date`, `source`, `target`, `event`, and any
/// of `id until object count issue status claim affects spill mentions reported score sd quad note url`. Names without
/// regard to case; separated by comma, semicolon or tab; quoted as in RFC 4180; LF or CRLF; UTF-8. Unknown columns are
/// kept by name. An event needs a code or its own score, so a file with a column `score` can go without `event`.
///
/// | a row is rejected as | when |
/// |---|---|
/// | wrong number of fields | it has more or fewer than the header |
/// | quote not closed, text after a closing quote, line too long | it is no record |
/// | NUL byte, not UTF-8 | it is no text |
/// | no date, bad date, range reversed | `date` is empty, no form of date_span.hpp, or ends before it begins |
/// | no source, no target, source is target | the actors are not two |
/// | no code | it has neither code nor score |
/// | unknown status, unknown claim, unknown quad | the word is none of status.hpp, quad_class.hpp |
/// | bad until, until before date | `until` is no day, or precedes the first day |
/// | bad reported | `reported` is no day |
/// | bad count, bad mentions | not a whole number from 1 (to 1,000,000 for `count`) |
/// | bad score, bad sd | not a number within ±1,000,000; for `sd`, negative |
/// | bad affects, bad spill, spill without affects | not a dyad A:B; not 0 to 1; a weight for no dyad |
/// | duplicate id and reported | an earlier row has both |
///
/// Set aside: "empty row" (no field has text), "repeated header".

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detente/contracts/event_log.hpp"
#include "detente/ground/byte_source.hpp"
#include "detente/readers/damage.hpp"
#include "detente/readers/read_options.hpp"

namespace detente {

/// The events of all files, and what became of each file's rows.
struct ReadResult {
  EventLog log;
  std::vector<FileReport> files;
};

/// Reads the files in the order given into one log; "-" is standard input, and .gz, .zip and .zst are unpacked (see
/// `open_unpacked`). The ids of a file belong to the stem of its name, the same packed or not.
/// Memory: the events, and two blocks a thread. Time: linear in the bytes, over all threads.
///
/// Throws `std::system_error` with the path if a file cannot be read or the rejects file not be written, `InputError`
/// if a file's format is unknown, a needed column is missing, a file holds no events, or more than `max_rejects` rows
/// were rejected (after all have been read and the rejects file is written), and `std::invalid_argument` if an option
/// breaks its rule.
ReadResult read_events(std::span<const std::filesystem::path> paths, const ReadOptions& options = {});
ReadResult read_events(const std::filesystem::path& path, const ReadOptions& options = {});
/// Reads one source of bytes; `name` stands for the file's name in reports and, by its stem, in event keys.
ReadResult read_events(ByteSource& bytes, std::string_view name, const ReadOptions& options = {});

/// What `ReadOptions::format` may name beside "auto".
std::vector<std::string> format_names();

}  // namespace detente
