#pragma once
/// \file
/// A finished result into a file, whole or not at all: see ground/atomic_file.hpp. Whatever goes wrong, the old file
/// stays as it was.

#include <filesystem>
#include <string_view>

namespace detente {

/// Throws `std::system_error` with the path: no such folder, no permission, disk full.
void write_file(const std::filesystem::path& path, std::string_view text);

}  // namespace detente
