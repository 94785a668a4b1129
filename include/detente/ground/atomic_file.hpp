#pragma once
/// \file
/// A file that appears whole or not at all: it is written aside in the same folder, flushed, and renamed over the
/// wanted name at the end. Whoever reads that name sees the old content or the new, never half of it, whatever throws
/// in between. It keeps the permissions of the file that it replaces.
///
///     AtomicFile file("out.csv");
///     file.write("a,b\n");
///     file.finish();             // now out.csv is there
///
/// A name that stands for something else than a file (a terminal, a pipe) is written directly. A symbolic link stays,
/// and what it points to is replaced, or made if it is not there. A file that may not be written is not replaced
/// either, though the folder would allow it: whoever took the permission away meant the file.
///
/// A process that is ended by a signal runs no destructors. A program that wants nothing left behind then calls
/// `remove_unfinished_files` from its signal handler.

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace detente {

class AtomicFile {
 public:
  /// Throws `std::system_error` with the path if it cannot be written, or is read-only.
  explicit AtomicFile(std::filesystem::path path);
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;
  /// Without `finish`, nothing has happened.
  ~AtomicFile();

  /// Appends, buffered. Throws `std::system_error` with the path.
  void write(std::string_view bytes);
  /// Makes the file appear. Throws `std::system_error` with the path; nothing may be written afterwards.
  void finish();

 private:
  void open_aside();
  void open_directly();
  std::filesystem::path name_aside(int attempt) const;
  void flush();
  void close();

  std::filesystem::path path_;
  std::filesystem::path aside_;  // empty when written directly
  std::string buffer_;
  int fd_ = -1;
  std::size_t listed_;  // its place in the list of unfinished files
};

/// The file that a `AtomicFile` of this name is: behind symbolic links, whether or not it is there.
std::filesystem::path behind_links(std::filesystem::path path);

/// Removes what unfinished `AtomicFile`s of this process have written so far (of the first 64 at a time). May be called
/// from a signal handler; the process must end afterwards.
void remove_unfinished_files() noexcept;

}  // namespace detente
