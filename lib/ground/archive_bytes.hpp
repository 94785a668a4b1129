#pragma once
/// \file
/// What an archive holds, unpacked as it is read; memory for one piece of it. Where libarchive is part of the build.

#include <filesystem>
#include <memory>

#include "detente/ground/byte_source.hpp"

namespace detente {

/// What `bytes`, which come from `path`, unpack to; nothing without libarchive. Throws `InputError` with the path, here
/// or while it is read.
std::unique_ptr<ByteSource> archive_bytes(std::unique_ptr<ByteSource> bytes, const std::filesystem::path& path,
                                          bool is_zip);

}  // namespace detente
