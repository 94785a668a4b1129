#pragma once
/// \file
/// How many threads a call may be asked for. Results are the same for any number, and a machine that cannot start them
/// all works with those that it can; so a number past the bound is taken as the bound.

#include <cstddef>

namespace detente {

/// More than any machine's cores. Beyond it threads only wait for each other, and each costs its stack.
inline constexpr std::size_t most_threads = 1024;

}  // namespace detente
