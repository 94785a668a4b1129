#pragma once
/// \file
/// Shares out things of different sizes among processes: the largest first, each to whoever has least. Every process
/// works out the same.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#pragma GCC visibility push(default)  // for other libraries of detente
namespace detente::detail {

/// The process, from 0, of each thing. O(things log things + things × processes).
std::vector<std::size_t> shared_out(std::span<const std::uint64_t> sizes, std::size_t processes);

/// The things of one process, from 0, the largest first.
std::vector<std::size_t> share_of(std::span<const std::uint64_t> sizes, std::size_t process, std::size_t processes);

}  // namespace detente::detail
#pragma GCC visibility pop
