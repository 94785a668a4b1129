#include "detente/distributed/panel_stages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "detente/ground/error.hpp"
#include "distributed/checked_bytes.hpp"
#include "distributed/folder_parts.hpp"
#include "distributed/merged_texts.hpp"
#include "distributed/shares.hpp"
#include "ground/in_order.hpp"
#include "readers/read_blocks.hpp"

namespace detente {
using namespace detail;
namespace {

void check(ProcessShare share) {
  if (share.of == 0 || share.number == 0 || share.number > share.of)
    throw_invalid("share", fmt::format("{}/{}", share.number, share.of), "is one of 1/n to n/n");
}

/// Does the things on several threads, and says how many are done. Each is on the disk when it is done.
template <class Work>
void do_all(const std::vector<std::size_t>& things, std::size_t threads, const WorkControl& control,
            std::string_view what, const Work& work) {
  std::size_t next = 0, done = 0;
  const auto take = [&] { return next < things.size() ? std::optional(things[next++]) : std::nullopt; };
  const auto one = [&](std::size_t thing) {
    control.without_progress().at({done, things.size(), what});
    work(thing);
    return thing;
  };
  work_in_order(threads, take, one, [&](std::size_t) { control.at({++done, things.size(), what}); });
}

std::vector<std::uint64_t> sizes_of(const InputPlan& plan) {
  std::vector<std::uint64_t> out;
  for (const InputTask& task : plan.tasks) out.push_back(task.bytes);
  return out;
}

std::size_t threads_of(const PanelJob& job, const PanelRequest& request) {
  return request.threads > 0 ? request.threads : reading_threads(job.read);
}

/// What each of several threads may take.
std::optional<std::uint64_t> shared(std::optional<std::uint64_t> memory, std::size_t threads) {
  return memory ? std::optional(*memory / threads) : std::nullopt;
}

}  // namespace

StageReport map_panel(const PanelJob& job, const std::filesystem::path& path, ProcessShare share,
                      const StageControl& control) {
  check(share);
  const PanelWork work(job);
  WorkFolder folder(path, work);
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
  const std::size_t inside = std::max<std::size_t>(1, threads / std::max<std::size_t>(1, missing.size()));
  do_all(missing, threads, control.control, "tasks", [&](std::size_t task) {
    folder.begin_task(task);
    folder.put_task(task, work.map(task, inside));
  });
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
  const std::size_t threads = threads_of(job, scoring.parts.request());
  do_all(missing, threads, control.control, "parts", [&](std::size_t part) {
    write_checked(scoring.folder.result_of(part),
                  scoring.parts.score(part, shared(job.memory, threads), scoring.folder.path()));
  });
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
  merge_texts(inside_->open_parts(), [&](PairText&& pair) { write(pair.text); });
}

}  // namespace detente
