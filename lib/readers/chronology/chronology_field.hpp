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
  /// Puts the trimmed text into the event, or says what is wrong. Called for empty text too.
  Verdict (*take)(std::string_view text, Event& event) = nullptr;
  /// The same for a date, in a layout.
  Verdict (*take_date)(std::string_view text, DateLayout layout, Event& event) = nullptr;
};

/// In the order in which their rules are checked.
std::span<const ChronologyField> chronology_fields();

/// A rule about several fields, and the field to show when it is broken.
struct CrossRule {
  std::string_view field;
  Verdict (*look)(const Event& event);
};
std::span<const CrossRule> chronology_cross_rules();

}  // namespace detente::detail
