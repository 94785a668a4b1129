#pragma once
/// \file
/// A file that appears whole or not at all: it is written aside in the same folder, flushed, and renamed over the
/// wanted name at the end. Whoever reads that name sees the old content or the new, never half of it, whatever throws
/// in between. It keeps the permissions of the file that it replaces.
///
///     WholeFile file("out.csv");
///     file.write("a,b\n");
///     file.finish();             // now out.csv is there
///
/// A name that stands for something else than a file (a terminal, a pipe) is written directly. A symbolic link stays,
/// and what it points to is replaced.

#include <filesystem>
#include <string>
#include <string_view>

namespace detente {

class WholeFile {
 public:
  /// Throws `std::system_error` with the path if it cannot be written.
  explicit WholeFile(std::filesystem::path path);
  WholeFile(const WholeFile&) = delete;
  WholeFile& operator=(const WholeFile&) = delete;
  /// Without `finish`, nothing has happened.
  ~WholeFile();

  /// Appends, buffered. Throws `std::system_error` with the path.
  void write(std::string_view bytes);
  /// Makes the file appear. Throws `std::system_error` with the path; nothing may be written afterwards.
  void finish();

 private:
  void open_aside();
  void flush();
  void close();

  std::filesystem::path path_;
  std::filesystem::path aside_;  // empty when written directly
  std::string buffer_;
  int fd_ = -1;
};

}  // namespace detente
