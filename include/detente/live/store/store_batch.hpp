#pragma once
/// \file
/// What is put into a store in one go: events, and what following them brought along. All of it is committed together
/// or not at all, so that no event is without the offset that says it has been read, and no alarm without its events.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "detente/values/dyad.hpp"
#include "detente/values/event.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Where an event without an id came from. It takes the place of an id: two events that say the same are two events if
/// they come from two places, and one that came twice if they come from one.
struct EventOrigin {
  /// What was followed: the name of a file, a folder or a stream.
  std::string feed = {};
  /// Which part of it: of a file, the hash of its content.
  std::string delivery = {};
  /// Which record of that part, from 1.
  std::uint64_t position = 0;
};

/// An event on its way into a store, or out of it.
struct ReceivedEvent {
  Event event = {};
  /// The source of its id, if it does not name one itself.
  IdSource ids = {};
  /// Needed by an event without an id; of others it is kept and decides nothing.
  EventOrigin origin = {};
  /// The format that it was read from, by the name that the reader gives it (format_info.hpp).
  std::string format = "chronology";
};

/// How far a feed has been read.
struct FeedOffset {
  /// Its name, as `EventOrigin::feed`.
  std::string feed = {};
  /// Bytes from its beginning.
  std::uint64_t length = 0;
  /// Of those bytes, by which a feed is known that is no longer the one that was read.
  std::string hash = {};
  friend bool operator==(const FeedOffset&, const FeedOffset&) = default;
};

/// An alarm, with the events that caused it.
struct RaisedAlarm {
  /// Given by the store: 1 for its first alarm, then 2, 3, …; what is set here is not used.
  std::uint64_t id = 0;
  /// The condition as its author wrote it: "index>75".
  std::string rule = {};
  Dyad pair = {};
  Day day = {};
  double value = 0;
  std::vector<EventKey> events = {};
  friend bool operator==(const RaisedAlarm&, const RaisedAlarm&) = default;
};

/// What was said of a pair on a day, for whoever asks later what was known then. Missing is missing.
struct PublishedReading {
  Dyad pair = {};
  Day day = {};
  /// What was published; nothing where there was none.
  std::optional<double> index = {}, level = {}, heat = {}, measures = {}, support = {};
  friend bool operator==(const PublishedReading&, const PublishedReading&) = default;
};

/// What is committed together.
struct StoreBatch {
  std::vector<ReceivedEvent> events = {};
  /// How far they were read with these events.
  std::vector<FeedOffset> feeds = {};
  std::vector<RaisedAlarm> alarms = {};
  /// As published with these events.
  std::vector<PublishedReading> readings = {};
};

/// That a batch is on disk, or, with `Durability::normal`, in the hands of the system.
struct Receipt {
  /// The number of the batch in the store, from 1: that of the last batch if this one brought nothing new.
  std::uint64_t sequence = 0;
  /// Events that the store did not have.
  std::size_t appended = 0;
  /// Events that the store had already, or that the batch held twice.
  std::size_t redelivered = 0;
  /// The id of the batch's first alarm; the others follow. 0 without alarms.
  std::uint64_t first_alarm = 0;
};

}  // namespace detente
#pragma GCC visibility pop
