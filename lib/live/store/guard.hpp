#pragma once
/// \file
/// That a store has one writer, and that its files are still those that were opened. Both ask the system and not
/// SQLite, which neither locks a store between transactions nor notices that its write-ahead log was deleted.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace detente::detail {

/// A lock on a file beside the store, held as long as the object lives; the system takes it from a process that ends.
class WriterLock {
 public:
  /// Throws `std::system_error` with the store's path if another writer holds it.
  explicit WriterLock(const std::filesystem::path& store);
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;
  ~WriterLock();
  const std::filesystem::path& file() const noexcept { return file_; }

 private:
  void note_process() const;
  std::filesystem::path file_;
  int fd_ = -1;
};

/// Which file a path names.
struct FileIdentity {
  std::filesystem::path path;
  std::uint64_t device = 0, inode = 0;
};

/// The files of a store as they are now. Throws `std::system_error` if one is missing.
std::vector<FileIdentity> files_named(const std::vector<std::filesystem::path>& paths);
/// Throws `std::system_error` with the path of the first that was deleted, moved or replaced.
void require_unmoved(const std::vector<FileIdentity>& files);

/// The name of a network file system by its number (statfs); "" for any other.
std::string_view network_file_system(std::uint64_t type) noexcept;
/// Throws `std::system_error` if the folder of the file is on one: locks and flushes promise too little there.
void require_local(const std::filesystem::path& file);

}  // namespace detente::detail
