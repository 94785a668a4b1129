#include "detente/ground/atomic_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <string>
#include <system_error>
#include <utility>

#include "ground/io_error.hpp"
#include "ground/unfinished_files.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr std::size_t buffered = std::size_t{1} << 16;

int open_fd(const std::filesystem::path& path, int flags) {
  return ::open(path.c_str(), O_WRONLY | O_CLOEXEC | flags, 0666);  // NOLINT(cppcoreguidelines-pro-type-vararg)
}

/// Gives the new file the permissions of the old one. On a system without permissions, nothing is lost.
void take_permissions(int fd, const std::filesystem::path& old) {
  struct ::stat info {};
  if (::stat(old.c_str(), &info) == 0) static_cast<void>(::fchmod(fd, info.st_mode & 07777));
}

/// Throws if the permissions let nobody write the file; here this applies to the superuser too.
void refuse_read_only(const std::filesystem::path& path, ::mode_t mode) {
  if (::access(path.c_str(), W_OK) == 0 && (mode & 0222) != 0) return;
  throw std::system_error(EACCES, std::generic_category(), path.string() + " is read-only");
}

/// At most `most` bytes of a name, without cutting a character.
std::string beginning(std::string name, std::size_t most) {
  if (name.size() <= most) return name;
  while (most > 0 && (static_cast<unsigned char>(name[most]) & 0xC0U) == 0x80) --most;
  name.resize(most);
  return name;
}

/// The new name is safe only once its folder is on disk too. Some file systems refuse this; the file itself is safe
/// anyway.
void sync_folder(const std::filesystem::path& file) {
  const int fd = ::open(file.has_parent_path() ? file.parent_path().c_str() : ".",  // NOLINT(*-vararg)
                        O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return;
  ::fsync(fd);
  ::close(fd);
}

}  // namespace

/// A cycle of links is left for `open` to refuse.
std::filesystem::path behind_links(std::filesystem::path path) {
  namespace fs = std::filesystem;
  std::error_code none;
  if (fs::is_regular_file(path, none)) return fs::canonical(path);
  for (int link = 0; link < 40 && !fs::exists(path, none) && fs::is_symlink(path, none); ++link)
    path = path.parent_path() / fs::read_symlink(path, none);
  return path;
}

AtomicFile::AtomicFile(std::filesystem::path path, Flushing flushing)
    : path_(behind_links(std::move(path))), flushing_(flushing), listed_(nowhere) {
  struct ::stat info {};
  if (::stat(path_.c_str(), &info) != 0) {
    if (errno != ENOENT) throw_io(errno, path_);
    open_aside();
  } else if (S_ISDIR(info.st_mode)) {
    throw_io(EISDIR, path_);
  } else if (S_ISREG(info.st_mode)) {
    refuse_read_only(path_, info.st_mode);
    open_aside();
  } else {
    open_directly();
  }
}

void AtomicFile::open_directly() {
  fd_ = open_fd(path_, 0);
  if (fd_ < 0) throw_io(errno, path_);
}

std::filesystem::path AtomicFile::name_aside(int attempt) const {
  const std::string end = ".partial-" + std::to_string(::getpid()) + "-" + std::to_string(attempt);
  return path_.parent_path() / (beginning(path_.filename().string(), NAME_MAX - end.size()) + end);
}

void AtomicFile::open_aside() {
  for (int attempt = 0;; ++attempt) {
    aside_ = name_aside(attempt);
    fd_ = open_fd(aside_, O_CREAT | O_EXCL);
    if (fd_ >= 0) break;
    if (errno == EEXIST && attempt < 100) continue;
    const int error = errno;
    aside_.clear();
    throw_io(error, path_);
  }
  listed_ = remember_unfinished(aside_.c_str());
  take_permissions(fd_, path_);
}

AtomicFile::~AtomicFile() {
  if (fd_ >= 0) ::close(fd_);
  if (!aside_.empty()) ::unlink(aside_.c_str());
  forget_unfinished(listed_);
}

void AtomicFile::write(std::string_view bytes) {
  buffer_.append(bytes);
  if (buffer_.size() >= buffered) flush();
}

void AtomicFile::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty()) {
    const ssize_t written = ::write(fd_, rest.data(), rest.size());
    if (written < 0 && errno != EINTR) throw_io(errno, path_);
    if (written > 0) rest.remove_prefix(static_cast<std::size_t>(written));
  }
  buffer_.clear();
}

void AtomicFile::close() {
  if (!aside_.empty() && flushing_ == Flushing::flushed && ::fsync(fd_) != 0) throw_io(errno, path_);
  const int closed = ::close(fd_);
  fd_ = -1;
  if (closed != 0) throw_io(errno, path_);
}

void AtomicFile::finish() {
  flush();
  close();
  if (aside_.empty()) return;
  if (::rename(aside_.c_str(), path_.c_str()) != 0) throw_io(errno, path_);
  aside_.clear();
  forget_unfinished(std::exchange(listed_, nowhere));
  if (flushing_ == Flushing::flushed) sync_folder(path_);
}

}  // namespace detente
