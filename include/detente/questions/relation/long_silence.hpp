#pragma once
/// \file
/// A span that no one meant. A year mistyped as 2925 or 1525 makes a relation of five or nine centuries, most of them
/// silent, with a value for every day: minutes, and more memory than there is. So a silence of more than a century is
/// asked about by name, and nothing is computed over it until somebody has said which days are to be shown.
///
/// A silence that ends before the first day asked for, begins after the last, or holds either, has been answered.
///
/// Complexity: O(n), O(1) if all dates lie within a century.

#include <cstdint>
#include <optional>
#include <span>

#include "detente/values/date_span.hpp"

namespace detente {

/// A hundred years, in days.
inline constexpr std::int32_t longest_silence = 36'525;

/// Between two dates that follow each other, by their places in what was given.
struct LongSilence {
  std::size_t before = 0;
  std::size_t after = 0;
  /// Which of the two stands on the side with fewer dates (of as many, the later): the one to look at first.
  std::size_t lone = 0;
};

/// The first of the silences; dates come by their first day. `from` and `to` (exclusive) are the days asked for.
std::optional<LongSilence> long_silence(std::span<const DateSpan> dates, std::optional<Day> from,
                                        std::optional<Day> to);

/// Where days may begin if the first ones asked for come after a long silence: at its end, or at `from` if that is
/// earlier. Nothing if there is no such silence.
std::optional<Day> after_silence(std::span<const DateSpan> dates, Day from);

}  // namespace detente
