#pragma once
/// \file
/// What the readers of all machine-coded formats share. A format says where its fields are and reads them one after the
/// other into a brief event, whose texts are views into the row.

#include <array>
#include <string>
#include <string_view>

#include "detente/contracts/event_batch.hpp"
#include "readers/formats/laid_out_rows.hpp"

namespace detente::detail {

/// Text of an event that is not in its row as it is; it lives as long as the row is being read.
struct MadeText {
  std::array<char, 64> code;
  std::string note = {};
  std::string url = {};
};

class CodedRows : public LaidOutRows {
 public:
  using LaidOutRows::LaidOutRows;
  void take(const FieldRow& row, Intake& into) const override;

 protected:
  /// Fills the event, except for its line.
  virtual Ruling read(const FieldRow& row, BriefEvent& event, MadeText& made) const = 0;
  /// Takes the note and the link as people read them.
  void take_texts(const FieldRow& row, BriefEvent& event, MadeText& made) const;
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
inline constexpr RowRule bad_code{"bad code", "a code is two to four digits", Field::code};
inline constexpr RowRule lost_zero{"leading zero lost", "nothing in the row says whether the code began with a zero",
                                   Field::code};
}  // namespace rules

}  // namespace detente::detail
