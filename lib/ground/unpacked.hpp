#pragma once
/// \file
/// Unpacks compressed files.

#include <filesystem>
#include <memory>

#include "detente/ground/byte_source.hpp"

namespace detente::detail {

/// How many bytes are unpacked at a time.
inline constexpr std::size_t unpacked_piece = std::size_t{1} << 16;

/// The bytes themselves, or unpacked if their first bytes show a compressed format. `path` is where they come from: a
/// .zip that is a file is read by its directory. See `open_unpacked`.
std::unique_ptr<ByteSource> unpacked(std::unique_ptr<ByteSource> bytes, const std::filesystem::path& path);

}  // namespace detente::detail
