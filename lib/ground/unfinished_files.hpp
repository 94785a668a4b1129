#pragma once
/// \file
/// The names of files that are being written, kept where a signal handler may read them: fixed memory and atomic
/// states, no locks, no allocation.

#include <cstddef>

namespace detente::detail {

/// Where `name` is kept. A name that is too long, or finds every place taken, is not kept: `nowhere`.
inline constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
std::size_t remember_unfinished(const char* name) noexcept;
/// Forgets it again; `nowhere` is nothing.
void forget_unfinished(std::size_t place) noexcept;

}  // namespace detente::detail
