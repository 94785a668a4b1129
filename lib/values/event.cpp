#include "detente/values/event.hpp"

#include <bit>

#include "detente/detail/hash.hpp"
#include "detente/ground/error.hpp"
#include "values/keys.hpp"

namespace detente {
using namespace detail;
namespace {

void check_numbers(const Event& event) {
  if (event.mentions == 0) throw_invalid("mentions", "0", "an event is mentioned at least once");
  if (event.count == 0) throw_invalid("count", "0", "an event stands for at least one act");
  if (event.score) require_within("score", *event.score, -1e6, 1e6);
  if (event.sd) require_within("sd", *event.sd, 0, 1e6);
  require_within("spill", event.spill, -1, 1);
}

std::uint64_t hash_of(std::string_view text) { return Hasher().add(text).value(); }

/// The words that a content key is made of: what every event has, and then its other fields, each tagged with its
/// number.
class Words {
 public:
  Words(const DateSpan& date, Day reported, std::uint64_t source, std::uint64_t target, std::uint64_t code)
      : hash_(mix_in(mix_in(mix_in(0, source), target), code)) {
    hash_ = mix_in(hash_, pair(date.first, date.last));
    hash_ = mix_in(hash_, pair(reported, Day{static_cast<std::int32_t>(date.kind)}));
    if (date.about != 0) add(14, static_cast<std::uint16_t>(date.about));
  }
  Words& add(std::uint64_t field, std::uint64_t word) {
    hash_ = mix_in(mix_in(hash_, field), word);
    return *this;
  }
  Words& add_number(std::uint64_t field, std::uint64_t number, std::uint64_t usual) {
    return number == usual ? *this : add(field, number);
  }
  Words& add_text(std::uint64_t field, std::string_view text) {
    return text.empty() ? *this : add(field, hash_of(text));
  }
  EventKey key() const { return {hash_}; }

 private:
  static std::uint64_t pair(Day a, Day b) {
    return (std::uint64_t{static_cast<std::uint32_t>(a.value)} << 32) | static_cast<std::uint32_t>(b.value);
  }
  std::uint64_t hash_;
};

}  // namespace

EventKey key_of_id(std::string_view source_name, std::string_view id) {
  return key_of_id(hasher_of_ids(source_name), id);
}

Hasher detail::hasher_of_ids(std::string_view source_name) { return Hasher().add("id").add(source_name); }

EventKey detail::key_of_id(Hasher ids_of_source, std::string_view id) { return {ids_of_source.add(id).value()}; }

EventKey detail::key_of_report(EventKey id, std::uint64_t source, std::uint64_t target, Day day) {
  return {mix_in(mix_in(mix_in(id.value, source), target), static_cast<std::uint32_t>(day.value))};
}

EventKey detail::key_of_occurrence(EventKey key, std::uint64_t occurrence) {
  return occurrence == 0 ? key : EventKey{mix_in(key.value, occurrence)};
}

EventKey key_of_content(const Event& e, std::uint64_t occurrence) {
  Words words(known_by(e.date, reported_day(e)), reported_day(e), hash_of(e.source), hash_of(e.target),
              hash_of(e.code));
  words.add_number(1, e.mentions, 1);
  if (e.score) words.add(2, std::bit_cast<std::uint64_t>(*e.score));
  words.add_text(3, e.issue).add_text(4, e.note).add_text(5, e.object).add_text(15, e.url);
  words.add_number(6, static_cast<std::uint64_t>(e.status), 0).add_number(7, static_cast<std::uint64_t>(e.claim), 0);
  words.add_number(8, e.count, 1);
  if (e.until) words.add(9, static_cast<std::uint32_t>(e.until->value));
  if (e.sd) words.add(10, std::bit_cast<std::uint64_t>(*e.sd));
  if (e.quad) words.add(11, static_cast<std::uint64_t>(*e.quad));
  if (e.affects) words.add_text(12, to_text(*e.affects));
  if (e.spill != 0) words.add(13, std::bit_cast<std::uint64_t>(e.spill));
  return key_of_occurrence(words.key(), occurrence);
}

EventKey detail::key_of_content(const PlainContent& c) {
  Words words(DateSpan::on(c.day), c.reported, c.source, c.target, c.code);
  words.add_number(1, c.mentions, 1);
  if (c.score) words.add(2, std::bit_cast<std::uint64_t>(*c.score));
  words.add_text(3, c.issue).add_text(4, c.note).add_text(15, c.url);
  return words.key();
}

Day reported_day(const Event& event) {
  if (event.reported) return *event.reported;
  return event.date.is_open() ? event.date.first : event.date.last;
}

void require_sound(const Event& event) {
  if (event.source.empty()) throw_invalid("source", "", "an event has a source");
  if (event.target.empty()) throw_invalid("target", "", "an event has a target");
  if (event.source == event.target) throw_invalid("target", event.target, "source and target differ");
  if (event.code.empty() && !event.score) throw_invalid("code", "", "an event has a code or its own score");
  if (event.date.last < event.date.first) throw_invalid("date", to_text(event.date), "the range ends before it begins");
  if (event.until && *event.until < event.date.first)
    throw_invalid("until", to_text(*event.until), "is not before the event's first day");
  if (event.revision && event.id.empty())
    throw_invalid("revision", std::to_string(*event.revision), "an event without an id has no versions");
  check_numbers(event);
}

}  // namespace detente
