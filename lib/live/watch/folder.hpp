#pragma once
/// \file
/// A folder into which files fall.

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "live/watch/followed_file.hpp"

namespace detente::detail {

class Folder : public Feed {
 public:
  Folder(std::filesystem::path path, std::string name, const ReadOptions& how, OffsetOf offset_of);

  /// Goes once through the files, by name, until each has nothing more; then there is nothing for now.
  std::optional<Delivery> next() override;
  std::vector<std::string> notes() override { return std::exchange(notes_, {}); }

 private:
  void list();
  FollowedFile& file_called(const std::string& name);
  void note_missing();

  std::filesystem::path path_;
  std::string name_;
  ReadOptions how_;
  OffsetOf offset_of_;
  std::map<std::string, std::unique_ptr<FollowedFile>> files_ = {};
  /// The names of this round, and how many of them are done; listed anew at the beginning of the next.
  std::vector<std::string> names_ = {};
  std::size_t done_ = 0;
  bool is_listed_ = false;
  std::set<std::string> missing_ = {};
  std::vector<std::string> notes_ = {};
};

}  // namespace detente::detail
