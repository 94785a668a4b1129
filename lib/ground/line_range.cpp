#include "ground/line_range.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "ground/io_error.hpp"

namespace detente::detail {
namespace {

class LineRange final : public ByteSource {
 public:
  LineRange(const std::filesystem::path& path, std::uint64_t begin, std::uint64_t end)
      : path_(path), fd_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {  // NOLINT(cppcoreguidelines-pro-type-vararg)
    if (fd_ < 0) throw_io(errno, path_);
    try {
      at_ = line_from(begin);
      end_ = line_from(end);
    } catch (...) {
      ::close(fd_);
      throw;
    }
  }
  LineRange(const LineRange&) = delete;
  LineRange& operator=(const LineRange&) = delete;
  ~LineRange() override { ::close(fd_); }

  std::size_t read(std::span<char> into) override {
    const std::uint64_t left = end_ - std::min(at_, end_);
    const std::size_t got =
        read_at(at_, into.first(static_cast<std::size_t>(std::min<std::uint64_t>(left, into.size()))));
    at_ += got;
    return got;
  }

 private:
  std::size_t read_at(std::uint64_t offset, std::span<char> into) const {
    while (!into.empty()) {
      const ssize_t got = ::pread(fd_, into.data(), into.size(), static_cast<off_t>(offset));
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno != EINTR) throw_io(errno, path_);
    }
    return 0;
  }

  /// Where the first line begins that begins at or after this offset; the end of the file if none does.
  std::uint64_t line_from(std::uint64_t offset) const {
    if (offset == 0 || offset > std::uint64_t{1} << 62) return offset;
    std::array<char, std::size_t{1} << 14> piece;
    for (std::uint64_t at = offset - 1;;) {
      const std::size_t got = read_at(at, piece);
      if (got == 0) return at;
      if (const void* found = std::memchr(piece.data(), '\n', got))
        return at + static_cast<std::uint64_t>(static_cast<const char*>(found) - piece.data()) + 1;
      at += got;
    }
  }

  std::filesystem::path path_;
  int fd_;
  std::uint64_t at_ = 0, end_ = 0;
};

}  // namespace

std::unique_ptr<ByteSource> lines_that_begin_in(const std::filesystem::path& path, std::uint64_t begin,
                                                std::uint64_t end) {
  return std::make_unique<LineRange>(path, begin, end);
}

}  // namespace detente::detail
