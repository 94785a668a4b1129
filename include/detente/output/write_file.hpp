#pragma once
/// \file
/// Writes a finished result to an atomic file (ground/atomic_file.hpp): it appears whole or not at all, and if anything
/// goes wrong, the old file stays as it was.

#include <filesystem>
#include <string_view>

#pragma GCC visibility push(default)
namespace detente {

/// Throws `std::system_error` with the path: no such folder, no permission, disk full.
void write_file(const std::filesystem::path& path, std::string_view text);

}  // namespace detente
#pragma GCC visibility pop
