#pragma once
/// \file
/// Shares out the pairs of a log among threads. A thread takes about `portion_events` events at a time, because pairs
/// differ a thousandfold, and the results come in the order of the pairs.

#include <algorithm>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "detente/engines/dyad_rows.hpp"
#include "detente/ground/work_control.hpp"
#include "ground/in_order.hpp"

namespace detente::detail {

/// Where portions begin and end, and how many events come before each.
struct Portions {
  std::vector<std::size_t> begins{0};  ///< and the end of the last
  std::vector<std::size_t> events{0};  ///< and of all
};

inline Portions portions_of(const DyadRows& pairs) {
  constexpr std::size_t portion_events = 20'000, portion_pairs = 256;
  Portions out;
  std::size_t events = 0;
  for (std::size_t pair = 0; pair < pairs.size(); ++pair) {
    events += pairs.rows_at_most(pair);
    const bool full = events - out.events.back() >= portion_events || pair + 1 - out.begins.back() >= portion_pairs;
    if (!full && pair + 1 < pairs.size()) continue;
    out.begins.push_back(pair + 1);
    out.events.push_back(events);
  }
  return out;
}

/// `make(first, end, control)` makes the result of the pairs [first, end) on some thread, and asks `control` between
/// two pairs whether it is to stop; `take` gets the results in order. `threads` 0: as many as the machine has cores.
/// Throws `Stopped` with the events whose results `take` got.
template <class Make, class Take>
void over_portions(const DyadRows& pairs, std::size_t threads, const WorkControl& control, const Make& make,
                   const Take& take) {
  const Portions portions = portions_of(pairs);
  const WorkControl helping = control.without_progress();
  const auto next = [&, number = std::size_t{0}]() mutable {
    return number + 1 < portions.begins.size() ? std::optional(number++) : std::nullopt;
  };
  const auto work = [&](std::size_t i) { return make(portions.begins[i], portions.begins[i + 1], helping); };
  std::size_t taken = 0;
  const auto so_far = [&] { return WorkDone{portions.events[taken], portions.events.back(), "events"}; };
  try {
    work_in_order(threads == 0 ? std::max(1U, std::thread::hardware_concurrency()) : threads, next, work,
                  [&](auto&& result) {
                    helping.at(so_far());
                    take(std::forward<decltype(result)>(result));
                    ++taken;
                    if (control.progress) control.progress(so_far());
                  });
  } catch (const Stopped&) {
    throw Stopped(so_far());
  }
}

}  // namespace detente::detail
