#pragma once
/// \file
/// What every event has, in 24 bytes: the hot row of a log. What few events have is kept in side columns, by `number`.

#include <cstdint>

#include "detente/ground/day.hpp"
#include "detente/values/event_id.hpp"
#include "detente/values/event_key.hpp"
#include "detente/values/status.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// What two rows with the same key are to each other.
enum class Identity : std::uint8_t {
  content,        ///< no id: another event with the same content
  report,         ///< another report of the same act: on the same day, between the same actors
  event,          ///< another version of the event, which may have another day and other actors
  unnamed_event,  ///< the same, if the row says so, because the source of the ids is unknown
};

/// One event. `mentions` saturates at 255 here; a side column has the rest.
struct EventRow {
  EventKey key;
  Day first;
  std::uint32_t dyad = 0;    ///< source and target as written, by number in the log
  std::uint32_t number = 0;  ///< order of arrival, by which side columns are sorted
  std::uint16_t code = 0;    ///< by number in the log
  std::uint8_t mentions = 1;
  Status status : 3 = Status::confirmed;
  /// Whether an accusation's content is denied.
  Claim claim : 1 = Claim::uncontested;
  /// What makes two rows one event.
  Identity identity : 2 = Identity::content;
  /// Whether the source says when it was reported.
  bool dated_report : 1 = false;

  /// By which results name the event.
  EventId id() const noexcept { return {number}; }
};
static_assert(sizeof(EventRow) == 24);

/// The order of a dyad's events: by day, then key; rows with the same key stay in order of arrival. There is no branch,
/// because the order of days and keys is unpredictable.
inline bool row_before(const EventRow& a, const EventRow& b) noexcept {
  const bool key = (a.key.value < b.key.value) | ((a.key.value == b.key.value) & (a.number < b.number));
  return (a.first.value < b.first.value) | ((a.first.value == b.first.value) & key);
}

}  // namespace detente
#pragma GCC visibility pop
