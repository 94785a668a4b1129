#include "live/store/batch_bytes.hpp"

#include <array>
#include <optional>

#include "live/store/event_bytes.hpp"

namespace detente::detail {
namespace {

void put_pair(std::string& to, const Dyad& pair) {
  put_text(to, pair.source);
  put_text(to, pair.target);
}

Dyad take_dyad(ByteReader& from) {
  Dyad pair;
  pair.source = from.text();
  pair.target = from.text();
  return pair;
}

Day take_day(ByteReader& from) { return Day{static_cast<std::int32_t>(from.signed_number())}; }

template <class Reading>
auto values_of(Reading& r) {
  return std::array{&r.index, &r.level, &r.heat, &r.measures, &r.support};
}

template <class Thing, class Take>
std::vector<Thing> take_list(ByteReader& from, const Take& take) {
  std::vector<Thing> out;
  for (std::size_t left = from.count(); left > 0; --left) out.push_back(take(from));
  return out;
}

FeedOffset take_feed(ByteReader& from) {
  FeedOffset out;
  out.feed = from.text();
  out.length = from.number();
  out.hash = from.text();
  return out;
}

}  // namespace

std::string bytes_of(const RaisedAlarm& alarm) {
  std::string out;
  put_number(out, alarm.id);
  put_text(out, alarm.rule);
  put_pair(out, alarm.pair);
  put_signed(out, alarm.day.value);
  put_double(out, alarm.value);
  put_number(out, alarm.events.size());
  for (const EventKey key : alarm.events) put_number(out, key.value);
  return out;
}

RaisedAlarm take_alarm(ByteReader& from) {
  RaisedAlarm out;
  out.id = from.number();
  out.rule = from.text();
  out.pair = take_dyad(from);
  out.day = take_day(from);
  out.value = from.decimal();
  out.events = take_list<EventKey>(from, [](ByteReader& key) { return EventKey{key.number()}; });
  return out;
}

std::string bytes_of(const PublishedReading& reading) {
  std::string out;
  put_pair(out, reading.pair);
  put_signed(out, reading.day.value);
  for (const std::optional<double>* value : values_of(reading)) {
    put_number(out, *value ? 1 : 0);
    if (*value) put_double(out, **value);
  }
  return out;
}

PublishedReading take_reading(ByteReader& from) {
  PublishedReading out;
  out.pair = take_dyad(from);
  out.day = take_day(from);
  for (std::optional<double>* value : values_of(out))
    if (from.number() != 0) *value = from.decimal();
  return out;
}

std::string batch_bytes(std::size_t count, std::string_view events, const BatchRest& rest) {
  std::string out;
  put_number(out, count);
  out += events;
  put_number(out, rest.feeds.size());
  for (const FeedOffset& feed : rest.feeds) {
    put_text(out, feed.feed);
    put_number(out, feed.length);
    put_text(out, feed.hash);
  }
  put_number(out, rest.alarms.size());
  for (const RaisedAlarm& alarm : rest.alarms) out += bytes_of(alarm);
  put_number(out, rest.readings.size());
  for (const PublishedReading& reading : rest.readings) out += bytes_of(reading);
  return out;
}

bool BatchReader::next(ReceivedEvent& event) {
  if (left_ == 0) return false;
  --left_;
  event = take_event(from_);
  return true;
}

BatchRest BatchReader::rest() {
  BatchRest out;
  out.feeds = take_list<FeedOffset>(from_, take_feed);
  out.alarms = take_list<RaisedAlarm>(from_, take_alarm);
  out.readings = take_list<PublishedReading>(from_, take_reading);
  if (!from_.empty()) ByteReader::fail();
  return out;
}

}  // namespace detente::detail
