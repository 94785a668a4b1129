#pragma once
/// \file
/// Bytes in the work folder, which another process may read while this one has not written them yet, or which a machine
/// may have lost half of: a file appears whole (atomic_file.hpp), and its checksum says whether it is what was written.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "detente/ground/byte_source.hpp"

#pragma GCC visibility push(default)  // for other libraries of detente
namespace detente::detail {

/// A stable 64-bit checksum, eight bytes at a time. Not cryptographic.
std::uint64_t checksum(std::string_view bytes);

/// Writes the bytes with their checksum behind them.
void write_checked(const std::filesystem::path& path, std::string_view bytes);
/// Whether the file is there and is what was written. O(its size).
bool is_sound(const std::filesystem::path& path);
/// The bytes of such a file, as a source. Throws `InputError` if it is not what was written.
std::unique_ptr<ByteSource> open_checked_bytes(const std::filesystem::path& path);
std::string read_checked(const std::filesystem::path& path);

}  // namespace detente::detail
#pragma GCC visibility pop
