#pragma once
/// \file
/// How event files are to be read. Every field has a default that fits a chronology as `detente new` writes it.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "detente/ground/delimited.hpp"
#include "detente/ground/parsed.hpp"

namespace detente {

class EventLog;

/// The name that a file gives a column, by the name that détente gives it: {"date": "Event Date"}.
using ColumnLayout = std::map<std::string, std::string>;

struct ReadOptions {
  /// "auto" recognises the format by the file's beginning; or one of `format_names()`.
  std::string format = "auto";
  /// The column that holds the code; others with other codes are unknown columns then.
  std::string code_column = "event";
  /// Columns that the file names differently. Names are compared without regard to case.
  ColumnLayout columns = {};
  /// Whose ids the files hold: one name for all of them, or one a file in their order. None: GDELT's and other machine
  /// coders' are their family's, those of a chronology nobody's (but for rows with a `source_name`). No file's name
  /// ever.
  std::vector<std::string> sources = {};
  /// More rejected rows than this, over all files, are an `InputError`. Nothing: any number.
  std::optional<std::size_t> max_rejects = {};
  /// Where rejected rows are written as they stand, under their header; it appears when reading is over, empty but for
  /// the header if nothing was rejected. Empty: nowhere.
  std::filesystem::path rejects_file = {};
  /// Longest record, in bytes, at least 1; a longer one is rejected.
  std::size_t max_record = std::size_t{1} << 20;
  /// Bytes that a thread reads at a time, at least 1. Twice as many as there are threads are held at a time. The result
  /// does not depend on it.
  std::size_t chunk = std::size_t{1} << 20;
  /// Threads that read, 0: one for each core. The result does not depend on it.
  std::size_t threads = 0;
  /// Keep of machine-coded events, and of a chronology's plain rows, only what scoring needs: 24 bytes an event.
  /// Without it ids, notes, links and lines are kept too, a few hundred bytes an event.
  bool brief = false;
  /// Which machine-coded events keep them, by the actors as written; nothing: all, or none in brief.
  std::function<bool(std::string_view source, std::string_view target)> provenance_of = {};
  /// Whether machine-coded events keep the file's own score.
  bool own_scores = true;
  /// Called as the log grows. It may move the log's rows elsewhere (see engines/dyad_rows.hpp). Where it is set, the
  /// log is left as the rows came: events of one id that stand twice are not found, until somebody arranges it.
  std::function<void(EventLog& log)> on_growth = {};
  /// Called now and then, by the thread that reads: the bytes read so far and those of all files, as they lie on the
  /// disk; nothing where that is not known (a pipe).
  std::function<void(std::uint64_t read, std::optional<std::uint64_t> total)> progress = {};
};

/// Reads "date=Event Date,source=Sender". Does not know which names exist; `read_events` checks that.
Parsed<ColumnLayout> parse_column_layout(std::string_view text);

}  // namespace detente
