#pragma once
/// \file
/// How a process does its share of the tasks or parts, on its threads.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "detente/ground/work_control.hpp"
#include "distributed/input_plan.hpp"
#include "ground/in_order.hpp"

namespace detente::detail {

/// Calls `work(thing)` on several threads, and `give(thing, result)` on this one, in the order of the things.
template <class Work, class Give>
void do_all(const std::vector<std::size_t>& things, std::size_t threads, const WorkControl& control,
            std::string_view what, const Work& work, const Give& give) {
  std::size_t next = 0, done = 0;
  const auto take = [&] { return next < things.size() ? std::optional(things[next++]) : std::nullopt; };
  const auto one = [&](std::size_t thing) { return std::pair(thing, work(thing)); };
  work_in_order(threads, take, one, [&](auto&& made) {
    give(made.first, std::move(made.second));
    control.at({++done, things.size(), what});
  });
}

/// Threads for each of several things at once, if there are more threads than things.
inline std::size_t threads_inside(std::size_t threads, std::size_t things) {
  return std::max<std::size_t>(1, threads / std::max<std::size_t>(1, things));
}

inline std::vector<std::uint64_t> sizes_of(const InputPlan& plan) {
  std::vector<std::uint64_t> out;
  for (const InputTask& task : plan.tasks) out.push_back(task.bytes);
  return out;
}

/// What each of several threads may take.
inline std::optional<std::uint64_t> shared(std::optional<std::uint64_t> memory, std::size_t threads) {
  return memory ? std::optional(*memory / threads) : std::nullopt;
}

}  // namespace detente::detail
