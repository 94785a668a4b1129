#pragma once
/// \file
/// What the readers of all machine-coded formats share. A format says where its fields are and reads them one after the
/// other; the first rule that is broken decides what happens to the row. Rules are constants, so that a row that is
/// kept or set aside allocates nothing and copies no text.

#include <array>
#include <string>
#include <string_view>

#include "detente/contracts/event_batch.hpp"
#include "readers/formats/field_plan.hpp"
#include "readers/rows/row_reader.hpp"

namespace detente::detail {

/// A rule that a row may break. If `rule` is empty, it is not an error, and the row is set aside for the reason.
struct RowRule {
  std::string_view reason;
  std::string_view rule = {};
  Field field = Field::id;
};

/// The rule that was broken, or nullptr if the row is an event. Points to a constant.
using Ruling = const RowRule*;

/// Text of an event that is not in its row as it is; it lives as long as the row is being read.
struct MadeText {
  std::array<char, 64> code;
  std::string note = {};
  std::string url = {};
};

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

class CodedRows : public RowReader {
 public:
  explicit CodedRows(RowLayout layout);

  const RowShape& shape() const override { return shape_; }
  const Columns& columns() const override { return layout_.columns; }
  void take(const FieldRow& row, Intake& into) const override;

 protected:
  /// Fills the event, except for its line.
  virtual Ruling read(const FieldRow& row, BriefEvent& event, MadeText& made) const = 0;
  /// Tells the intake the names for which a row is set aside as unknown.
  virtual void tell_unknown_names(const FieldRow& row, const RowRule& rule, Intake& into) const;

  const FieldPlan& plan() const { return plan_; }
  std::string_view text(const FieldRow& row, Field field) const { return plan_.text(row, field); }
  /// The same, but "" if the file marks the field as missing.
  std::string_view said(const FieldRow& row, Field field) const {
    const std::string_view text = plan_.text(row, field);
    return is_missing(text) ? std::string_view() : text;
  }
  /// Takes the note and the link as people read them.
  void take_texts(const FieldRow& row, BriefEvent& event, MadeText& made) const;

 private:
  bool has_right_width(const FieldRow& row) const;
  static bool is_empty(const FieldRow& row);
  bool is_header(const FieldRow& row) const;
  void leave_out(const FieldRow& row, const RowRule& rule, Intake& into) const;
  void reject_width(const FieldRow& row, Intake& into) const;

  RowLayout layout_;
  FieldPlan plan_;
  RowShape shape_;
};

// ---- steps that several formats take; each returns the rule that is broken, or nullptr ----

/// Two different countries by their codes; a blank is not a country.
Ruling take_countries(std::string_view source, std::string_view target, BriefEvent& event);
/// A code of two to four digits.
Ruling take_act_code(std::string_view text, BriefEvent& event);
/// A number or nothing, within the range allowed for every score of an event.
Ruling take_score(std::string_view text, BriefEvent& event);
/// A whole number from 1.
Ruling take_mentions(std::string_view text, BriefEvent& event);
/// Digits, or nothing. A number with an exponent, as spreadsheets write large ones, would be the same id for many
/// events.
Ruling take_id(std::string_view text, BriefEvent& event);

namespace rules {
inline constexpr RowRule one_side{"one side has no country"};
inline constexpr RowRule same_country{"same country"};
inline constexpr RowRule no_date{"no date", "an event has a date", Field::date};
inline constexpr RowRule no_code{"no code", "an event has a code", Field::code};
inline constexpr RowRule bad_code{"bad code", "a code is two to four digits", Field::code};
inline constexpr RowRule lost_zero{"leading zero lost", "nothing in the row says whether the code began with a zero",
                                   Field::code};
}  // namespace rules

}  // namespace detente::detail
