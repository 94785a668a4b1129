#pragma once
/// \file
/// Turns words of 64 bits, one bit for each byte of text, into places. It is written once for all instruction sets and
/// inlined into each, so that each counts bits with its own instructions.

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "ground/separators.hpp"

namespace detente::detail {

/// The bytes of a text that are delimiters and those that are line ends, as bits, the first byte lowest.
struct SeparatorBits {
  std::uint64_t delimiters = 0;
  std::uint64_t line_ends = 0;
};

inline constexpr std::size_t bits_of_word = 64;

/// Writes eight at a time, past the last one too: a loop that tests for the end after each bit would be mispredicted in
/// each word.
struct BitByBit {
  [[gnu::always_inline]] std::uint32_t* operator()(std::uint64_t bits, std::uint32_t base, std::uint32_t* out) const {
    const auto count = static_cast<std::size_t>(std::popcount(bits));
    for (std::size_t done = 0; done < count; done += 8)
      for (std::size_t i = 0; i < 8; ++i, bits &= bits - 1)
        out[done + i] = base + static_cast<std::uint32_t>(std::countr_zero(bits));
    return out + count;
  }
};

/// `places` is how many there were before this word. One line end is always written, and counted only if there is one,
/// because whether a word has one is unpredictable.
[[gnu::always_inline]] inline std::uint32_t* write_line_ends(SeparatorBits bits, std::size_t places,
                                                             std::uint32_t* out) {
  const std::uint64_t all = bits.delimiters | bits.line_ends;
  std::uint64_t rest = bits.line_ends;
  const auto write_next = [&](std::size_t i) {
    const std::uint64_t before = (rest & (~rest + 1)) - 1;
    out[i] = static_cast<std::uint32_t>(places + static_cast<std::size_t>(std::popcount(all & before)));
    rest &= rest - 1;
  };
  const auto count = static_cast<std::size_t>(std::popcount(bits.line_ends));
  write_next(0);
  for (std::size_t i = 1; i < count; ++i) write_next(i);
  return out + count;
}

/// `bits_of(text)` are the bits of 64 bytes; `write(bits, base, out)` writes the base plus the number of each bit,
/// may write up to 64 numbers, and returns where the next one goes.
template <class BitsOf, class Write>
[[gnu::always_inline]] inline SeparatorCounts find_by_words(const char* text, std::size_t size, std::uint32_t* places,
                                                            std::uint32_t* line_ends, const BitsOf& bits_of,
                                                            const Write& write) {
  std::uint32_t* place = places;
  std::uint32_t* line_end = line_ends;
  const auto take = [&](SeparatorBits bits, std::size_t at) __attribute__((always_inline)) {
    line_end = write_line_ends(bits, static_cast<std::size_t>(place - places), line_end);
    place = write(bits.delimiters | bits.line_ends, static_cast<std::uint32_t>(at), place);
  };
  std::size_t at = 0;
  for (; at + bits_of_word <= size; at += bits_of_word) take(bits_of(text + at), at);
  if (at < size) {
    std::array<char, bits_of_word> rest{};
    std::copy_n(text + at, size - at, rest.data());
    const std::uint64_t there = (std::uint64_t{1} << (size - at)) - 1;
    const SeparatorBits bits = bits_of(rest.data());
    take({bits.delimiters & there, bits.line_ends & there}, at);
  }
  return {static_cast<std::size_t>(place - places), static_cast<std::size_t>(line_end - line_ends)};
}

}  // namespace detente::detail
