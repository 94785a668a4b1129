#pragma once
/// \file
/// What the tests of machine-coded formats share: rows made column by column, and what became of them.

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "detente/ground/delimited.hpp"
#include "readers/chronologies.hpp"
#include "readers/event_format.hpp"
#include "readers/intake.hpp"
#include "readers/merged_file.hpp"

namespace detente {

using Counts = std::map<std::string, std::size_t>;
using Fields = std::vector<std::string>;

/// One line of a file.
inline std::string line_of(const Fields& fields, char delimiter = '\t') {
  std::string line;
  for (std::size_t i = 0; i < fields.size(); ++i) line += (i == 0 ? "" : std::string(1, delimiter)) + fields[i];
  return line + "\n";
}

/// The fields but for one.
inline Fields with(Fields fields, std::size_t column, const std::string& text) {
  fields.at(column) = text;
  return fields;
}

/// The format that `read_events` would choose.
inline const EventFormat& format_of(std::string_view text, const ReadOptions& options = {}) {
  for (const EventFormat* format : event_formats())
    if (format->match(text, options).fits()) return *format;
  throw std::runtime_error("no format fits");
}

/// The events with ids, notes, addresses and lines, of which a log of machine-coded events keeps none by default.
inline std::vector<Event> events_in_full(std::string_view text, const ReadOptions& options = {}) {
  const EventFormat& format = format_of(text, options);
  const auto rows = format.open(text, options);
  const auto always = [](std::string_view, std::string_view) { return true; };
  Intake intake(*rows, format.id_source("t"), false, {.scores = true, .provenance = always});
  const auto bytes = bytes_of(text);
  DelimitedReader reader(*bytes, {.delimiter = rows->shape().delimiter, .quoted = rows->shape().quoted});
  Record record;
  if (rows->shape().header) reader.next(record);
  while (reader.next(record)) {
    std::vector<std::string_view> fields;
    for (const std::size_t column : rows->shape().columns)
      fields.push_back(column < record.fields.size() ? record.fields[column] : std::string_view());
    rows->take({fields, record.fields.size(), record.raw, record.line, record.problem, record.problem_field}, intake);
  }
  EventLog log;
  FileReport report;
  MergedFile(log, report, nullptr).add(intake.finish({}));
  return events_of(log);
}

/// A row, and what must become of it.
struct RowFate {
  std::string name;
  std::string row;  // with its line end
  std::string reason;
  /// Of a rejection: the field that is shown, from 1.
  std::size_t column = 0;
};
inline void PrintTo(const RowFate& fate, std::ostream* out) { *out << fate.name; }

/// Reads the row among good ones, which survive, and holds the report to it. An empty reason: it is kept.
inline void expect_fate(const std::string& before, const std::string& good, const RowFate& fate, bool rejected) {
  const ReadResult read = read_text(before + good + fate.row + good);
  const FileReport& report = read.files.at(0);
  EXPECT_EQ(report.rows, 3U) << full(report);
  EXPECT_EQ(report.kept, fate.reason.empty() ? 3U : 2U) << full(report);
  if (fate.reason.empty()) return;
  EXPECT_EQ(rejected ? report.rejected : report.set_aside, (Counts{{fate.reason, 1}})) << full(report);
  EXPECT_EQ(report.examples.size(), rejected ? 1U : 0U);
  if (!rejected) return;
  EXPECT_EQ(report.examples[0].column, fate.column) << full(report);
  EXPECT_EQ(report.examples[0].line, before.empty() ? 2U : 3U);
  EXPECT_FALSE(report.examples[0].rule.empty());
}

}  // namespace detente
