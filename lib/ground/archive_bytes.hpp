#pragma once
/// \file
/// What a .zip or a .zst holds, unpacked as it is read; memory for one piece of it. Where libarchive is part of the
/// build.

#include <filesystem>
#include <memory>

#include "detente/ground/byte_source.hpp"

namespace detente::detail {

/// What `bytes`, which come from `path`, unpack to; nothing without libarchive. A .zip gives its files one after the
/// other (`ByteSource::next_file`) in the order in which they lie in it. Throws `InputError` with the path and the
/// file in it, here or while it is read.
std::unique_ptr<ByteSource> archive_bytes(std::unique_ptr<ByteSource> bytes, const std::filesystem::path& path,
                                          bool is_zip);

}  // namespace detente::detail
