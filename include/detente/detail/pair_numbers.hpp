#pragma once
/// \file
/// Numbers for pairs of small numbers (source, target), in the order in which the pairs first appear. Called once per
/// event. Most sources know a few hundred actors, whose pairs fit in a square table that needs one lookup and no
/// probing. Pairs with an actor past the first 1,024 go to a hash map.
///
/// O(1). Memory: 4 bytes × the square of the power of two above the number of actors, at most 4 MiB; 32 to 64 bytes for
/// each pair in the hash map.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "detente/detail/flat_map.hpp"

#pragma GCC visibility push(default)
namespace detente::detail {

class PairNumbers {
 public:
  std::size_t size() const noexcept { return size_; }

  /// The pair's number; a new pair gets `size()` as it was before the call.
  std::uint32_t find_or_add(std::uint32_t a, std::uint32_t b) {
    const auto next = static_cast<std::uint32_t>(size_);
    if (a >= widest || b >= widest) {
      const std::uint32_t number = others_.find_or_add(std::uint64_t{a} << 32 | b, next);
      size_ += number == next ? 1 : 0;
      return number;
    }
    if (a >= side_ || b >= side_) widen(std::max(a, b));
    std::uint32_t& number = square_[std::size_t{a} * side_ + b];
    if (number == FlatMap::none) {
      number = next;
      ++size_;
    }
    return number;
  }

 private:
  static constexpr std::uint32_t widest = 1024;

  /// Widens the table to a power of two above `most`.
  void widen(std::uint32_t most) {
    std::uint32_t side = std::max<std::uint32_t>(side_, 32);
    while (side <= most) side *= 2;
    std::vector<std::uint32_t> wider(std::size_t{side} * side, FlatMap::none);
    for (std::uint32_t a = 0; a < side_; ++a)
      std::copy_n(square_.begin() + std::ptrdiff_t{a} * side_, side_, wider.begin() + std::ptrdiff_t{a} * side);
    square_.swap(wider);
    side_ = side;
  }

  std::size_t size_ = 0;
  std::uint32_t side_ = 0;
  std::vector<std::uint32_t> square_;
  FlatMap others_;
};

}  // namespace detente::detail
#pragma GCC visibility pop
