#include "detente/ground/whole_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace detente {
namespace {

constexpr std::size_t buffered = std::size_t{1} << 16;

[[noreturn]] void throw_io(int error, const std::filesystem::path& path) {
  throw std::system_error(error, std::generic_category(), path.string());
}

int open_fd(const std::filesystem::path& path, int flags) {
  return ::open(path.c_str(), O_WRONLY | O_CLOEXEC | flags, 0666);  // NOLINT(cppcoreguidelines-pro-type-vararg)
}

/// The new file is as open to others as the old one was. Where there are no permissions, none are lost.
void take_permissions(int fd, const std::filesystem::path& old) {
  struct ::stat info {};
  if (::stat(old.c_str(), &info) == 0) static_cast<void>(::fchmod(fd, info.st_mode & 07777));
}

/// The new name is safe only when its folder is on the disk too. Some file systems refuse; the file itself is safe.
void sync_folder(const std::filesystem::path& file) {
  const int fd = ::open(file.has_parent_path() ? file.parent_path().c_str() : ".",  // NOLINT(*-vararg)
                        O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return;
  ::fsync(fd);
  ::close(fd);
}

}  // namespace

WholeFile::WholeFile(std::filesystem::path path) : path_(std::move(path)) {
  std::error_code none;
  const bool exists = std::filesystem::exists(path_, none);
  if (exists && std::filesystem::is_directory(path_, none)) throw_io(EISDIR, path_);
  if (exists && !std::filesystem::is_regular_file(path_, none)) {
    fd_ = open_fd(path_, 0);
    if (fd_ < 0) throw_io(errno, path_);
    return;
  }
  if (exists) path_ = std::filesystem::canonical(path_);
  open_aside();
}

void WholeFile::open_aside() {
  for (int attempt = 0;; ++attempt) {
    aside_ = path_;
    aside_ += ".partial-" + std::to_string(::getpid()) + "-" + std::to_string(attempt);
    fd_ = open_fd(aside_, O_CREAT | O_EXCL);
    if (fd_ >= 0) return take_permissions(fd_, path_);
    if (errno == EEXIST && attempt < 100) continue;
    const int error = errno;
    aside_.clear();
    throw_io(error, path_);
  }
}

WholeFile::~WholeFile() {
  if (fd_ >= 0) ::close(fd_);
  if (!aside_.empty()) ::unlink(aside_.c_str());
}

void WholeFile::write(std::string_view bytes) {
  buffer_.append(bytes);
  if (buffer_.size() >= buffered) flush();
}

void WholeFile::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty()) {
    const ssize_t written = ::write(fd_, rest.data(), rest.size());
    if (written < 0 && errno != EINTR) throw_io(errno, path_);
    if (written > 0) rest.remove_prefix(static_cast<std::size_t>(written));
  }
  buffer_.clear();
}

void WholeFile::close() {
  if (!aside_.empty() && ::fsync(fd_) != 0) throw_io(errno, path_);
  const int closed = ::close(fd_);
  fd_ = -1;
  if (closed != 0) throw_io(errno, path_);
}

void WholeFile::finish() {
  flush();
  close();
  if (aside_.empty()) return;
  if (::rename(aside_.c_str(), path_.c_str()) != 0) throw_io(errno, path_);
  aside_.clear();
  sync_folder(path_);
}

}  // namespace detente
