#pragma once
/// \file
/// Shares out the pairs of a log among threads. A thread takes about `portion_events` events at a time, because pairs
/// differ a thousandfold, and the results come in the order of the pairs.

#include <algorithm>
#include <optional>
#include <thread>
#include <vector>

#include "detente/engines/dyad_rows.hpp"
#include "ground/in_order.hpp"

namespace detente::detail {

/// Where each portion begins, and the end of the last.
inline std::vector<std::size_t> portion_begins(const DyadRows& pairs) {
  constexpr std::size_t portion_events = 20'000, portion_pairs = 256;
  std::vector<std::size_t> begins{0};
  std::size_t events = 0;
  for (std::size_t pair = 0; pair < pairs.size(); ++pair) {
    events += pairs.rows_at_most(pair);
    if (events < portion_events && pair + 1 - begins.back() < portion_pairs) continue;
    begins.push_back(pair + 1);
    events = 0;
  }
  if (begins.back() != pairs.size()) begins.push_back(pairs.size());
  return begins;
}

/// `make(first, end)` makes the result of the pairs [first, end) on some thread, `take` gets the results in order.
/// `threads` 0: as many as the machine has cores.
template <class Make, class Take>
void over_portions(const DyadRows& pairs, std::size_t threads, const Make& make, Take&& take) {
  const std::vector<std::size_t> begins = portion_begins(pairs);
  const auto next = [number = std::size_t{0}, count = begins.size() - 1]() mutable {
    return number < count ? std::optional(number++) : std::nullopt;
  };
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  work_in_order(
      threads == 0 ? cores : threads, next,
      [&](std::size_t number) { return make(begins[number], begins[number + 1]); }, take);
}

}  // namespace detente::detail
