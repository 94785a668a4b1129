#pragma once
/// \file
/// The rows of one file of a format (event_format.hpp): a row reader says how rows are cut and which of their fields it
/// needs, and turns one row at a time into an event, a reason to set it aside or a broken rule. Cutting, quotes, lines,
/// threads and the damage report are not its business: a row that cannot be cut is rejected before it comes here.
///
/// *Thread-safety*: a reader is immutable. It keeps no state between rows, so rows may come in any order and from
/// several threads at once.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detente/readers/formats/intake.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// How a file's rows are cut.
struct RowShape {
  /// Between two fields.
  char delimiter = '\t';
  /// Whether quotes are as in RFC 4180; otherwise '"' is a character like any other.
  bool quoted = false;
  /// Whether the first record is a header and not a row.
  bool header = false;
  /// The columns that `take` sees, from 0, ascending.
  std::vector<std::size_t> columns = {};
};

/// One row, cut into fields. The views live until `take` returns.
struct FieldRow {
  /// The fields of the requested columns, in that order; "" if the row is too short. Untrimmed.
  std::span<const std::string_view> fields;
  /// How many fields the row has.
  std::size_t width = 0;
  /// The row as in the file, without the line end.
  std::string_view raw;
  /// Line on which it begins, from 1, counted from some line before it: `Intake` turns it into the file's.
  std::uint64_t line = 0;
};

/// Reads the rows of one file; made from the file's beginning. Threads: any number may use an object at once.
class RowReader {
 public:
  virtual ~RowReader() = default;
  /// How a row is cut, and which of its columns `take` sees.
  virtual const RowShape& shape() const = 0;
  /// The file's columns by name, for the damage report: its header, or the names that its format gives them.
  virtual std::span<const std::string> column_names() const = 0;
  /// Whether a field is found by its column's number; otherwise only by its name, as in JSON.
  virtual bool has_numbered_columns() const { return true; }
  /// Columns that are kept though the format does not know them, for the damage report.
  virtual std::vector<std::string> unknown_columns() const { return {}; }
  /// Passes the row to the intake exactly once: kept, set aside or rejected.
  virtual void take(const FieldRow& row, Intake& into) const = 0;
};

}  // namespace detente
#pragma GCC visibility pop
