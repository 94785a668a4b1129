#pragma once
/// \file
/// The canonical bytes of a batch, over which its hash goes: events, offsets of feeds, alarms, readings.

#include <string>
#include <string_view>

#include "detente/live/store/store_batch.hpp"
#include "ground/bytes.hpp"

namespace detente::detail {

/// What a batch brings besides its events.
struct BatchRest {
  std::vector<FeedOffset> feeds;
  std::vector<RaisedAlarm> alarms;
  std::vector<PublishedReading> readings;
  bool empty() const noexcept { return feeds.empty() && alarms.empty() && readings.empty(); }
};

/// `events` are the bytes of so many events, one after the other.
std::string batch_bytes(std::size_t count, std::string_view events, const BatchRest& rest);

std::string bytes_of(const RaisedAlarm& alarm);
RaisedAlarm take_alarm(ByteReader& from);
std::string bytes_of(const PublishedReading& reading);
PublishedReading take_reading(ByteReader& from);

/// Reads a batch: first its events, in their order, and then the rest.
class BatchReader {
 public:
  explicit BatchReader(std::string_view bytes) : from_(bytes), left_(from_.count()) {}
  /// Whether there is another event.
  bool next(ReceivedEvent& event);
  /// Once there is none.
  BatchRest rest();

 private:
  ByteReader from_;
  std::size_t left_;
};

}  // namespace detente::detail
