#pragma once
/// \file
/// The second half of a panel over a work folder: it waits until all tasks have been read, and then knows how pairs are
/// scored.

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string_view>
#include <thread>
#include <vector>

#include "detente/distributed/panel_stages.hpp"
#include "distributed/panel_parts.hpp"
#include "distributed/work_folder.hpp"

namespace detente::detail {

/// Looks at the disk until nothing is missing.
template <class Missing>
void wait_for(const Missing& missing, std::string_view what, const StageControl& control) {
  constexpr auto pause = std::chrono::milliseconds(100);
  std::size_t left = missing();
  if (left > 0 && control.waiting) control.waiting(left, what);
  for (; left > 0; left = missing()) {
    if (control.control.stop.stop_requested()) throw Stopped({0, left, what});
    std::this_thread::sleep_for(pause);
  }
}

/// Threads: any number may use an object at once.
class FolderParts {
 public:
  FolderParts(const PanelJob& job, const std::filesystem::path& path, const StageControl& control);
  FolderParts(const FolderParts&) = delete;
  FolderParts& operator=(const FolderParts&) = delete;

  /// The parts of one of several processes that have rows, the largest first; those without have no pairs.
  std::vector<std::size_t> share(ProcessShare share) const;

  WorkFolder folder;
  PanelWork work;
  FolderRows rows;
  PanelParts parts;

 private:
  void wait(const StageControl& control) const;
  DayCounts totals(std::optional<Day> as_of) const;
};

}  // namespace detente::detail
