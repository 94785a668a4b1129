#include "ground/file_range.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "ground/io_error.hpp"

namespace detente::detail {

FileRange::FileRange(std::filesystem::path path)
    : path_(std::move(path)),
      fd_(::open(path_.c_str(), O_RDONLY | O_CLOEXEC)) {  // NOLINT(cppcoreguidelines-pro-type-vararg)
  if (fd_ < 0) throw_io(errno, path_);
}

FileRange::~FileRange() { ::close(fd_); }

void FileRange::fail() const {
  throw InputError(ErrorCode::damaged, fmt::format("{}: is damaged: remove it, and what made it makes it again",
                                                   visible_path(path_.string())));
}

std::string FileRange::read(std::uint64_t offset, std::uint64_t size) const {
  struct stat info {};
  if (::fstat(fd_, &info) != 0) throw_io(errno, path_);
  const auto all = static_cast<std::uint64_t>(info.st_size);
  if (offset > all || size > all - offset) fail();
  std::string out(size, '\0');
  for (std::size_t filled = 0; filled < out.size();) {
    const ssize_t got = ::pread(fd_, out.data() + filled, out.size() - filled, static_cast<off_t>(offset + filled));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw_io(errno, path_);
    if (got == 0) fail();
    filled += static_cast<std::size_t>(got);
  }
  return out;
}

}  // namespace detente::detail
