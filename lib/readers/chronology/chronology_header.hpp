#pragma once
/// \file
/// The header of a chronology: which column holds which field, and what keeps it from being one.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "detente/readers/read_options.hpp"
#include "readers/formats/columns.hpp"

namespace detente::detail {

struct ChronologyHeader {
  char delimiter = ',';
  Columns columns = {};
  /// The column of each of `chronology_fields()`, or nothing.
  std::vector<std::optional<std::size_t>> at = {};
  /// The columns that hold no field.
  std::vector<std::size_t> unknown = {};
  /// Days may be written yyyymmdd: somebody else's table, which a layout maps, has days as it has them.
  bool compact_days = false;
  /// One sentence for each thing that is missing or stands twice.
  std::vector<std::string> obstacles = {};

  std::size_t known() const { return columns.size() - unknown.size(); }
  /// The column of a field by name, or nothing.
  std::optional<std::size_t> column_of(std::string_view field) const;
};

/// Reads the header with the separator (comma, semicolon, tab) that makes most sense of it.
ChronologyHeader read_chronology_header(std::string_view head, const ReadOptions& options);

}  // namespace detente::detail
