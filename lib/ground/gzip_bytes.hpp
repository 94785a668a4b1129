#pragma once
/// \file
/// Unpacks a .gz as it is read, and checks it against the checksum and the length at its end. Consecutive members are
/// one text, as in gzip; zeros after the last, as on tapes, are ignored. Memory: one piece. It needs a build with zlib.

#include <filesystem>
#include <memory>

#include "detente/ground/byte_source.hpp"

namespace detente::detail {

/// The unpacked `bytes`, which come from `path`; nothing without zlib. Reading throws `InputError` with the path and
/// the byte if anything in it is damaged, cut short or not gzip; do not use what was read before that.
std::unique_ptr<ByteSource> gzip_bytes(std::unique_ptr<ByteSource> bytes, const std::filesystem::path& path);

}  // namespace detente::detail
