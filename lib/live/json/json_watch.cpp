#include "detente/live/json/json_watch.hpp"

#include <fmt/format.h>

#include "output/json/json_value.hpp"

namespace detente {
using namespace detail;
namespace {

Json json_of_cause(const AlarmCause& cause) {
  const bool is_known = !cause.label.empty();
  return {{"key", fmt::format("{:016x}", cause.key.value)},
          {"day", is_known ? json_of(cause.day) : Json(nullptr)},
          {"source", json_or_null(cause.way.source)},
          {"target", json_or_null(cause.way.target)},
          {"label", json_or_null(cause.label)},
          {"index", json_of(cause.index)}};
}

}  // namespace

std::string watch_json(const WatchUpdate& update, std::string_view word) {
  const PublishedReading& r = update.reading;
  const Json line = {{"kind", "update"},
                     {"source", r.pair.source},
                     {"target", r.pair.target},
                     {"day", json_of(r.day)},
                     {"index", json_of(r.index)},
                     {"before", json_of(update.before)},
                     {"word", json_or_null(word)},
                     {"level", json_of(r.level)},
                     {"heat", json_of(r.heat)},
                     {"measures", json_of(r.measures)},
                     {"support", json_of(r.support)}};
  return json_text(line, -1);
}

std::string watch_json(const WatchAlarm& alarm) {
  const RaisedAlarm& a = alarm.alarm;
  const Json line = {{"kind", "alarm"},
                     {"id", a.id},
                     {"rule", a.rule},
                     {"source", a.pair.source},
                     {"target", a.pair.target},
                     {"day", json_of(a.day)},
                     {"value", json_of(a.value)},
                     {"events", list_of(alarm.causes, json_of_cause)}};
  return json_text(line, -1);
}

}  // namespace detente
