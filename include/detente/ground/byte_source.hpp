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
  /// Of packed input: how many packed bytes have been read so far.
  virtual std::optional<std::uint64_t> packed_bytes() const { return std::nullopt; }
};

/// Opens a file, or standard input for "-". Throws `std::system_error` with the path (missing, unreadable, a
/// directory).
std::unique_ptr<ByteSource> open_bytes(const std::filesystem::path& path);

/// The same, and what a .gz, .zip or .zst file holds, recognised by its first bytes. The members of a .zip follow each
/// other in the order of their names, each from the start of a line; from a pipe they have to lie in that order. Throws
/// `InputError` with the path, here or while it is read, if the file is damaged or cut short, holds no file, or is
/// packed and détente was built without libarchive. (libarchive verifies the checksums of a .zip, those of a .zst that
/// has them, and not that of a .gz.)
std::unique_ptr<ByteSource> open_unpacked(const std::filesystem::path& path);

/// Reads from text that outlives the source, at most `at_once` bytes a call (0: no limit).
std::unique_ptr<ByteSource> bytes_of(std::string_view text, std::size_t at_once = 0);

/// The whole file as text.
std::string read_all(const std::filesystem::path& path);

}  // namespace detente
