#include "ground/gzip_bytes.hpp"

#if DETENTE_GZIP

#define ZLIB_CONST
#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <new>
#include <string_view>
#include <vector>

#include "detente/ground/error.hpp"
#include "ground/unpacked.hpp"

namespace detente::detail {
namespace {

constexpr int gzip_window = 15 + 16;  // the largest window, and a gzip header and trailer

/// Our words for zlib's messages about the trailer.
std::string_view in_words(const char* problem) {
  if (!problem) return "it is no gzip";
  const std::string_view text = problem;
  if (text == "incorrect data check") return "the checksum does not match";
  if (text == "incorrect length check") return "the length does not match";
  return text;
}

class GzipBytes : public ByteSource {
 public:
  GzipBytes(std::unique_ptr<ByteSource> bytes, std::filesystem::path path)
      : bytes_(std::move(bytes)), path_(std::move(path)), buffer_(unpacked_piece) {
    if (::inflateInit2(&stream_, gzip_window) != Z_OK) throw std::bad_alloc();
  }
  GzipBytes(const GzipBytes&) = delete;
  GzipBytes& operator=(const GzipBytes&) = delete;
  ~GzipBytes() override { ::inflateEnd(&stream_); }

  std::size_t read(std::span<char> into) override {
    const auto wanted = static_cast<uInt>(std::min(into.size(), std::size_t{1} << 30));
    stream_.next_out = reinterpret_cast<Bytef*>(into.data());
    stream_.avail_out = wanted;
    while (!ended_ && stream_.avail_out == wanted) inside_ ? unpack() : begin_member();
    return wanted - stream_.avail_out;
  }

  std::optional<std::uint64_t> packed_bytes() const override { return place(); }

 private:
  /// How many bytes of the file have been unpacked.
  std::uint64_t place() const { return read_ - stream_.avail_in; }

  bool has_input() {
    if (stream_.avail_in > 0) return true;
    const std::size_t got = bytes_->read(buffer_);
    stream_.next_in = reinterpret_cast<const Bytef*>(buffer_.data());
    stream_.avail_in = static_cast<uInt>(got);
    read_ += got;
    return got > 0;
  }

  void begin_member() {
    ended_ = !has_input();
    if (ended_) return;
    if (*stream_.next_in == 0 && members_ > 0) return skip_zeros();
    if (*stream_.next_in != 0x1F) fail("what follows is no gzip");
    ::inflateReset(&stream_);
    inside_ = true;
    ++members_;
  }

  void skip_zeros() {
    while (has_input() && *stream_.next_in == 0) {
      ++stream_.next_in;
      --stream_.avail_in;
    }
    ended_ = !has_input();
    if (!ended_) fail("what follows is no gzip");
  }

  void unpack() {
    const bool more = has_input();
    const int result = ::inflate(&stream_, Z_NO_FLUSH);
    if (result == Z_STREAM_END)
      inside_ = false;
    else if (result == Z_MEM_ERROR)
      throw std::bad_alloc();
    else if (result == Z_BUF_ERROR && !more)
      fail("the file ends here");
    else if (result != Z_OK && result != Z_BUF_ERROR)
      fail(in_words(stream_.msg));
  }

  [[noreturn]] void fail(std::string_view why) const {
    throw InputError(ErrorCode::damaged,
                     fmt::format("{}: cannot be unpacked: at byte {}: {}: it is damaged or cut short; fetch it again",
                                 path_.string(), place(), why));
  }

  std::unique_ptr<ByteSource> bytes_;
  std::filesystem::path path_;
  std::vector<char> buffer_;
  ::z_stream stream_ = {};
  std::uint64_t read_ = 0;
  std::uint64_t members_ = 0;
  bool inside_ = false;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> gzip_bytes(std::unique_ptr<ByteSource> bytes, const std::filesystem::path& path) {
  return std::make_unique<GzipBytes>(std::move(bytes), path);
}

}  // namespace detente::detail

#else  // without zlib

namespace detente::detail {

std::unique_ptr<ByteSource> gzip_bytes(std::unique_ptr<ByteSource> /*bytes*/, const std::filesystem::path& /*path*/) {
  return nullptr;
}

}  // namespace detente::detail

#endif
