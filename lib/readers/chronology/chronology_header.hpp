#pragma once
/// \file
/// The header of a chronology: which column holds which field, or why the header is not one.

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
  /// What each of them is in every row, if a layout says so.
  std::vector<std::optional<std::string>> fixed = {};
  /// The columns that hold no field.
  std::vector<std::size_t> unknown = {};
  /// Whether days may also be written yyyymmdd, as in other people's tables, which a layout maps.
  bool compact_days = false;
  DateLayout dates = DateLayout::edtf;
  /// One sentence for each column that is missing or occurs twice.
  std::vector<std::string> obstacles = {};

  std::size_t known() const { return columns.size() - unknown.size(); }
  /// The column of a field by name, or nothing.
  std::optional<std::size_t> column_of(std::string_view field) const;
};

/// Finds the fields among these columns.
ChronologyHeader find_fields(Columns columns, const ReadOptions& options);
/// The file's names for the fields that a row may have, whether or not a header has them.
std::vector<std::string> field_names(const ReadOptions& options);

/// Reads the header with the separator (comma, semicolon, tab) that fits it best.
ChronologyHeader read_chronology_header(std::string_view head, const ReadOptions& options);

}  // namespace detente::detail
