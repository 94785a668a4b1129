#pragma once
/// \file
/// Where bytes come from: a file, standard input, memory. Readers pull chunks, so the whole input need never be in
/// memory.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#pragma GCC visibility push(default)
namespace detente {

/// Bytes one after another, from a file, a pipe or memory. Threads: one at a time may use an object; different objects
/// share nothing.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// Fills the front of `into` and returns how many bytes it filled; 0 only at the end. Throws `std::system_error` with
  /// the path.
  virtual std::size_t read(std::span<char> into) = 0;
  /// For an archive of several files: `read` ends at the end of each file, and this moves on to the next; false if
  /// there is none.
  virtual bool next_file() { return false; }
  /// For an archive of several files: the name of the one being read; otherwise "".
  virtual std::string file_name() const { return {}; }
  /// For compressed input: how many compressed bytes have been read so far.
  virtual std::optional<std::uint64_t> packed_bytes() const { return std::nullopt; }
};

/// Opens a file, or standard input for "-". Throws `std::system_error` with the path (missing, unreadable, a
/// directory).
std::unique_ptr<ByteSource> open_bytes(const std::filesystem::path& path);

/// The same, but a .gz, .zip or .zst file, recognised by its first bytes, is unpacked. The files in a .zip come one
/// after the other in the archive's order: after each, call `next_file`. The members of a .gz are read as one text, as
/// gzip does.
///
/// Throws `InputError` with the path, here or while it is read, if the file is damaged or cut short, has bytes after
/// its end, is encrypted, holds no file, or needs a library that détente was built without (zlib, libarchive). Damage
/// is found by the checksums of a .gz and a .zip, and of a .zst that has them; do not use what was read before the
/// damage was found.
std::unique_ptr<ByteSource> open_unpacked(const std::filesystem::path& path);

/// Reads from `text`, which must outlive the source, at most `at_once` bytes per call (0: no limit).
std::unique_ptr<ByteSource> bytes_of(std::string_view text, std::size_t at_once = 0);

/// The whole file as text.
std::string read_all(const std::filesystem::path& path);

}  // namespace detente
#pragma GCC visibility pop
