#pragma once
/// \file
/// Which version of an event counts as of a day. Versions may belong to different pairs, so a row's neighbours cannot
/// tell.

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "detente/contracts/event_row.hpp"
#include "detente/ground/day.hpp"

#pragma GCC visibility push(default)
namespace detente::detail {

class VersionIndex {
 public:
  struct Version {
    Day reported;
    std::uint32_t revision = 0;
    std::uint32_t number = 0;  ///< of its row
  };

  /// Sets the versions of one event, in the order in which they come to count.
  void set(EventKey key, std::vector<Version> versions) { versions_[key] = std::move(versions); }
  bool empty() const noexcept { return versions_.empty(); }

  /// Whether this row is the version that counts on that day (or of all, without a day). The row of an event with a
  /// single version counts, whenever it was reported. O(versions of the event).
  bool counts(const EventRow& row, std::optional<Day> as_of) const;

 private:
  std::unordered_map<EventKey, std::vector<Version>> versions_;
};

}  // namespace detente::detail
#pragma GCC visibility pop
