#pragma once
/// \file
/// What a watch says, a line for each pair that moved and each alarm, for people.
///
///     2026-01-03  COL:USA  82.6  +11.4  tense
///     alarm 3: rise>5 in 7d  2026-01-03  COL:USA  11.4
///       +10.9  2026-01-03  USA:COL  armed intervention

#include <string>
#include <string_view>

#include "detente/live/watch/watch.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Day, pair, index, change since the index said before, and the word for the index (scales/words.hpp), if it has one.
std::string watch_line(const WatchUpdate& update, std::string_view word = {});
/// The alarm, and a line for each event that caused it.
std::string watch_lines(const WatchAlarm& alarm);

}  // namespace detente
#pragma GCC visibility pop
