#pragma once
/// \file
/// Which columns of a published data set hold which fields of an event. Formats without a header have a fixed plan;
/// those with one are mapped by name, because names and order vary by release and by the program that rewrote the file:
/// R turns "Event Date" into Event.Date, pandas puts a column without a name in front, a spreadsheet changes capitals.
/// So only the letters and digits of names are compared.

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detente/readers/formats/row_reader.hpp"
#include "detente/readers/read_options.hpp"
#include "readers/formats/columns.hpp"
#include "readers/formats/machine_field.hpp"

namespace detente::detail {

/// The fields that a column may hold in a file whose publisher has fixed its columns.
enum class Field : unsigned char {
  id,
  date,
  year,
  month,
  day,
  source,
  target,
  code,
  base_code,
  root_code,
  mode,
  score,
  mentions,
  reported,
  note,
  other_note,
  url,
  last_day,
  precision,
  deaths,
  issue,
  revision,
};
inline constexpr std::size_t field_count = 22;
constexpr std::size_t index_of(Field field) { return static_cast<std::size_t>(field); }

/// A column's number from 0, or nothing.
using FieldColumns = std::array<std::optional<std::size_t>, field_count>;

class FieldPlan {
 public:
  FieldPlan() : FieldPlan(FieldColumns{}) {}
  explicit FieldPlan(const FieldColumns& columns);

  /// The columns for `RowShape::columns`: ascending, each once.
  const std::vector<std::size_t>& columns() const { return columns_; }
  bool has(Field field) const { return slots_[index_of(field)] != none; }
  /// The field without blanks around it; "" if the file has no such column.
  std::string_view text(const FieldRow& row, Field field) const {
    const unsigned char slot = slots_[index_of(field)];
    return slot == none ? std::string_view() : bare(row.fields[slot]);
  }
  /// The field's column, from 1, and its unchanged text; 0 and "" if the file has no such column.
  std::size_t column(Field field) const { return has(field) ? columns_[slots_[index_of(field)]] + 1 : 0; }
  std::string_view written(const FieldRow& row, Field field) const {
    return has(field) ? row.fields[slots_[index_of(field)]] : std::string_view();
  }

 private:
  static constexpr unsigned char none = 255;
  std::vector<std::size_t> columns_;
  std::array<unsigned char, field_count> slots_;
};

/// A field's name as its publisher writes it, and an alternative.
struct FieldName {
  Field field;
  bool needed = false;
  std::string_view name;
  std::string_view other = {};
};

/// How the header of a file maps to the fields of a format.
struct HeaderPlan {
  Dialect dialect = {};
  Columns columns = {};
  FieldColumns at = {};
  /// Required names that it lacks, as their publisher writes them.
  std::vector<std::string> missing = {};
  std::size_t found = 0;

  bool complete() const { return missing.empty(); }
  /// "no column 'Event Date', 'CAMEO Code'"; if it has none of the names, only the first of them.
  std::string obstacle() const;
};

/// Reads the first record as a header, separated by tabs, commas or semicolons, whichever finds most of the names. With
/// tabs, quotes count as quotes only if the header has some.
HeaderPlan plan_by_header(std::string_view head, std::span<const FieldName> names, const ReadOptions& options);

/// ASCII letters and digits in lower case, nothing else: "Event.Date" is "eventdate".
std::string bare_name(std::string_view name);

}  // namespace detente::detail
