#pragma once
/// \file
/// The names of temporary files that are being written, kept where a signal handler may read them: in fixed memory with
/// atomic states, without locks or allocation.

#include <cstddef>

namespace detente::detail {

/// Keeps `name` and returns its place; `nowhere` if the name is too long or every place is taken.
inline constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
std::size_t remember_unfinished(const char* name) noexcept;
/// Forgets the name at the place; does nothing for `nowhere`.
void forget_unfinished(std::size_t place) noexcept;

}  // namespace detente::detail
