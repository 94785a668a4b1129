#pragma once
/// \file
/// What a .gz holds, unpacked as it is read and checked against the checksum and the length that stand behind it.
/// Members that follow each other are one text, as gzip has it; zeros behind the last, as tapes have them, are none.
/// Memory: one piece. Where zlib is part of the build.

#include <filesystem>
#include <memory>

#include "detente/ground/byte_source.hpp"

namespace detente::detail {

/// What `bytes`, which come from `path`, unpack to; nothing without zlib. While it is read it throws `InputError` with
/// the path and the byte if anything in it is damaged, cut short or no gzip: what was given out before is then not to
/// be trusted.
std::unique_ptr<ByteSource> gzip_bytes(std::unique_ptr<ByteSource> bytes, const std::filesystem::path& path);

}  // namespace detente::detail
