#pragma once
/// \file
/// A temporary file for this process alone: it is unlinked, so it disappears when it is closed, however the program
/// ends.

#include <cstddef>
#include <filesystem>
#include <span>

namespace detente::detail {

class TemporaryFile {
 public:
  /// Throws `std::system_error` with the folder if no file can be made there.
  explicit TemporaryFile(std::filesystem::path folder);
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile();

  /// Throws `std::system_error` if the bytes cannot all be written (a full disk).
  void append(std::span<const std::byte> bytes);
  /// Fills `into` from an offset in the file. Safe to call from several threads. Throws `std::system_error`.
  void read(std::size_t offset, std::span<std::byte> into) const;

 private:
  std::filesystem::path folder_;
  int fd_;
};

}  // namespace detente::detail
