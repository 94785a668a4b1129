#pragma once
/// \file
/// Brings the items of each group together, in place, when there are many groups. Moving each item straight to its
/// group's part of the array (the American flag sort) waits for memory at every step once there are thousands of parts.
/// So items go first to one of a hundred neighbourhoods of groups and then, with everything in the nearest caches, to
/// their own group. Neighbourhoods are processed in parallel.
///
/// O(items × levels + groups); two levels for items of up to 64 MB, three up to 8 GB. Memory: 9 bytes per group. Within
/// a group items come in no particular order, but always in the same one.
///
/// Source: McIlroy, Bostic & McIlroy 1993 (the in-place moves).

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "ground/parallel.hpp"

namespace detente::detail {

/// `group_of(item)` is the number of the item's group, below `groups`.
template <class T, class GroupOf>
class Grouping {
 public:
  Grouping(std::span<T> items, std::size_t groups, GroupOf group_of)
      : items_(items), group_of_(std::move(group_of)), begin_(groups + 1) {
    for (const T& item : items_) ++begin_[group_of_(item) + 1];
    for (std::size_t g = 0; g < groups; ++g) begin_[g + 1] += begin_[g];
  }

  /// The position where each group begins, and where the last one ends.
  const std::vector<std::size_t>& begins() const { return begin_; }

  /// Calls `finish(group)` for every group once its items are together, from any thread, while they are in the caches.
  template <class Finish>
  void run(std::size_t threads, const Finish& finish) {
    const std::size_t groups = begin_.size() - 1;
    const std::vector<std::size_t> parts = neighbourhoods(0, groups);
    carry_to(parts);
    for_each_item(parts.size() - 1, threads, [&](std::size_t p) { settle(parts[p], parts[p + 1], finish); });
  }

 private:
  static constexpr std::size_t most_parts = 128;
  /// Small enough that the items, or their groups' ends, fit in the nearest caches.
  static constexpr std::size_t near_bytes = std::size_t{1} << 19, near_groups = 256;

  std::size_t size(std::size_t first, std::size_t last) const { return begin_[last] - begin_[first]; }

  /// Splits the groups [first, last) into neighbourhoods of about the same number of items: the first group of each,
  /// and `last`.
  std::vector<std::size_t> neighbourhoods(std::size_t first, std::size_t last) const {
    const std::size_t share = size(first, last) / most_parts + 1;
    std::vector<std::size_t> parts{first};
    for (std::size_t g = first; g + 1 < last; ++g)
      if (size(parts.back(), g + 1) >= share) parts.push_back(g + 1);
    parts.push_back(last);
    return parts;
  }

  template <class Finish>
  void settle(std::size_t first, std::size_t last, const Finish& finish) {
    if (last - first > near_groups && size(first, last) * sizeof(T) > near_bytes) {
      const std::vector<std::size_t> parts = neighbourhoods(first, last);
      if (parts.size() > 2) {
        carry_to(parts);
        for (std::size_t p = 0; p + 1 < parts.size(); ++p) settle(parts[p], parts[p + 1], finish);
        return;
      }
    }
    carry(std::span(begin_).subspan(first, last - first + 1), [&](const T& item) { return group_of_(item) - first; });
    for (std::size_t g = first; g < last; ++g) finish(g);
  }

  void carry_to(const std::vector<std::size_t>& parts) {
    const std::size_t first = parts.front();
    std::vector<std::uint8_t> part_of(parts.back() - first);
    std::vector<std::size_t> begins;
    for (std::size_t p = 0; p < parts.size(); ++p) {
      begins.push_back(begin_[parts[p]]);
      if (p > 0)
        std::fill(part_of.begin() + to_offset(parts[p - 1] - first), part_of.begin() + to_offset(parts[p] - first),
                  static_cast<std::uint8_t>(p - 1));
    }
    carry(begins, [&](const T& item) -> std::size_t { return part_of[group_of_(item) - first]; });
  }

  static std::ptrdiff_t to_offset(std::size_t n) { return static_cast<std::ptrdiff_t>(n); }

  /// Moves every item of the places [begins.front(), begins.back()) to the stretch that it belongs to.
  template <class StretchOf>
  void carry(std::span<const std::size_t> begins, const StretchOf& stretch_of) {
    std::vector<std::size_t> next(begins.begin(), begins.end() - 1);
    for (std::size_t s = 0; s < next.size(); ++s)
      while (next[s] < begins[s + 1]) {
        T& here = items_[next[s]];
        const std::size_t to = stretch_of(here);
        if (to == s)
          ++next[s];
        else
          std::swap(here, items_[next[to]++]);
      }
  }

  std::span<T> items_;
  GroupOf group_of_;
  std::vector<std::size_t> begin_;
};

}  // namespace detente::detail
