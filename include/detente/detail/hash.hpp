#pragma once
/// \file
/// A stable 64-bit hash of text: the same on every machine, compiler and run, because event keys and therefore the
/// order of events and every random draw depend on it. (std::hash promises none of this.) FNV-1a followed by the
/// SplitMix64 finaliser, so that similar texts differ in all bits. Not cryptographic.
///
/// Source: Fowler, Noll & Vo (FNV-1a); Steele, Lea & Flood 2014 (the SplitMix64 finaliser).

#include <cstdint>
#include <string_view>

#pragma GCC visibility push(default)
namespace detente::detail {

/// Mixes 64 bits so that each output bit depends on all input bits. A bijection; mix64(0) = 0.
constexpr std::uint64_t mix64(std::uint64_t x) noexcept {
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
  return x ^ (x >> 31);
}

/// Adds a word to a hash of words, in one mixing step; for hashes that are made once per event.
constexpr std::uint64_t mix_in(std::uint64_t hash, std::uint64_t word) noexcept {
  return mix64(hash * 0x9e3779b97f4a7c15U + word + 1);
}

/// Hash of a sequence of fields; `Hasher().add("a").add("bc")` differs from `.add("ab").add("c")`.
class Hasher {
 public:
  constexpr Hasher& add(std::string_view text) noexcept {
    for (const char c : text) byte(static_cast<unsigned char>(c));
    return separator();
  }
  constexpr Hasher& add(std::uint64_t number) noexcept {
    for (int shift = 0; shift < 64; shift += 8) byte(static_cast<unsigned char>(number >> shift));
    return separator();
  }
  constexpr std::uint64_t value() const noexcept { return mix64(state_); }

 private:
  constexpr void byte(unsigned char b) noexcept { state_ = (state_ ^ b) * 0x100000001b3U; }
  /// 0xff occurs in no UTF-8 text, so it ends a field without ambiguity.
  constexpr Hasher& separator() noexcept {
    byte(0xff);
    return *this;
  }
  std::uint64_t state_ = 0xcbf29ce484222325U;
};

}  // namespace detente::detail
#pragma GCC visibility pop
