#include "detente/values/event.hpp"

#include "detente/ground/error.hpp"
#include "detente/ground/hash.hpp"
#include "detente/ground/number.hpp"

namespace detente {
namespace {

void check_numbers(const Event& event) {
  if (event.mentions == 0) throw_invalid("mentions", "0", "an event is mentioned at least once");
  if (event.count == 0) throw_invalid("count", "0", "an event stands for at least one act");
  if (event.score) require_within("score", *event.score, -1e6, 1e6);
  if (event.sd) require_within("sd", *event.sd, 0, 1e6);
  require_within("spill", event.spill, 0, 1);
}

}  // namespace

EventKey key_of_id(std::string_view source_name, std::string_view id) {
  return {Hasher().add("id").add(source_name).add(id).value()};
}

EventKey key_of_content(const Event& event, std::uint64_t occurrence) {
  return {Hasher()
              .add("content")
              .add(to_text(known_by(event.date, reported_day(event))))
              .add(event.source)
              .add(event.target)
              .add(event.code)
              .add(event.issue)
              .add(event.object)
              .add(event.note)
              .add(to_text(event.status))
              .add(to_text(event.claim))
              .add(std::uint64_t{event.mentions})
              .add(std::uint64_t{event.count})
              .add(event.until ? to_text(*event.until) : "")
              .add(shortest(event.score))
              .add(shortest(event.sd))
              .add(event.quad ? to_text(*event.quad) : "")
              .add(event.affects ? to_text(*event.affects) : "")
              .add(shortest(event.spill))
              .add(to_text(reported_day(event)))
              .add(occurrence)
              .value()};
}

Day reported_day(const Event& event) {
  if (event.reported) return *event.reported;
  return event.date.is_open() ? event.date.first : event.date.last;
}

void check(const Event& event) {
  if (event.source.empty()) throw_invalid("source", "", "an event has a source");
  if (event.target.empty()) throw_invalid("target", "", "an event has a target");
  if (event.source == event.target) throw_invalid("target", event.target, "source and target differ");
  if (event.code.empty() && !event.score) throw_invalid("code", "", "an event has a code or its own score");
  if (event.date.last < event.date.first) throw_invalid("date", to_text(event.date), "the range ends before it begins");
  if (event.until && *event.until < event.date.first)
    throw_invalid("until", to_text(*event.until), "is not before the event's first day");
  check_numbers(event);
}

}  // namespace detente
