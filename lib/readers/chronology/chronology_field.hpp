#pragma once
/// \file
/// The fields of a chronology: for each name, how its text becomes part of an event, and which rule bad text breaks.

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "detente/values/event.hpp"
#include "detente/values/written_date.hpp"

namespace detente::detail {

/// The reason for a rejection and the rule in words.
struct BrokenRule {
  std::string_view reason;
  std::string rule;
};
using Verdict = std::optional<BrokenRule>;

/// One known column, with one of two functions.
struct ChronologyField {
  std::string_view name;
  /// Puts the trimmed text into the event, or says what is wrong. Empty text is that nothing is said, whatever the
  /// event said before.
  Verdict (*take)(std::string_view text, Event& event) = nullptr;
  /// The same for a date, in a layout.
  Verdict (*take_date)(std::string_view text, DateLayout layout, Event& event) = nullptr;
};

inline constexpr std::size_t chronology_field_count = 24;
/// In the order in which their rules are checked.
std::span<const ChronologyField> chronology_fields();

/// The first rule that a row breaks, and the field where, as its place in `chronology_fields()`.
struct BrokenField {
  std::size_t field;
  BrokenRule broken;
};
/// The text of each field of a row without blanks around it, by its place in `chronology_fields()`; nothing for one
/// that the row does not have.
using FieldTexts = std::array<std::optional<std::string_view>, chronology_field_count>;
/// Takes all fields of a row, and then checks the rules across them. With `compact_days` days may be written yyyymmdd.
std::optional<BrokenField> fill_event(const FieldTexts& texts, bool compact_days, DateLayout dates, Event& event);

/// The field without blanks around it; "" for R's missing value.
std::string_view value_of(std::string_view field);

}  // namespace detente::detail
