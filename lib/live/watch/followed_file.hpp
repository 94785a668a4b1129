#pragma once
/// \file
/// A file that is read as far as it is there, and on from there when there is more.

#include <sys/stat.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "detente/live/watch/feed.hpp"
#include "live/store/sha256.hpp"
#include "live/watch/growing_text.hpp"

namespace detente::detail {

/// Which file a name stands for, and how far it has been written.
struct FileState {
  dev_t device = 0;
  ino_t inode = 0;
  std::uint64_t size = 0;
  std::int64_t seconds = 0, nanoseconds = 0;  ///< of the last change
  bool is_same_file(const FileState& other) const { return device == other.device && inode == other.inode; }
  friend bool operator==(const FileState&, const FileState&) = default;
};
/// Nothing if it is not there.
std::optional<FileState> state_of(const std::filesystem::path& path);

/// What a followed file is to its store.
struct FollowedName {
  std::string offset;  ///< the feed under which its offset is kept
  std::string origin;  ///< the feed that its rows come from: the folder of a file in one
  bool in_folder = false;
};

class FollowedFile : public Feed {
 public:
  FollowedFile(std::filesystem::path path, FollowedName name, const ReadOptions& how,
               std::optional<FeedOffset> earlier);

  std::optional<Delivery> next() override;
  std::vector<std::string> notes() override { return std::exchange(notes_, {}); }

 private:
  std::optional<Delivery> next_packed(const FileState& now);
  std::optional<Delivery> next_text(const FileState& now);
  std::optional<Delivery> leave(const FileState& now, const std::string& why);
  Delivery packed_delivery(std::uint64_t size, const std::string& hash) const;
  Delivery text_delivery(TextPiece&& piece);
  void begin_text();
  void forget_text();
  void take_bytes(std::string_view bytes);
  bool has_its_end() const;
  bool skip_text(const FeedOffset& earlier);
  std::string bytes_from(std::uint64_t offset, std::size_t most) const;
  void note(const std::string& text);

  std::filesystem::path path_;
  FollowedName name_;
  ReadOptions how_;
  /// What was read of it.
  std::optional<FeedOffset> read_;
  /// The file at the last look, if there is nothing more in it.
  std::optional<FileState> settled_ = {};
  FileState seen_ = {};
  /// Whether what is read now is not what was read before, so that its rows need ids.
  bool is_changed_ = false;
  std::optional<GrowingText> text_ = {};
  Sha256 hash_ = {};
  std::uint64_t length_ = 0;
  std::string end_ = {};  ///< the last of what was read
  std::vector<std::string> notes_ = {};
  std::string last_note_ = {};
};

}  // namespace detente::detail
