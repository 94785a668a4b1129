#pragma once
/// \file
/// The line numbers of events. The events of a file mostly stand on consecutive lines, so only the jumps are kept: most
/// files take a few words, and one in which every second line is no event takes 16 bytes per event.

#include <algorithm>
#include <cstdint>
#include <vector>

#pragma GCC visibility push(default)
namespace detente::detail {

class LineNumbers {
 public:
  /// `event` is greater than every event set before; those between have no line. Amortised O(1).
  void set(std::uint32_t event, std::uint64_t line) {
    if (event > next_ && of(next_, jumps_.size()) != 0) jumps_.push_back({next_, 0});
    if (of(event, jumps_.size()) != line) jumps_.push_back({event, line});
    next_ = event + 1;
  }

  /// The line of the event, from 1; 0 where none was set. O(log jumps).
  std::uint64_t find(std::uint32_t event) const {
    if (event >= next_) return 0;
    const auto after = std::upper_bound(jumps_.begin(), jumps_.end(), event,
                                        [](std::uint32_t e, const Jump& jump) { return e < jump.event; });
    return of(event, static_cast<std::size_t>(after - jumps_.begin()));
  }

  std::size_t bytes() const noexcept { return jumps_.capacity() * sizeof(Jump); }

 private:
  /// From this event on, line numbers are consecutive; if `line` is 0, the events have none.
  struct Jump {
    std::uint32_t event;
    std::uint64_t line;
  };

  /// The line of an event, given that the first `jumps` jumps are at or before it.
  std::uint64_t of(std::uint32_t event, std::size_t jumps) const {
    if (jumps == 0 || jumps_[jumps - 1].line == 0) return 0;
    return jumps_[jumps - 1].line + (event - jumps_[jumps - 1].event);
  }

  std::vector<Jump> jumps_;
  std::uint32_t next_ = 0;
};

}  // namespace detente::detail
#pragma GCC visibility pop
