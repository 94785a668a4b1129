#pragma once
/// \file
/// A stretch of a text file that is cut at line ends, so that several readers may share a file: each reads the lines
/// that begin in its own stretch of bytes, and together they read every line once, wherever the stretches meet.

#include <cstdint>
#include <filesystem>
#include <memory>

#include "detente/ground/byte_source.hpp"

namespace detente::detail {

/// The bytes of the lines that begin in [begin, end) of a file. A line begins at the start of the file and after each
/// line feed. Throws `std::system_error` with the path.
std::unique_ptr<ByteSource> lines_that_begin_in(const std::filesystem::path& path, std::uint64_t begin,
                                                std::uint64_t end);

}  // namespace detente::detail
