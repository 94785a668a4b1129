#pragma once
/// \file
/// The events of a log that have several versions, and which of these counts as of a day. Versions may stand in
/// different pairs, so that none of them can tell by its neighbours.

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "detente/contracts/event_row.hpp"
#include "detente/ground/day.hpp"

namespace detente::detail {

class VersionIndex {
 public:
  struct Version {
    Day reported;
    std::uint32_t revision = 0;
    std::uint32_t number = 0;  ///< of its row
  };

  /// Versions of one event, in the order in which they come to count.
  void set(EventKey key, std::vector<Version> versions) { versions_[key] = std::move(versions); }
  bool empty() const noexcept { return versions_.empty(); }

  /// Whether this row is the version that counts on that day; nothing: of all. A row of an event with one version does,
  /// whenever it was reported. O(versions of the event).
  bool counts(const EventRow& row, std::optional<Day> as_of) const;

 private:
  std::unordered_map<EventKey, std::vector<Version>> versions_;
};

}  // namespace detente::detail
