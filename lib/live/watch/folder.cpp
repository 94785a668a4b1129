#include "live/watch/folder.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "detente/ground/text.hpp"

namespace detente::detail {
namespace {

/// Whether the name is one that programs give to what they have not finished writing.
bool is_on_its_way(std::string_view name) {
  constexpr std::array<std::string_view, 4> endings{".tmp", ".part", ".crdownload", "~"};
  return name.starts_with(".") ||
         std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return name.ends_with(ending); });
}

}  // namespace

Folder::Folder(std::filesystem::path path, std::string name, const ReadOptions& how, OffsetOf offset_of)
    : path_(std::move(path)), name_(std::move(name)), how_(how), offset_of_(std::move(offset_of)) {}

std::optional<Delivery> Folder::next() {
  if (!is_listed_) list();
  for (; done_ < names_.size(); ++done_) {
    FollowedFile& file = file_called(names_[done_]);
    std::optional<Delivery> out = file.next();
    for (std::string& note : file.notes()) notes_.push_back(std::move(note));
    if (out) return out;
  }
  is_listed_ = false;
  note_missing();
  return std::nullopt;
}

void Folder::list() {
  names_.clear();
  done_ = 0;
  is_listed_ = true;
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator(path_)) {
    const std::string name = entry.path().filename().string();
    if (entry.is_regular_file(none) && !is_on_its_way(name)) names_.push_back(name);
  }
  std::sort(names_.begin(), names_.end());
}

FollowedFile& Folder::file_called(const std::string& name) {
  std::unique_ptr<FollowedFile>& file = files_[name];
  if (!file) {
    const std::string feed = name_ + "/" + name;
    file = std::make_unique<FollowedFile>(path_ / name, FollowedName{feed, name_, true}, how_, offset_of_(feed));
  }
  return *file;
}

void Folder::note_missing() {
  for (const std::string& gap : missing_quarter_hours(names_))
    if (missing_.insert(gap).second) notes_.push_back(visible_path(path_.string()) + ": no file of GDELT's for " + gap);
}

}  // namespace detente::detail
