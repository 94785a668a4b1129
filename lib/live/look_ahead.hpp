#pragma once
/// \file
/// Asks for memory that will be needed soon, above all for the end of a growing array: what stands last in it, and
/// where the next will come. Where things are looked up in an order that nobody can guess, waiting for the memory is
/// most of the time, and several requests wait together no longer than one.

#include <algorithm>
#include <cstddef>

namespace detente::detail {

inline constexpr std::size_t cache_line = 64;

/// Asks for one line. GCC takes a function that only prefetches for one without effect and drops the calls of it, so
/// there is an effect that it cannot see into.
inline void look_ahead_to([[maybe_unused]] const void* address) noexcept {
#if defined(__GNUC__)
  __builtin_prefetch(address);
  asm volatile("" : : "r"(address));  // NOLINT(hicpp-no-assembler)
#endif
}

inline void look_ahead_to(const void* from, std::size_t bytes) noexcept {
  const auto* byte = static_cast<const std::byte*>(from);
  for (std::size_t i = 0; i < bytes; i += cache_line) look_ahead_to(byte + i);
  look_ahead_to(byte + bytes - 1);
}

/// The last `n` values and, where it has room, the next.
template <class Values>
void look_ahead_to_end(const Values& values, std::size_t n) noexcept {
  const std::size_t from = values.size() - std::min(values.size(), n);
  const std::size_t end = std::min(values.size() + 1, values.capacity());
  if (end > from) look_ahead_to(values.data() + from, (end - from) * sizeof(*values.data()));
}

/// Makes room for a few at once, because most grow to that.
template <class Values>
void make_first_room(Values& values) {
  if (values.capacity() == 0) values.reserve(4);
}

}  // namespace detente::detail
