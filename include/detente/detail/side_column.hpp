#pragma once
/// \file
/// A column for values that few events have: a sorted list of (row, value), empty until used. An absent value is
/// missing, not zero. Rows are appended in ascending order; lookup is O(log n) in the number of values held.

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#pragma GCC visibility push(default)
namespace detente::detail {

template <class T>
class SideColumn {
 public:
  /// `row` is greater than every row set before.
  void set(std::uint32_t row, T value) { cells_.emplace_back(row, std::move(value)); }

  /// The value of the row, or nullptr.
  const T* find(std::uint32_t row) const {
    const auto at = std::lower_bound(cells_.begin(), cells_.end(), row,
                                     [](const auto& cell, std::uint32_t r) { return cell.first < r; });
    return at != cells_.end() && at->first == row ? &at->second : nullptr;
  }

  T value_or(std::uint32_t row, T otherwise) const {
    const T* value = find(row);
    return value ? *value : otherwise;
  }

  /// What there is, by row.
  const std::vector<std::pair<std::uint32_t, T>>& cells() const noexcept { return cells_; }
  std::size_t size() const noexcept { return cells_.size(); }
  std::size_t bytes() const noexcept { return cells_.capacity() * sizeof(cells_[0]); }

 private:
  std::vector<std::pair<std::uint32_t, T>> cells_;
};

}  // namespace detente::detail
#pragma GCC visibility pop
