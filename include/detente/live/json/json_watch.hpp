#pragma once
/// \file
/// What a watch says as JSON lines (component detente::json), an object for each pair that moved and each alarm. The
/// keys, in order:
///
/// - `source`, `target` (the canonical pair), `day`, `index`, `before`: the index that was said before in this run,
///   `word`, `level`, `heat`, `measures`, `support`; what is missing is null
/// - `alarm`, null if the pair has only moved: {`id`, `rule`, `value`, `events`: [{`key`, `day`, `source`, `target`,
///   `label`, `index`}]}

#include <string>
#include <string_view>

#include "detente/live/watch/watch.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// One line, with its end: the pair as it is now, and the alarm that it raised, if any.
std::string watch_json(const WatchUpdate& update, std::string_view word = {}, const WatchAlarm* alarm = nullptr);

}  // namespace detente
#pragma GCC visibility pop
