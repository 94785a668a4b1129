#pragma once
/// \file
/// Which event of a log is meant. Every event that is added to a log gets the next number, and keeps it when rows are
/// sorted, dropped, written to disk and read back. Results carry it: `log.event(id)` gives the event, and an
/// `EventFinder` gives many.
///
/// It counts arrivals, so it means nothing in another log and decides nothing: order and random draws go by `EventKey`.

#include <compare>
#include <cstdint>
#include <functional>

#pragma GCC visibility push(default)
namespace detente {

/// By which a log knows an event, from 0 in order of arrival; survives sorting and spilling.
struct EventId {
  std::uint32_t value = 0;
  friend constexpr auto operator<=>(EventId, EventId) = default;
};

}  // namespace detente
#pragma GCC visibility pop

/// An id's hash.
template <>
struct std::hash<detente::EventId> {
  /// Of its number.
  std::size_t operator()(detente::EventId id) const noexcept { return id.value; }
};
