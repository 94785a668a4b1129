#pragma once
/// \file
/// Where bytes come from: a file, standard input, memory. Readers pull; nobody needs the whole input at once.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace detente {

class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// Fills the front of `into` and says how many bytes; 0 only at the end. Throws `std::system_error` with the path.
  virtual std::size_t read(std::span<char> into) = 0;
  /// Of an archive of several files, which are read one after the other: `read` ends with each, and this goes on to the
  /// next one; false if there is none.
  virtual bool next_file() { return false; }
  /// Of an archive of several files: the name of the one being read; otherwise "".
  virtual std::string file_name() const { return {}; }
  /// Of packed input: how many packed bytes have been read so far.
  virtual std::optional<std::uint64_t> packed_bytes() const { return std::nullopt; }
};

/// Opens a file, or standard input for "-". Throws `std::system_error` with the path (missing, unreadable, a
/// directory).
std::unique_ptr<ByteSource> open_bytes(const std::filesystem::path& path);

/// The same, and what a .gz, .zip or .zst file holds, recognised by its first bytes. The files in a .zip are given one
/// after the other, in the order in which they lie there: after each, `next_file` goes on. Members of a .gz are one
/// text, as gzip has it.
///
/// Throws `InputError` with the path, here or while it is read, if the file is damaged or cut short, goes on behind its
/// end, is encrypted, holds no file, or is packed and détente was built without what unpacks it (zlib, libarchive).
/// Damage is found by the checksums of a .gz and a .zip, and of a .zst that has them; what was read before the damage
/// was found is not to be used.
std::unique_ptr<ByteSource> open_unpacked(const std::filesystem::path& path);

/// Reads from text that outlives the source, at most `at_once` bytes a call (0: no limit).
std::unique_ptr<ByteSource> bytes_of(std::string_view text, std::size_t at_once = 0);

/// The whole file as text.
std::string read_all(const std::filesystem::path& path);

}  // namespace detente
