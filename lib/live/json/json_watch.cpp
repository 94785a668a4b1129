#include "detente/live/json/json_watch.hpp"

#include <fmt/format.h>

#include "output/json/json_value.hpp"

namespace detente {
using namespace detail;
namespace {

Json json_of_cause(const AlarmCause& cause) {
  return {{"key", fmt::format("{:016x}", cause.key.value)},
          {"day", json_of(cause.day)},
          {"source", cause.way.source},
          {"target", cause.way.target},
          {"label", cause.label},
          {"index", json_of(cause.index)}};
}

Json json_of_alarm(const WatchAlarm& alarm) {
  return {{"id", alarm.alarm.id},
          {"rule", alarm.alarm.rule},
          {"value", json_of(alarm.alarm.value)},
          {"events", list_of(alarm.causes, json_of_cause)}};
}

}  // namespace

std::string watch_json(const WatchUpdate& update, std::string_view word, const WatchAlarm* alarm) {
  const PublishedReading& r = update.reading;
  const Json line = {{"source", r.pair.source},
                     {"target", r.pair.target},
                     {"day", json_of(r.day)},
                     {"index", json_of(r.index)},
                     {"before", json_of(update.before)},
                     {"word", json_or_null(word)},
                     {"level", json_of(r.level)},
                     {"heat", json_of(r.heat)},
                     {"measures", json_of(r.measures)},
                     {"support", json_of(r.support)},
                     {"alarm", alarm ? json_of_alarm(*alarm) : Json(nullptr)}};
  return json_text(line, -1);
}

}  // namespace detente
