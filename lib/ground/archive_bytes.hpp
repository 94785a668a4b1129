#pragma once
/// \file
/// Unpacks a .zip or a .zst as it is read, one piece at a time. It needs a build with libarchive.

#include <filesystem>
#include <memory>

#include "detente/ground/byte_source.hpp"

namespace detente::detail {

/// The unpacked `bytes`, which come from `path`; nothing without libarchive. A .zip gives its files one after the other
/// (`ByteSource::next_file`) in the archive's order. Throws `InputError` with the path and the file in it, here or
/// while it is read.
std::unique_ptr<ByteSource> archive_bytes(std::unique_ptr<ByteSource> bytes, const std::filesystem::path& path,
                                          bool is_zip);

}  // namespace detente::detail
