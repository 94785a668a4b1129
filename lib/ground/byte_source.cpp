#include "detente/ground/byte_source.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "ground/io_error.hpp"
#include "ground/unpacked.hpp"

namespace detente {
using namespace detail;
namespace {

class FileBytes : public ByteSource {
 public:
  explicit FileBytes(std::filesystem::path path) : path_(std::move(path)), fd_(open_fd(path_)) {}
  FileBytes(const FileBytes&) = delete;
  FileBytes& operator=(const FileBytes&) = delete;
  ~FileBytes() override {
    if (fd_ != STDIN_FILENO) ::close(fd_);
  }

  std::size_t read(std::span<char> into) override {
    for (;;) {
      const ssize_t got = ::read(fd_, into.data(), into.size());
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno != EINTR) throw_io(errno, path_);
    }
  }

 private:
  static int open_fd(const std::filesystem::path& path) {
    if (path == "-") return STDIN_FILENO;
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);  // NOLINT(cppcoreguidelines-pro-type-vararg)
    if (fd < 0) throw_io(errno, path);
    struct stat info {};
    if (::fstat(fd, &info) == 0 && S_ISDIR(info.st_mode)) {
      ::close(fd);
      throw_io(EISDIR, path);
    }
    return fd;
  }

  std::filesystem::path path_;
  int fd_;
};

class TextBytes : public ByteSource {
 public:
  TextBytes(std::string_view text, std::size_t at_once) : text_(text), at_once_(at_once) {}

  std::size_t read(std::span<char> into) override {
    std::size_t n = std::min(into.size(), text_.size());
    if (at_once_ > 0) n = std::min(n, at_once_);
    std::copy_n(text_.data(), n, into.data());
    text_.remove_prefix(n);
    return n;
  }

 private:
  std::string_view text_;
  std::size_t at_once_;
};

}  // namespace

std::unique_ptr<ByteSource> open_bytes(const std::filesystem::path& path) { return std::make_unique<FileBytes>(path); }

std::unique_ptr<ByteSource> open_unpacked(const std::filesystem::path& path) {
  auto file = std::make_unique<FileBytes>(path);
  return unpacked(std::move(file), path);
}

std::unique_ptr<ByteSource> bytes_of(std::string_view text, std::size_t at_once) {
  return std::make_unique<TextBytes>(text, at_once);
}

std::string read_all(const std::filesystem::path& path) {
  const auto source = open_bytes(path);
  std::string text;
  std::string chunk(std::size_t{1} << 16, '\0');
  while (const std::size_t got = source->read(chunk)) text.append(chunk, 0, got);
  return text;
}

}  // namespace detente
