#pragma once
/// \file
/// An atomic file: it appears whole or not at all. It is written aside, as a temporary file in the same folder,
/// flushed, and renamed to the wanted name at the end. Whoever reads that name sees the old content or the new, never
/// half of it, even if something throws in between. It keeps the permissions of the file that it replaces.
///
/// ```cpp
/// AtomicFile file("out.csv");
/// file.write("a,b\n");
/// file.finish();             // now out.csv is there
/// ```
///
/// A name that is not a regular file (a terminal, a pipe) is written directly. A symbolic link stays, and its target is
/// replaced, or created if it does not exist. A read-only file is not replaced, even where the folder would allow it:
/// whoever took the permission away meant the file.
///
/// A process that a signal ends runs no destructors. A program that wants no temporary files left behind calls
/// `remove_unfinished_files` from its signal handler.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#pragma GCC visibility push(default)
namespace detente {

/// Whether a file is on the disk when it appears.
enum class Flushing : std::uint8_t {
  flushed,   ///< it is, so that it outlives a power failure
  unflushed  ///< soon: after a power failure it may be empty, for files whose content is checked and can be made again
};

/// A file that is there whole or not at all. Threads: one at a time may use an object; different objects share nothing.
class AtomicFile {
 public:
  /// Throws `std::system_error` with the path if the file cannot be written, or is read-only.
  explicit AtomicFile(std::filesystem::path path, Flushing flushing = Flushing::flushed);
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;
  /// Without `finish`, removes what was written aside and leaves the old file as it was.
  ~AtomicFile();

  /// Appends to a buffer. Throws `std::system_error` with the path.
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
  Flushing flushing_;
  std::filesystem::path aside_;  // empty when written directly
  std::string buffer_;
  int fd_ = -1;
  std::size_t listed_;  // its place in the list of unfinished files
};

/// The file that an `AtomicFile` of this name writes: symbolic links are followed, and the target need not exist.
std::filesystem::path behind_links(std::filesystem::path path);

/// Removes the temporary files of this process's unfinished `AtomicFile`s (of at most 64 open at a time). May be called
/// from a signal handler; the process must end afterwards.
void remove_unfinished_files() noexcept;

}  // namespace detente
#pragma GCC visibility pop
