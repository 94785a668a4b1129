#pragma once
/// \file
/// What a watch says as JSON lines (component detente::json), an object for each pair that moved and each alarm. The
/// keys, in order:
///
/// - `kind`: "update", then `source`, `target` (the canonical pair), `day`, `index`, `before`: the index that was said
///   before in this run, `word`, `level`, `heat`, `measures`, `support`; what is missing is null
/// - `kind`: "alarm", then `id`, `rule`, `source`, `target`, `day`, `value`, `events`: [{`key`, `day`, `source`,
///   `target`, `label`, `index`}]

#include <string>
#include <string_view>

#include "detente/live/watch/watch.hpp"

namespace detente {

/// One line, with its end.
std::string watch_json(const WatchUpdate& update, std::string_view word = {});
std::string watch_json(const WatchAlarm& alarm);

}  // namespace detente
