#include "distributed/shares.hpp"

#include <algorithm>
#include <numeric>

namespace detente::detail {
namespace {

std::vector<std::size_t> largest_first(std::span<const std::uint64_t> sizes) {
  std::vector<std::size_t> order(sizes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return sizes[a] > sizes[b]; });
  return order;
}

}  // namespace

std::vector<std::size_t> shared_out(std::span<const std::uint64_t> sizes, std::size_t processes) {
  std::vector<std::size_t> out(sizes.size()), things(processes);
  std::vector<std::uint64_t> loads(processes);
  for (const std::size_t thing : largest_first(sizes)) {
    std::size_t least = 0;
    for (std::size_t process = 1; process < processes; ++process)
      if (loads[process] < loads[least] || (loads[process] == loads[least] && things[process] < things[least]))
        least = process;
    out[thing] = least;
    loads[least] += sizes[thing];
    ++things[least];
  }
  return out;
}

std::vector<std::size_t> share_of(std::span<const std::uint64_t> sizes, std::size_t process, std::size_t processes) {
  const std::vector<std::size_t> owners = shared_out(sizes, processes);
  std::vector<std::size_t> out;
  for (const std::size_t thing : largest_first(sizes))
    if (owners[thing] == process) out.push_back(thing);
  return out;
}

}  // namespace detente::detail
