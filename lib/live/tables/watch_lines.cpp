#include "detente/live/tables/watch_lines.hpp"

#include <fmt/format.h>

#include "detente/ground/text.hpp"
#include "output/wording/figures.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr const char* no_figure = "–";

std::string moved_by(const WatchUpdate& update) {
  if (!update.before || !update.reading.index) return no_figure;
  return signed_figure(*update.reading.index - *update.before);
}

std::string cause_line(const AlarmCause& cause) {
  return fmt::format("  {}  {}  {}  {}\n", cause.index ? signed_figure(*cause.index) : no_figure, to_text(cause.day),
                     visible(to_text(cause.way)), visible(cause.label));
}

}  // namespace

std::string watch_line(const WatchUpdate& update, std::string_view word) {
  const PublishedReading& r = update.reading;
  return fmt::format("{}  {}  {}  {}{}{}\n", to_text(r.day), visible(to_text(r.pair)), rounded(r.index, 1, no_figure),
                     moved_by(update), word.empty() ? "" : "  ", word);
}

std::string watch_lines(const WatchAlarm& alarm) {
  const RaisedAlarm& a = alarm.alarm;
  std::string out = fmt::format("alarm {}: {}  {}  {}  {}\n", a.id, visible(a.rule), to_text(a.day),
                                visible(to_text(a.pair)), rounded(a.value, 1));
  for (const AlarmCause& cause : alarm.causes) out += cause_line(cause);
  return out;
}

}  // namespace detente
