#pragma once
/// \file
/// What the tests of machine-coded formats share: rows made column by column, and what became of them.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "readers/chronologies.hpp"
#include "readers/formats/event_formats.hpp"

namespace detente {
using namespace detail;

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

/// The events of a file, in the order of its rows.
inline std::vector<Event> events_in_full(std::string_view text, const ReadOptions& options = {}) {
  std::vector<Event> events = events_of(read_text(text, options, "t").log);
  std::sort(events.begin(), events.end(), [](const Event& a, const Event& b) { return a.line < b.line; });
  return events;
}

/// Looks at the one event of a file with this header and this row, with its columns in every rotation.
template <class Look>
void in_every_order(Fields names, Fields row, const Look& look) {
  for (std::size_t turn = 0; turn < names.size(); ++turn) {
    std::rotate(names.begin(), names.begin() + 1, names.end());
    std::rotate(row.begin(), row.begin() + 1, row.end());
    const auto events = events_in_full(line_of(names, ',') + line_of(row, ','));
    ASSERT_EQ(events.size(), 1U) << "after " << turn + 1 << " turns";
    look(events[0]);
  }
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

/// Reads the row between two good ones, which survive, and holds the report to it.
inline void expect_fate(const std::string& header, const std::string& good, const std::string& another,
                        const RowFate& fate, bool rejected) {
  const ReadResult read = read_text(header + good + fate.row + another);
  const FileReport& report = read.files.at(0);
  EXPECT_EQ(report.rows, 3U) << report_text(report);
  EXPECT_EQ(report.kept, 2U) << report_text(report);
  EXPECT_EQ(rejected ? report.rejected : report.set_aside, (Counts{{fate.reason, 1}})) << report_text(report);
  ASSERT_EQ(report.examples.size(), rejected ? 1U : 0U);
  if (!rejected) return;
  EXPECT_EQ(report.examples[0].column, fate.column) << report_text(report);
  EXPECT_EQ(report.examples[0].line, header.empty() ? 2U : 3U);
  EXPECT_FALSE(report.examples[0].rule.empty());
}

}  // namespace detente
