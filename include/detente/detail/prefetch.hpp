#pragma once
/// \file
/// Asks for memory that will be needed soon. Where things are looked up in an order that nobody can guess, waiting for
/// the memory is most of the time, and several requests wait together no longer than one.

namespace detente::detail {

inline void prefetch([[maybe_unused]] const void* address) noexcept {
#if defined(__GNUC__)
  __builtin_prefetch(address);
#endif
}

}  // namespace detente::detail
