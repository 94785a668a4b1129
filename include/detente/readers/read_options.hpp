#pragma once
/// \file
/// How to read event files. Every field has a default that suits a chronology as `detente new` writes it.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "detente/ground/delimited.hpp"
#include "detente/ground/parsed.hpp"
#include "detente/values/written_date.hpp"

#pragma GCC visibility push(default)
namespace detente {

class EventFormat;
class EventLog;

/// A file's name for a column, by détente's name for it: {"date": "Event Date"}. A value that begins with = is no
/// column but the value itself, for all rows: {"source": "=IND"}. A date that stands in two columns is named as `from`
/// and `to` in place of `date`: throughout, from the first of them to the last, or one day where `to` is empty or the
/// same.
using ColumnLayout = std::map<std::string, std::string>;

/// How event files are read.
struct ReadOptions {
  /// "auto", which recognises the format from the beginning of the file, or the name of one: of `format_names()`, or of
  /// `formats`.
  std::string format = "auto";
  /// The column that holds the code; columns with other codes then count as unknown columns.
  std::string code_column = "event";
  /// Columns that the file names differently. Names are not case-sensitive.
  ColumnLayout columns = {};
  /// What stands between the fields of a chronology; without it, the one of comma, semicolon and tab that fits the
  /// header best.
  std::optional<char> separator = {};
  /// How a chronology's dates are written, if not in EDTF. Machine-coded formats have their own.
  DateLayout dates = DateLayout::edtf;
  /// The source of the files' ids: one name for all of them, or one per file in their order. If empty, ids of GDELT and
  /// other machine coders belong to their family, and those of a chronology to an unnamed source (except in rows with a
  /// `source_name`). The name of a file is never used.
  std::vector<std::string> sources = {};
  /// More rejected rows than this, over all files, are an `InputError`. Without a value, any number is allowed.
  std::optional<std::size_t> max_rejects = {};
  /// Where rejected rows are written unchanged, under their header. The file appears when reading is over, with only
  /// the header if nothing was rejected. Empty: not written.
  std::filesystem::path rejects_file = {};
  /// Longest record, in bytes, at least 1; a longer one is rejected.
  std::size_t max_record = std::size_t{1} << 20;
  /// Bytes in a block that a thread reads, at least 1. Memory holds two blocks per thread. The result does not depend
  /// on it.
  std::size_t chunk = std::size_t{1} << 20;
  /// Threads that read; 0: one for each core. The result does not depend on it.
  std::size_t threads = 0;
  /// Keep only what scoring needs of machine-coded events and of a chronology's plain rows: 24 bytes per event.
  /// Otherwise ids, notes, links and lines are kept too, a few hundred bytes per event.
  bool brief = false;
  /// Which machine-coded events keep those, by the actors as written. If empty: all, or none if `brief`.
  std::function<bool(std::string_view source, std::string_view target)> provenance_of = {};
  /// Whether machine-coded events keep the file's own score.
  bool own_scores = true;
  /// Called as the log grows. It may move the log's rows elsewhere (see engines/dyad_rows.hpp). If it is set, the log
  /// stays in order of arrival, and repeated ids are not found until the caller arranges it.
  std::function<void(EventLog& log)> on_growth = {};
  /// Called now and then by the reading thread, with the bytes read so far and the total of all files as on disk, or
  /// nothing if the total is not known (a pipe).
  std::function<void(std::uint64_t read, std::optional<std::uint64_t> total)> progress = {};
  /// Formats of the program (formats/event_format.hpp), tried before the others; each has a name of its own.
  std::vector<std::shared_ptr<const EventFormat>> formats = {};
  /// Asks reading to end, which it does between two blocks by throwing `Stopped` (ground/work_control.hpp). No rejects
  /// file appears then.
  std::stop_token stop = {};
  /// Most bytes that the rows of the events may take in memory, counted at the end of each block; past it reading ends
  /// with an `InputError` of code `too_much_memory`. Without a value, there is no limit. Rows that `on_growth` moves
  /// elsewhere do not count.
  std::optional<std::uint64_t> most_memory = {};
};

/// Reads "date=Event Date,source=Sender,target==IND". Does not check that the names exist; `read_events` does.
Parsed<ColumnLayout> parse_column_layout(std::string_view text);

}  // namespace detente
#pragma GCC visibility pop
