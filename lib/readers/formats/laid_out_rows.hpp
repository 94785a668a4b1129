#pragma once
/// \file
/// Rows of a table whose columns its publisher has fixed: how they are laid out, and what becomes of one that is not an
/// event. The first rule that is broken decides. Rules are constants, so that a row that is kept or set aside allocates
/// nothing and copies no text.

#include <string_view>

#include "detente/readers/formats/row_reader.hpp"
#include "readers/formats/field_plan.hpp"

namespace detente::detail {

/// A rule that a row may break. If `rule` is empty, it is not an error, and the row is set aside for the reason.
struct RowRule {
  std::string_view reason;
  std::string_view rule = {};
  Field field = Field::id;
};

/// The rule that was broken, or nullptr if the row is an event. Points to a constant.
using Ruling = const RowRule*;

/// How the rows of a file are laid out.
struct RowLayout {
  Dialect dialect = {};
  bool header = false;
  Columns columns = {};
  FieldColumns at = {};
  /// The least number of fields in a row.
  std::size_t least = 0;
  std::size_t most = 0;
  /// Whether more fields are allowed if they are empty and at the end.
  bool trailing_blanks = false;
};

class LaidOutRows : public RowReader {
 public:
  explicit LaidOutRows(RowLayout layout);

  const RowShape& shape() const override { return shape_; }
  std::span<const std::string> column_names() const override { return columns().names(); }
  const Columns& columns() const { return layout_.columns; }

 protected:
  /// Whether the row is cut as the layout says; if not, it is rejected or set aside.
  bool is_whole(const FieldRow& row, Intake& into) const;
  /// Sets the row aside or rejects it.
  void leave_out(const FieldRow& row, const RowRule& rule, Intake& into) const;
  /// Tells the intake the names for which a row is set aside as unknown.
  virtual void tell_unknown_names(const FieldRow& row, const RowRule& rule, Intake& into) const;

  const FieldPlan& plan() const { return plan_; }
  std::string_view text(const FieldRow& row, Field field) const { return plan_.text(row, field); }
  /// The same, but "" if the file marks the field as missing.
  std::string_view said(const FieldRow& row, Field field) const {
    const std::string_view text = plan_.text(row, field);
    return is_missing(text) ? std::string_view() : text;
  }

 private:
  bool has_right_width(const FieldRow& row) const;
  bool is_header(const FieldRow& row) const;
  void reject_width(const FieldRow& row, Intake& into) const;

  RowLayout layout_;
  FieldPlan plan_;
  RowShape shape_;
};

namespace rules {
inline constexpr RowRule no_actor{"one side has no actor"};
inline constexpr RowRule same_actor{"same actor"};
inline constexpr RowRule no_date{"no date", "an event has a date", Field::date};
inline constexpr RowRule no_code{"no code", "an event has a code", Field::code};
}  // namespace rules

}  // namespace detente::detail
