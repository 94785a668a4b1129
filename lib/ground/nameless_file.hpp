#pragma once
/// \file
/// A file for this process alone: it has no name, so it goes when it is closed, however the program ends.

#include <cstddef>
#include <filesystem>
#include <span>

namespace detente {

class NamelessFile {
 public:
  /// Throws `std::system_error` with the folder if no file can be made there.
  explicit NamelessFile(std::filesystem::path folder);
  NamelessFile(const NamelessFile&) = delete;
  NamelessFile& operator=(const NamelessFile&) = delete;
  ~NamelessFile();

  /// Throws `std::system_error` if the bytes cannot all be written (a full disk).
  void append(std::span<const std::byte> bytes);
  /// Fills `into` from a place in the file. Safe from several threads. Throws `std::system_error`.
  void read(std::size_t offset, std::span<std::byte> into) const;

 private:
  std::filesystem::path folder_;
  int fd_;
};

}  // namespace detente
