#pragma once
/// \file
/// Stretches of a file's bytes, each read whole.

#include <cstdint>
#include <filesystem>
#include <string>

namespace detente::detail {

class FileRange {
 public:
  /// Throws `std::system_error` with the path.
  explicit FileRange(std::filesystem::path path);
  FileRange(const FileRange&) = delete;
  FileRange& operator=(const FileRange&) = delete;
  ~FileRange();

  /// So many bytes from an offset. Throws `InputError` if there are fewer, and `std::system_error`.
  std::string read(std::uint64_t offset, std::uint64_t size) const;
  /// Throws `InputError`: the file is damaged.
  [[noreturn]] void fail() const;

 private:
  std::filesystem::path path_;
  int fd_;
};

}  // namespace detente::detail
