#include "detente/distributed/panel_stages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "detente/ground/error.hpp"
#include "distributed/checked_bytes.hpp"
#include "distributed/folder_parts.hpp"
#include "distributed/merged_texts.hpp"
#include "distributed/shares.hpp"
#include "distributed/stage_work.hpp"
#include "readers/read_blocks.hpp"

namespace detente {
using namespace detail;
namespace {

void check(ProcessShare share) {
  if (share.of == 0 || share.number == 0 || share.number > share.of)
    throw_invalid("share", fmt::format("{}/{}", share.number, share.of), "is one of 1/n to n/n");
}

}  // namespace

StageReport map_panel(const PanelJob& job, const std::filesystem::path& path, ProcessShare share,
                      const StageControl& control) {
  check(share);
  const WorkFolder folder(path, job);
  const PanelWork work(job, [&](auto paths, const auto& options) { return folder.look_at_files(paths, options); });
  StageReport report;
  std::vector<std::size_t> missing;
  for (const std::size_t task : share_of(sizes_of(work.plan()), share.number - 1, share.of)) {
    ++report.all;
    if (folder.has_task(task))
      ++report.before;
    else
      missing.push_back(task);
  }
  for (const std::size_t task : missing)
    if (folder.was_begun(task)) report.interrupted.push_back(to_text(work.plan(), work.plan().tasks[task]));
  const std::size_t threads = reading_threads(job.read);
  const auto map = [&](std::size_t task) {
    folder.begin_task(task);
    folder.put_task(task, work.map(task, threads_inside(threads, missing.size())));
    return true;
  };
  do_all(missing, threads, control.control, "tasks", map, [](std::size_t, bool) {});
  return report;
}

StageReport score_panel(const PanelJob& job, const std::filesystem::path& path, ProcessShare share,
                        const StageControl& control) {
  check(share);
  const FolderParts scoring(job, path, control);
  StageReport report;
  std::vector<std::size_t> missing;
  for (const std::size_t part : scoring.share(share)) {
    ++report.all;
    if (is_sound(scoring.folder.result_of(part)))
      ++report.before;
    else
      missing.push_back(part);
  }
  const std::size_t threads = reading_threads(job.read);
  const auto score = [&](std::size_t part) {
    write_checked(scoring.folder.result_of(part),
                  scoring.parts.score(part, shared(job.memory, threads), scoring.folder.path()));
    return true;
  };
  do_all(missing, threads, control.control, "parts", score, [](std::size_t, bool) {});
  return report;
}

// ---- merge ----

struct MergedPanel::Inside {
  Inside(const PanelJob& job, const std::filesystem::path& path, const StageControl& control)
      : scoring(job, path, control), with_rows(scoring.share({1, 1})) {
    const auto missing = [&] {
      std::error_code none;
      return static_cast<std::size_t>(std::count_if(with_rows.begin(), with_rows.end(), [&](std::size_t part) {
        return !std::filesystem::exists(scoring.folder.result_of(part), none);
      }));
    };
    wait_for(missing, "parts", control);
    PartSums sums;
    for (const auto& part : open_parts()) add(sums, part->sums());
    sums = in_order(std::move(sums));
    files = scoring.parts.settled_files(sums);
    rolled_up = scoring.parts.rolled_up(sums);
    summary = std::move(sums.summary);
  }

  std::vector<std::unique_ptr<PartReader>> open_parts() const {
    std::vector<std::unique_ptr<PartReader>> out;
    for (const std::size_t part : with_rows)
      out.push_back(std::make_unique<PartReader>(open_checked_bytes(scoring.folder.result_of(part))));
    return out;
  }

  FolderParts scoring;
  std::vector<std::size_t> with_rows;
  std::vector<FileReport> files = {};
  std::vector<ActorRollUp> rolled_up = {};
  PanelSummary summary = {};
};

MergedPanel::MergedPanel(const PanelJob& job, const std::filesystem::path& folder, const StageControl& control)
    : inside_(std::make_unique<Inside>(job, folder, control)) {}
MergedPanel::MergedPanel(MergedPanel&&) noexcept = default;
MergedPanel::~MergedPanel() = default;

const std::vector<FileReport>& MergedPanel::files() const noexcept { return inside_->files; }
const PanelRequest& MergedPanel::request() const noexcept { return inside_->scoring.parts.request(); }
const PanelSummary& MergedPanel::summary() const noexcept { return inside_->summary; }
const std::vector<ActorRollUp>& MergedPanel::rolled_up() const noexcept { return inside_->rolled_up; }

void MergedPanel::write_rejects() const {
  detail::write_rejects(inside_->scoring.parts.findings(), inside_->scoring.work.job().read);
}

void MergedPanel::write(const std::function<void(std::string_view)>& write) const {
  std::vector<std::unique_ptr<TextReader>> parts;
  for (auto& part : inside_->open_parts()) parts.push_back(std::move(part));
  write_texts(parts, write);
}

}  // namespace detente
