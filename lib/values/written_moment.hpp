#pragma once
/// \file
/// One moment of a date as people write it: "25 October 2021", "late 2017", "Jul 2023", or a part of one.

#include <optional>
#include <span>

#include "detente/ground/parsed.hpp"
#include "detente/values/written_date.hpp"
#include "values/date_words.hpp"

namespace detente::detail {

using Tokens = std::span<const DateToken>;

/// What is known of a date: of one end of a range, perhaps less than it takes to be one.
struct Moment {
  std::optional<int> year, month, day;
  DatePart part;
  bool about = false;
};
using ParsedMoment = Parsed<Moment>;

/// Reads the tokens of one date from left to right; a broken rule where they are none.
ParsedMoment moment_of(Tokens tokens, DateLayout layout);

}  // namespace detente::detail
