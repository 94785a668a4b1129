#pragma once
/// \file
/// How many threads a call may use. Results are the same for any number, and a machine that cannot start them all works
/// with those it can; so a number above the bound is taken as the bound.

#include <cstddef>

#pragma GCC visibility push(default)
namespace detente {

/// More than any machine has cores. More threads would only wait for each other, and each costs a stack.
inline constexpr std::size_t most_threads = 1024;

}  // namespace detente
#pragma GCC visibility pop
