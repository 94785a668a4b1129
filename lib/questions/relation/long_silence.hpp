#pragma once
/// \file
/// Guards against mistyped years. A year written as 2925 or 1525 makes a relation of five or nine centuries, mostly
/// silent, with a value for every day: that takes minutes and more memory than there is. So a silence of more than a
/// century is reported, with the event behind it, and nothing is computed over it until the user has said which days to
/// show.
///
/// A silence that ends before the first requested day, begins after the last, or contains either counts as settled.
///
/// Complexity: O(n), O(1) if all dates lie within a century.

#include <cstdint>
#include <optional>
#include <span>

#include "detente/values/date_span.hpp"

namespace detente::detail {

/// A hundred years, in days.
inline constexpr std::int32_t longest_silence = 36'525;

/// A silence between two consecutive dates, by their positions in the input.
struct LongSilence {
  std::size_t before = 0;
  std::size_t after = 0;
  /// Which of the two is on the side with fewer dates (the later, if the sides are equal): the one to check first.
  std::size_t lone = 0;
};

/// The first such silence; `dates` must be in the order of their first days. `from` and `to` (exclusive) are the
/// requested days.
std::optional<LongSilence> long_silence(std::span<const DateSpan> dates, std::optional<Day> from,
                                        std::optional<Day> to);

/// Where days may begin if the first requested ones come after a long silence: at its end, or at `from` if that is
/// earlier. Nothing if there is no such silence.
std::optional<Day> after_silence(std::span<const DateSpan> dates, Day from);

}  // namespace detente::detail
