#include "distributed/checked_bytes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <utility>
#include <vector>

#include "detente/detail/hash.hpp"
#include "detente/ground/atomic_file.hpp"
#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"

namespace detente::detail {
namespace {

constexpr std::size_t word_bytes = 8;

/// Adds up words as they come, in pieces of any size that is whole words but for the last. Four sums take turns, so
/// that none waits for the one before.
class Checksum {
 public:
  void add(std::string_view bytes) {
    for (; bytes.size() >= word_bytes; bytes.remove_prefix(word_bytes)) {
      std::uint64_t word = 0;
      std::memcpy(&word, bytes.data(), word_bytes);
      add(word);
    }
    if (bytes.empty()) return;
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data(), bytes.size());
    add(word);
    add(bytes.size());
  }
  std::uint64_t value() const {
    std::uint64_t out = words_;
    for (const std::uint64_t sum : sums_) out = mix_in(out, sum);
    return out;
  }

 private:
  void add(std::uint64_t word) {
    std::uint64_t& sum = sums_[words_++ % sums_.size()];
    sum = mix_in(sum, word);
  }

  std::array<std::uint64_t, 4> sums_{};
  std::uint64_t words_ = 0;
};

std::string trailer(std::uint64_t sum) {
  std::string out(word_bytes, '\0');
  std::memcpy(out.data(), &sum, word_bytes);
  return out;
}

/// The first bytes of a file, as many as there are before its trailer.
class FrontBytes final : public ByteSource {
 public:
  FrontBytes(std::unique_ptr<ByteSource> bytes, std::uint64_t left) : bytes_(std::move(bytes)), left_(left) {}
  std::size_t read(std::span<char> into) override {
    const std::size_t got =
        bytes_->read(into.first(static_cast<std::size_t>(std::min<std::uint64_t>(left_, into.size()))));
    left_ -= got;
    return got;
  }

 private:
  std::unique_ptr<ByteSource> bytes_;
  std::uint64_t left_;
};

/// How many bytes stand before the trailer, if the file is there and has one.
std::optional<std::uint64_t> size_of(const std::filesystem::path& path) {
  std::error_code none;
  const std::uint64_t size = std::filesystem::file_size(path, none);
  return none || size < word_bytes ? std::nullopt : std::optional(size - word_bytes);
}

std::size_t read_full(ByteSource& from, std::span<char> into) {
  std::size_t filled = 0;
  while (filled < into.size()) {
    const std::size_t got = from.read(into.subspan(filled));
    if (got == 0) break;
    filled += got;
  }
  return filled;
}

}  // namespace

std::uint64_t checksum(std::string_view bytes) {
  Checksum sum;
  sum.add(bytes);
  return sum.value();
}

void write_checked(const std::filesystem::path& path, std::string_view bytes) {
  AtomicFile file(path, Flushing::unflushed);
  file.write(bytes);
  file.write(trailer(checksum(bytes)));
  file.finish();
}

bool is_sound(const std::filesystem::path& path) {
  const auto size = size_of(path);
  if (!size) return false;
  const auto file = open_bytes(path);
  std::vector<char> piece(std::size_t{1} << 20);
  Checksum sum;
  for (std::uint64_t left = *size; left > 0;) {
    const auto wanted = std::span(piece).first(static_cast<std::size_t>(std::min<std::uint64_t>(left, piece.size())));
    const std::size_t got = read_full(*file, wanted);
    if (got < wanted.size()) return false;
    sum.add({wanted.data(), got});
    left -= got;
  }
  std::string end(word_bytes, '\0');
  return read_full(*file, end) == word_bytes && end == trailer(sum.value());
}

std::unique_ptr<ByteSource> open_checked_bytes(const std::filesystem::path& path) {
  if (!is_sound(path))
    throw InputError(ErrorCode::damaged, fmt::format("{}: is damaged: remove it, and what made it makes it again",
                                                     visible_path(path.string())));
  return std::make_unique<FrontBytes>(open_bytes(path), *size_of(path));
}

std::string read_checked(const std::filesystem::path& path) {
  const auto bytes = open_checked_bytes(path);
  std::string out(*size_of(path), '\0');
  out.resize(read_full(*bytes, out));
  return out;
}

}  // namespace detente::detail
