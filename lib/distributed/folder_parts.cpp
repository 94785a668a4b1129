#include "distributed/folder_parts.hpp"

#include <algorithm>
#include <optional>

#include "distributed/checked_bytes.hpp"
#include "distributed/shares.hpp"

namespace detente::detail {

FolderParts::FolderParts(const PanelJob& job, const std::filesystem::path& path, const StageControl& control)
    : folder(path, job),
      work(job, [this](auto paths, const auto& options) { return folder.look_at_files(paths, options); }),
      rows((wait(control), folder), work.plan().tasks.size()),
      parts(work, rows.findings(), rows, [this](std::optional<Day> as_of) { return totals(as_of); }) {}

std::vector<std::size_t> FolderParts::share(ProcessShare share) const {
  std::vector<std::uint64_t> sizes = rows.sizes();
  for (std::size_t part = 0; part < panel_parts; ++part) sizes[part] += work.whole_rows(part).size();
  std::vector<std::size_t> out = share_of(sizes, share.number - 1, share.of);
  std::erase_if(out, [&](std::size_t part) { return sizes[part] == 0; });
  return out;
}

void FolderParts::wait(const StageControl& control) const {
  const auto missing = [&] {
    std::size_t out = 0;
    for (std::size_t task = 0; task < work.plan().tasks.size(); ++task) out += folder.has_task(task) ? 0U : 1U;
    return out;
  };
  wait_for(missing, "tasks", control);
}

/// Those of all parts that have rows, from the folder or counted now: who scores one part needs them all.
DayCounts FolderParts::totals(std::optional<Day> as_of) const {
  const std::vector<std::uint64_t> sizes = rows.sizes();
  DayCounts out;
  for (std::size_t part = 0; part < panel_parts; ++part) {
    if (sizes[part] == 0) continue;
    const std::filesystem::path file = folder.totals_of(part, as_of);
    if (!is_sound(file)) write_checked(file, bytes_of(home_totals(part, rows, as_of)));
    for (const auto& [day, events] : day_counts_of(read_checked(file))) out[day] += events;
  }
  return out;
}

}  // namespace detente::detail
