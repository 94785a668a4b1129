#include "live/watch/followed_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <system_error>
#include <utility>

#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "detente/readers/read_events.hpp"
#include "live/watch/packed_file.hpp"
#include "live/watch/received.hpp"

namespace detente::detail {
namespace {

/// A file that cannot be read as events: an error for one that was named, and no matter in a folder, where other files
/// may lie.
class NoEvents : public InputError {
 public:
  using InputError::InputError;
};

template <class Read>
auto read_or_no_events(const Read& read) {
  try {
    return read();
  } catch (const InputError& error) {
    if (error.code() == ErrorCode::too_many_rejects) throw;
    throw NoEvents(error.code(), error.message(), error.field());
  }
}

constexpr std::size_t piece_bytes = std::size_t{1} << 24, hashed_bytes = std::size_t{1} << 20;
constexpr std::size_t magic_size = 4, compared_bytes = 4096;

/// The hash of a whole file, and its size.
std::pair<std::string, std::uint64_t> hash_of_file(const std::filesystem::path& path) {
  const auto bytes = open_bytes(path);
  std::string piece(hashed_bytes, '\0');
  Sha256 hash;
  std::uint64_t size = 0;
  while (const std::size_t read = bytes->read(piece)) {
    hash.add(std::string_view(piece).substr(0, read));
    size += read;
  }
  return {hexadecimal(hash.digest()), size};
}

}  // namespace

std::optional<FileState> state_of(const std::filesystem::path& path) {
  struct stat file {};
  if (::stat(path.c_str(), &file) != 0) return std::nullopt;
  return FileState{file.st_dev, file.st_ino, static_cast<std::uint64_t>(file.st_size), file.st_mtim.tv_sec,
                   file.st_mtim.tv_nsec};
}

FollowedFile::FollowedFile(std::filesystem::path path, FollowedName name, const ReadOptions& how,
                           std::optional<FeedOffset> earlier)
    : path_(std::move(path)), name_(std::move(name)), how_(options_of_feed(how)), read_(std::move(earlier)) {}

std::optional<Delivery> FollowedFile::next() {
  const auto now = state_of(path_);
  if (!now) {
    note(fmt::format("{}: is no longer there", visible_path(path_.string())));
    return std::nullopt;
  }
  if (settled_ == now || now->size < magic_size) return std::nullopt;
  try {
    return is_packed(bytes_from(0, magic_size)) ? next_packed(*now) : next_text(*now);
  } catch (const NoEvents& error) {
    if (!name_.in_folder) throw;
    return leave(*now, "left out: " + error.message());
  }
}

/// Nothing more until the file changes.
std::optional<Delivery> FollowedFile::leave(const FileState& now, const std::string& why) {
  settled_ = now;
  if (!why.empty()) note(why);
  return std::nullopt;
}

void FollowedFile::note(const std::string& text) {
  if (std::exchange(last_note_, text) != text) notes_.push_back(text);
}

// ---- packed ----

std::optional<Delivery> FollowedFile::next_packed(const FileState& now) {
  const auto [hash, size] = hash_of_file(path_);
  if (read_ && read_->length == size && read_->hash == hash) return leave(now, "");
  if (const auto why = why_not_whole(path_)) return leave(now, "waiting: " + *why);
  Delivery out = packed_delivery(size, hash);
  if (state_of(path_) != now) return std::nullopt;  // written to meanwhile: the next look reads it anew
  if (read_) require_ids(out.events, path_.string());
  read_ = out.offset;
  settled_ = now;
  return out;
}

Delivery FollowedFile::packed_delivery(std::uint64_t size, const std::string& hash) const {
  ReadResult found = read_or_no_events([&] { return read_events(path_, how_); });
  Delivery out{.name = path_.string(),
               .events = received_from(found, how_),
               .files = std::move(found.files),
               .offset = FeedOffset{name_.offset, size, hash}};
  set_origin(out.events, name_.origin, hash);
  return out;
}

// ---- text ----

std::optional<Delivery> FollowedFile::next_text(const FileState& now) {
  if (!text_ || !now.is_same_file(seen_) || now.size < length_ || !has_its_end()) begin_text();
  seen_ = now;
  for (std::size_t most = is_changed_ ? SIZE_MAX : piece_bytes;; most = SIZE_MAX) {
    const std::string bytes = bytes_from(length_, most);
    auto piece = read_or_no_events([&] { return text_->take(bytes); });
    if (piece) {
      take_bytes(std::string_view(bytes).substr(0, piece->length));
      return text_delivery(std::move(*piece));
    }
    if (bytes.size() == most) continue;  // a record longer than that
    return leave(now, bytes.empty() ? ""
                                    : fmt::format("waiting: {}: what follows its last whole record has no line end yet",
                                                  visible_path(path_.string())));
  }
}

Delivery FollowedFile::text_delivery(TextPiece&& piece) {
  if (is_changed_) require_ids(piece.events, path_.string());
  is_changed_ = false;
  read_ = FeedOffset{name_.offset, length_, hexadecimal(hash_.digest())};
  set_origin(piece.events, name_.origin, read_->hash);
  return {.name = path_.string(), .events = std::move(piece.events), .files = std::move(piece.files), .offset = read_};
}

/// Counts them among those that were read.
void FollowedFile::take_bytes(std::string_view bytes) {
  hash_.add(bytes);
  length_ += bytes.size();
  end_ += bytes.substr(bytes.size() - std::min(bytes.size(), compared_bytes));
  end_.erase(0, end_.size() - std::min(end_.size(), compared_bytes));
}

/// Whether the last bytes read still stand where they stood: one who writes a file anew moves them.
bool FollowedFile::has_its_end() const { return bytes_from(length_ - end_.size(), end_.size()) == end_; }

void FollowedFile::forget_text() {
  text_.emplace(path_.string(), how_);
  hash_ = {};
  length_ = 0;
  end_.clear();
}

/// Behind what was read before, if it still stands there; else at the beginning.
void FollowedFile::begin_text() {
  forget_text();
  is_changed_ = read_ && !skip_text(*read_);
  if (is_changed_) forget_text();
}

/// False if the file does not begin with what was read before.
bool FollowedFile::skip_text(const FeedOffset& earlier) {
  const auto bytes = open_bytes(path_);
  std::string head, piece(hashed_bytes, '\0');
  std::uint64_t lines = 0;
  while (length_ < earlier.length) {
    const std::size_t most = static_cast<std::size_t>(std::min<std::uint64_t>(piece.size(), earlier.length - length_));
    const std::size_t read = bytes->read(std::span(piece).first(most));
    if (read == 0) return false;
    const std::string_view part = std::string_view(piece).substr(0, read);
    if (head.size() < head_bytes) head += part;
    lines += lines_in(part);
    take_bytes(part);
  }
  if (hexadecimal(hash_.digest()) != earlier.hash) return false;
  read_or_no_events([&] { return text_->skip(head, lines), true; });
  return true;
}

std::string FollowedFile::bytes_from(std::uint64_t offset, std::size_t most) const {
  std::ifstream file(path_, std::ios::binary | std::ios::ate);
  const auto size = static_cast<std::uint64_t>(std::max<std::streamoff>(file.tellg(), 0));
  std::string out(static_cast<std::size_t>(std::min<std::uint64_t>(most, size - std::min(size, offset))), '\0');
  file.seekg(static_cast<std::streamoff>(offset));
  if (!out.empty()) file.read(out.data(), static_cast<std::streamsize>(out.size()));
  if (!file) throw std::system_error(errno, std::generic_category(), path_.string());
  return out;
}

}  // namespace detente::detail
