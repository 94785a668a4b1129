#include "detente/live/watch/feed.hpp"

#include <cerrno>
#include <system_error>

#include "live/watch/folder.hpp"
#include "live/watch/standard_input.hpp"

namespace detente {
using namespace detail;

std::unique_ptr<Feed> open_feed(const std::filesystem::path& path, const ReadOptions& how, const OffsetOf& offset_of) {
  if (path == "-") return std::make_unique<StandardInput>(how);
  if (!state_of(path)) throw std::system_error(errno, std::generic_category(), path.string());
  const std::string feed = std::filesystem::canonical(path).string();
  if (std::filesystem::is_directory(path)) return std::make_unique<Folder>(path, feed, how, offset_of);
  return std::make_unique<FollowedFile>(path, FollowedName{feed, feed, false}, how, offset_of(feed));
}

}  // namespace detente
