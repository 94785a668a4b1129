#include "live/store/event_bytes.hpp"

#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

#include "detente/detail/hash.hpp"
#include "live/store/sha256.hpp"
#include "values/keys.hpp"

namespace detente::detail {
namespace {

/// Fields from this number on say where an event came from.
constexpr std::uint64_t first_of_origin = 32;

/// Calls `field(number, value)` for every field, in the order of their numbers.
template <class Received, class Field>
void each_field(Received& r, const Field& field) {
  auto& e = r.event;
  field(1, e.date), field(2, e.reported), field(3, e.revision);
  field(4, e.source), field(5, e.target), field(6, e.code), field(7, e.issue);
  field(8, e.status), field(9, e.claim), field(10, e.mentions);
  field(11, e.until), field(12, e.object), field(13, e.count);
  field(14, e.score), field(15, e.sd), field(16, e.quad);
  field(17, e.affects), field(18, e.spill);
  field(19, e.note), field(20, e.url), field(21, e.extra);
  field(first_of_origin, e.id), field(33, e.source_name), field(34, e.line);
  field(35, r.ids.name), field(36, r.ids.scope);
  field(37, r.origin.feed), field(38, r.origin.delivery), field(39, r.origin.position);
  field(40, r.format);
}

// ---- one value ----

void put(std::string& to, const std::string& value) { put_text(to, value); }
void put(std::string& to, double value) { put_double(to, value); }
void put(std::string& to, Day value) { put_signed(to, value.value); }
template <class Number>
  requires std::is_unsigned_v<Number>
void put(std::string& to, Number value) { put_number(to, value); }
template <class Word>
  requires std::is_enum_v<Word>
void put(std::string& to, Word value) { put_number(to, static_cast<std::uint64_t>(value)); }
void put(std::string& to, const Dyad& value) {
  put_text(to, value.source);
  put_text(to, value.target);
}
void put(std::string& to, const DateSpan& value) {
  put(to, value.first);
  put_signed(to, std::int64_t{value.last.value} - value.first.value);
  put(to, value.kind);
  put_signed(to, value.about);
}
void put(std::string& to, const std::vector<std::pair<std::string, std::string>>& value) {
  put_number(to, value.size());
  for (const auto& [name, text] : value) {
    put_text(to, name);
    put_text(to, text);
  }
}
template <class Value>
void put(std::string& to, const std::optional<Value>& value) {
  put(to, *value);
}

template <class Number>
Number within(std::uint64_t number) {
  const auto out = static_cast<Number>(number);
  if (static_cast<std::uint64_t>(out) != number) ByteReader::fail();
  return out;
}
template <class Number>
Number within(std::int64_t number) {
  const auto out = static_cast<Number>(number);
  if (static_cast<std::int64_t>(out) != number) ByteReader::fail();
  return out;
}
constexpr std::uint64_t count_of(SpanKind) { return 2; }
constexpr std::uint64_t count_of(Status) { return status_count; }
constexpr std::uint64_t count_of(Claim) { return 2; }
constexpr std::uint64_t count_of(QuadClass) { return quad_class_count; }
constexpr std::uint64_t count_of(IdScope) { return 2; }

void take(ByteReader& from, std::string& value) { value = from.text(); }
void take(ByteReader& from, double& value) { value = from.decimal(); }
void take(ByteReader& from, Day& value) { value.value = within<std::int32_t>(from.signed_number()); }
template <class Number>
  requires std::is_unsigned_v<Number>
void take(ByteReader& from, Number& value) { value = within<Number>(from.number()); }
template <class Word>
  requires std::is_enum_v<Word>
void take(ByteReader& from, Word& value) {
  const std::uint64_t number = from.number();
  if (number >= count_of(value)) ByteReader::fail();
  value = static_cast<Word>(number);
}
void take(ByteReader& from, Dyad& value) {
  value.source = from.text();
  value.target = from.text();
}
void take(ByteReader& from, DateSpan& value) {
  take(from, value.first);
  const std::int64_t length = from.signed_number();
  if (length > std::int64_t{1} << 32 || length < -(std::int64_t{1} << 32)) ByteReader::fail();
  value.last.value = within<std::int32_t>(value.first.value + length);
  take(from, value.kind);
  value.about = within<std::int16_t>(from.signed_number());
}
void take(ByteReader& from, std::vector<std::pair<std::string, std::string>>& value) {
  value.resize(from.count());
  for (auto& [name, text] : value) {
    name = from.text();
    text = from.text();
  }
}
template <class Value>
void take(ByteReader& from, std::optional<Value>& value) {
  take(from, value.emplace());
}

// ---- what is left out ----

bool is_usual(double value) { return std::bit_cast<std::uint64_t>(value) == 0; }
template <class Value>
bool is_usual(const std::optional<Value>& value) {
  return !value;
}
template <class Value>
bool is_usual(const Value& value) {
  return value == Value{};
}

template <class Value>
bool is_left_out(std::uint64_t field, const Value& value) {
  if constexpr (std::is_same_v<Value, std::uint32_t>) return value == 1;  // mentions, count
  if constexpr (std::is_same_v<Value, std::string>)
    if (field == 40) return value == "chronology";
  return is_usual(value);
}

std::uint64_t hash_of(std::string_view text) { return Hasher().add(text).value(); }

EventKey key_of_origin(const EventOrigin& origin) {
  return {Hasher().add("origin").add(origin.feed).add(origin.delivery).add(origin.position).value()};
}

/// As `EventLog` makes it.
EventKey key_of_named(const ReceivedEvent& received) {
  const Event& e = received.event;
  const EventKey key = detente::key_of_id(e.source_name.empty() ? received.ids.name : e.source_name, e.id);
  if (received.ids.scope == IdScope::event) return key;
  return key_of_report(key, hash_of(e.source), hash_of(e.target), e.date.first);
}

/// Ids of a source without a name may be of several sources; there an event says that it is a version.
bool may_be_version(const ReceivedEvent& received) {
  const Event& e = received.event;
  if (e.id.empty()) return false;
  const bool unnamed = e.source_name.empty() && received.ids.name.empty() && received.ids.scope == IdScope::event;
  return !unnamed || e.reported || e.revision;
}

}  // namespace

std::size_t put_event(std::string& to, const ReceivedEvent& received) {
  const std::size_t begin = to.size();
  std::size_t said = 0;
  each_field(received, [&](std::uint64_t number, const auto& value) {
    if (number == first_of_origin) said = to.size() - begin;
    if (is_left_out(number, value)) return;
    put_number(to, number);
    put(to, value);
  });
  put_number(to, 0);
  return said;
}

ReceivedEvent take_event(ByteReader& from) {
  ReceivedEvent out;
  std::uint64_t next = from.number();
  each_field(out, [&](std::uint64_t number, auto& value) {
    if (number != next) return;
    take(from, value);
    next = from.number();
  });
  if (next != 0) ByteReader::fail();
  return out;
}

ReceivedKey key_of(const ReceivedEvent& received, std::string_view said) {
  const Event& e = received.event;
  const EventKey key = e.id.empty() ? key_of_origin(received.origin) : key_of_named(received);
  return {static_cast<std::int64_t>(key.value), reported_day(e), e.revision.value_or(0), sha256(said).substr(0, 16),
          may_be_version(received)};
}

}  // namespace detente::detail
