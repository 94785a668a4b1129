#include "distributed/mpi/rank_panel.hpp"

#include <algorithm>
#include <numeric>

#include "distributed/checked_bytes.hpp"
#include "distributed/shares.hpp"
#include "distributed/stage_work.hpp"
#include "readers/read_blocks.hpp"

namespace detente::detail {

// ---- what all ranks know ----

std::vector<PhaseTime> RankClock::over(const Ranks& ranks) const {
  std::vector<PhaseTime> out;
  for (const auto& [phase, seconds] : phases_) {
    const std::vector<double> all = ranks.of_all(seconds);
    out.push_back({phase, *std::min_element(all.begin(), all.end()),
                   std::accumulate(all.begin(), all.end(), 0.0) / static_cast<double>(all.size()),
                   *std::max_element(all.begin(), all.end())});
  }
  return out;
}

/// Each rank looks at every n-th file.
std::vector<SeenFile> RankPanel::look_at_files(std::span<const std::filesystem::path> paths,
                                               const ReadOptions& options) {
  const auto own = [&] {
    std::vector<std::filesystem::path> mine;
    for (std::size_t file = ranks_.rank(); file < paths.size(); file += ranks_.size()) mine.push_back(paths[file]);
    clock_.begin();
    std::string bytes;
    for (const SeenFile& seen : look_at_all(mine, options)) put_seen(bytes, seen);
    clock_.end("look");
    return bytes;
  };
  const std::vector<std::string> all = ranks_.gathered_by(own);
  std::vector<ByteReader> readers(all.begin(), all.end());
  std::vector<SeenFile> out;
  for (std::size_t file = 0; file < paths.size(); ++file) out.push_back(take_seen(readers[file % ranks_.size()]));
  return out;
}

StageReport RankPanel::over_all(const RankDone& own) const {
  std::string bytes;
  put_number(bytes, own.interrupted.size());
  for (const std::string& place : own.interrupted) put_text(bytes, place);
  StageReport out;
  for (const std::string& one : ranks_.gathered(bytes)) {
    ByteReader from(one);
    for (std::size_t n = from.count(); n > 0; --n) out.interrupted.emplace_back(from.text());
  }
  const std::vector<std::uint64_t> sums = ranks_.summed({own.all, own.before});
  out.all = sums[0];
  out.before = sums[1];
  return out;
}

std::vector<std::vector<SliceFindings>> RankPanel::findings_of_all(const OwnFindings& own) const {
  std::string bytes;
  for (const auto& [task, found] : own) {
    put_number(bytes, task);
    put_number(bytes, found.size());
    for (const SliceFindings& slice : found) put_findings(bytes, slice);
  }
  std::vector<std::vector<SliceFindings>> out(work_->plan().tasks.size());
  for (const std::string& one : ranks_.gathered(bytes)) {
    ByteReader from(one);
    while (!from.empty()) {
      std::vector<SliceFindings>& found = out[from.number()];
      for (std::size_t n = from.count(); n > 0; --n) found.push_back(take_findings(from));
    }
  }
  return out;
}

// ---- the phases ----

RankPanel::RankPanel(const PanelJob& job, MPI_Comm comm, const MpiPanelOptions& options)
    : job_(&job), options_(options), ranks_(comm), threads_(reading_threads(job.read)) {
  if (!options_.work.empty())
    folder_ = ranks_.together([&] { return std::make_unique<WorkFolder>(options_.work, *job_); });
  work_ = ranks_.together([&] {
    return std::make_unique<PanelWork>(*job_, [&](auto paths, const auto& how) { return look_at_files(paths, how); });
  });
  read_tasks();
  clock_.begin();
  share_rows();
  clock_.end("exchange");
  parts_ = ranks_.together([&] {
    return std::make_unique<PanelParts>(*work_, findings_, rows(), [&](auto as_of) { return totals(as_of); });
  });
  score_parts();
  sum_up();
}

/// Rows on their way and results have a quarter each; the other half is for the rows of parts.
std::optional<std::uint64_t> RankPanel::quarter() const {
  return job_->memory ? std::optional(*job_->memory / 4) : std::nullopt;
}
const ExchangedRows& RankPanel::rows() const {
  return folder_rows_ ? static_cast<const ExchangedRows&>(*folder_rows_) : *spooled_;
}

// ---- reading ----

void RankPanel::read_tasks() {
  spooled_ = std::make_unique<SpooledRows>(quarter());
  RankDone done;
  const OwnFindings own = ranks_.together([&] {
    clock_.begin();
    OwnFindings found = read_own(done);
    clock_.end("read");
    return found;
  });
  read = over_all(done);
  ranks_.meet();
  if (folder_) {
    folder_rows_ = ranks_.together([&] { return std::make_unique<FolderRows>(*folder_, work_->plan().tasks.size()); });
    findings_ = folder_rows_->findings();
  } else {
    findings_ = findings_of_all(own);
  }
}

RankPanel::OwnFindings RankPanel::read_own(RankDone& done) {
  std::vector<std::size_t> tasks = share_of(sizes_of(work_->plan()), ranks_.rank(), ranks_.size());
  done.all = tasks.size();
  if (folder_) std::erase_if(tasks, [&](std::size_t task) { return folder_->has_task(task); });
  done.before = done.all - tasks.size();
  for (const std::size_t task : tasks)
    if (folder_ && folder_->was_begun(task))
      done.interrupted.push_back(to_text(work_->plan(), work_->plan().tasks[task]));
  OwnFindings own;
  const auto map = [&](std::size_t task) {
    if (folder_) folder_->begin_task(task);
    return work_->map(task, threads_inside(threads_, tasks.size()));
  };
  do_all(tasks, threads_, options_.control, "tasks", map, [&](std::size_t task, MappedTask&& mapped) {
    if (folder_) return folder_->put_task(task, mapped);
    for (std::size_t part = 0; part < panel_parts; ++part)
      if (!mapped.rows[part].empty()) spooled_->put(part, task, std::move(mapped.rows[part]));
    own.emplace_back(task, std::move(mapped.found));
  });
  return own;
}

// ---- exchange ----

void RankPanel::share_rows() {
  std::vector<std::uint64_t> sizes = folder_rows_ ? folder_rows_->sizes() : ranks_.summed(spooled_->sizes());
  for (std::size_t part = 0; part < panel_parts; ++part) sizes[part] += work_->whole_rows(part).size();
  const std::vector<std::size_t> owners = shared_out(sizes, ranks_.size());
  own_parts_ = share_of(sizes, ranks_.rank(), ranks_.size());
  std::erase_if(own_parts_, [&](std::size_t part) { return sizes[part] == 0; });
  with_rows_.clear();
  for (std::size_t part = 0; part < panel_parts; ++part)
    if (sizes[part] > 0) with_rows_.push_back(part);
  if (!folder_rows_) exchange_rows(ranks_, *spooled_, owners);
}

DayCounts RankPanel::totals(std::optional<Day> as_of) const {
  const auto own = [&] {
    DayCounts counts;
    for (const std::size_t part : own_parts_)
      for (const auto& [day, events] : home_totals(part, rows(), as_of)) counts[day] += events;
    return bytes_of(counts);
  };
  DayCounts out;
  for (const std::string& one : ranks_.gathered_by(own))
    for (const auto& [day, events] : day_counts_of(one)) out[day] += events;
  return out;
}

// ---- scoring ----

void RankPanel::score_parts() {
  RankDone done;
  results_ = std::make_unique<Spool>(quarter());
  own_sums_ = ranks_.together([&] {
    clock_.begin();
    PartSums sums = score_own(done);
    clock_.end("score");
    return sums;
  });
  scored = over_all(done);
  ranks_.meet();
}

PartSums RankPanel::score_own(RankDone& done) {
  std::vector<std::size_t> missing = own_parts_;
  done.all = own_parts_.size();
  if (folder_) std::erase_if(missing, [&](std::size_t part) { return is_sound(folder_->result_of(part)); });
  done.before = done.all - missing.size();
  PartSums sums;
  const auto score = [&](std::size_t part) {
    return parts_->score(part, shared(job_->memory, threads_), options_.work);
  };
  do_all(missing, threads_, options_.control, "parts", score, [&](std::size_t part, std::string&& result) {
    if (folder_) return write_checked(folder_->result_of(part), result);
    add(sums, PartReader(detente::bytes_of(result)).sums());
    own_results_.push_back(results_->put(std::move(result)));
  });
  if (folder_)
    for (const std::size_t part : own_parts_)
      add(sums, PartReader(open_checked_bytes(folder_->result_of(part))).sums());
  return sums;
}

void RankPanel::sum_up() {
  PartSums sums;
  for (const std::string& one : ranks_.gathered(bytes_of(own_sums_))) add(sums, sums_of(one));
  sums = in_order(std::move(sums));
  phases = clock_.over(ranks_);
  (void)ranks_.together([&] {
    if (!ranks_.is_first()) return false;
    files = parts_->settled_files(sums);
    rolled_up = parts_->rolled_up(sums);
    summary = std::move(sums.summary);
    return true;
  });
}

// ---- output ----

std::vector<std::unique_ptr<TextReader>> RankPanel::own_texts() const {
  std::vector<std::unique_ptr<TextReader>> out;
  if (folder_) {
    if (ranks_.is_first())
      for (const std::size_t part : with_rows_)
        out.push_back(std::make_unique<PartReader>(open_checked_bytes(folder_->result_of(part))));
    return out;
  }
  for (const std::size_t number : own_results_)
    out.push_back(std::make_unique<PartReader>(std::make_unique<SpooledBytes>(*results_, number)));
  return out;
}

}  // namespace detente::detail
