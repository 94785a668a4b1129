#include "detente/distributed/mpi/panel_mpi.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "distributed/checked_bytes.hpp"
#include "distributed/merged_texts.hpp"
#include "distributed/mpi/ranks.hpp"
#include "distributed/mpi/row_exchange.hpp"
#include "distributed/mpi/text_exchange.hpp"
#include "distributed/panel_parts.hpp"
#include "distributed/shares.hpp"
#include "distributed/stage_work.hpp"
#include "distributed/work_folder.hpp"
#include "readers/read_blocks.hpp"

namespace detente {
using namespace detail;
namespace {

/// The seconds of each phase on this rank.
class Clock {
 public:
  /// The time since the last call, or since the clock was made, was that of this phase.
  void end(std::string phase) {
    const double now = MPI_Wtime();
    phases_.emplace_back(std::move(phase), now - last_);
    last_ = now;
  }
  std::vector<PhaseTime> over(const Ranks& ranks) const {
    std::vector<PhaseTime> out;
    for (const auto& [phase, seconds] : phases_) {
      const std::vector<double> all = ranks.of_all(seconds);
      out.push_back({phase, *std::min_element(all.begin(), all.end()),
                     std::accumulate(all.begin(), all.end(), 0.0) / static_cast<double>(all.size()),
                     *std::max_element(all.begin(), all.end())});
    }
    return out;
  }

 private:
  std::vector<std::pair<std::string, double>> phases_;
  double last_ = MPI_Wtime();
};

/// Each rank looks at every n-th file.
std::vector<SeenFile> looked_at_by_all(const Ranks& ranks, std::span<const std::filesystem::path> paths,
                                       const ReadOptions& options) {
  const auto own = [&] {
    std::vector<std::filesystem::path> mine;
    for (std::size_t file = ranks.rank(); file < paths.size(); file += ranks.size()) mine.push_back(paths[file]);
    std::string bytes;
    for (const SeenFile& seen : look_at_all(mine, options)) put_seen(bytes, seen);
    return bytes;
  };
  const std::vector<std::string> all = ranks.gathered_by(own);
  std::vector<ByteReader> readers(all.begin(), all.end());
  std::vector<SeenFile> out;
  for (std::size_t file = 0; file < paths.size(); ++file) out.push_back(take_seen(readers[file % ranks.size()]));
  return out;
}

/// How many of a rank's things were done, and what was found half done.
struct Done {
  std::uint64_t all = 0, before = 0;
  std::vector<std::string> interrupted = {};
};

StageReport over_all(const Ranks& ranks, const Done& own) {
  std::string bytes;
  put_number(bytes, own.interrupted.size());
  for (const std::string& place : own.interrupted) put_text(bytes, place);
  StageReport out;
  for (const std::string& one : ranks.gathered(bytes)) {
    ByteReader from(one);
    for (std::size_t n = from.count(); n > 0; --n) out.interrupted.emplace_back(from.text());
  }
  const std::vector<std::uint64_t> sums = ranks.summed({own.all, own.before});
  out.all = sums[0];
  out.before = sums[1];
  return out;
}

/// What one rank read: the findings of its tasks.
using OwnFindings = std::vector<std::pair<std::size_t, std::vector<SliceFindings>>>;

std::vector<std::vector<SliceFindings>> findings_of_all(const Ranks& ranks, const OwnFindings& own, std::size_t tasks) {
  std::string bytes;
  for (const auto& [task, found] : own) {
    put_number(bytes, task);
    put_number(bytes, found.size());
    for (const SliceFindings& slice : found) put_findings(bytes, slice);
  }
  std::vector<std::vector<SliceFindings>> out(tasks);
  for (const std::string& one : ranks.gathered(bytes)) {
    ByteReader from(one);
    while (!from.empty()) {
      std::vector<SliceFindings>& found = out[from.number()];
      for (std::size_t n = from.count(); n > 0; --n) found.push_back(take_findings(from));
    }
  }
  return out;
}

}  // namespace

struct MpiPanel::Inside {
  Inside(const PanelJob& panel, MPI_Comm comm, const MpiPanelOptions& how)
      : job(&panel), options(how), ranks(comm), threads(reading_threads(panel.read)) {
    clock.end("start");
    if (!options.work.empty())
      folder = ranks.together([&] { return std::make_shared<WorkFolder>(options.work, *job); });
    work = ranks.together([&] {
      return std::make_unique<PanelWork>(
          *job, [&](auto paths, const auto& read) { return looked_at_by_all(ranks, paths, read); });
    });
    clock.end("look");
    read_tasks();
    clock.end("read");
    share_rows();
    clock.end("exchange");
    parts = ranks.together([&] {
      return std::make_unique<PanelParts>(*work, findings, rows(), [&](auto as_of) { return totals(as_of); });
    });
    score_parts();
    clock.end("score");
    sum_up();
  }

  std::optional<std::uint64_t> half() const { return job->memory ? std::optional(*job->memory / 2) : std::nullopt; }
  const ExchangedRows& rows() const { return folder_rows ? static_cast<const ExchangedRows&>(*folder_rows) : *spooled; }

  // ---- reading ----

  void read_tasks() {
    spooled.emplace(half());
    Done done;
    const OwnFindings own = ranks.together([&] { return read_own(done); });
    read = over_all(ranks, done);
    ranks.meet();
    if (folder) {
      folder_rows = ranks.together([&] { return std::make_unique<FolderRows>(*folder, work->plan().tasks.size()); });
      findings = folder_rows->findings();
    } else {
      findings = findings_of_all(ranks, own, work->plan().tasks.size());
    }
  }

  OwnFindings read_own(Done& done) {
    std::vector<std::size_t> tasks = share_of(sizes_of(work->plan()), ranks.rank(), ranks.size());
    done.all = tasks.size();
    if (folder) std::erase_if(tasks, [&](std::size_t task) { return folder->has_task(task); });
    done.before = done.all - tasks.size();
    for (const std::size_t task : tasks)
      if (folder && folder->was_begun(task))
        done.interrupted.push_back(to_text(work->plan(), work->plan().tasks[task]));
    OwnFindings own;
    const auto map = [&](std::size_t task) {
      if (folder) folder->begin_task(task);
      return work->map(task, threads_inside(threads, tasks.size()));
    };
    do_all(tasks, threads, options.control, "tasks", map, [&](std::size_t task, MappedTask&& mapped) {
      if (folder) return folder->put_task(task, mapped);
      for (std::size_t part = 0; part < panel_parts; ++part)
        if (!mapped.rows[part].empty()) spooled->put(part, task, std::move(mapped.rows[part]));
      own.emplace_back(task, std::move(mapped.found));
    });
    return own;
  }

  // ---- exchange ----

  void share_rows() {
    std::vector<std::uint64_t> sizes = folder_rows ? folder_rows->sizes() : ranks.summed(spooled->sizes());
    for (std::size_t part = 0; part < panel_parts; ++part) sizes[part] += work->whole_rows(part).size();
    const std::vector<std::size_t> owners = shared_out(sizes, ranks.size());
    own_parts = share_of(sizes, ranks.rank(), ranks.size());
    std::erase_if(own_parts, [&](std::size_t part) { return sizes[part] == 0; });
    with_rows.clear();
    for (std::size_t part = 0; part < panel_parts; ++part)
      if (sizes[part] > 0) with_rows.push_back(part);
    if (!folder_rows) exchange_rows(ranks, *spooled, owners);
  }

  DayCounts totals(std::optional<Day> as_of) const {
    const auto own = [&] {
      DayCounts counts;
      for (const std::size_t part : own_parts)
        for (const auto& [day, events] : home_totals(part, rows(), as_of)) counts[day] += events;
      return bytes_of(counts);
    };
    DayCounts out;
    for (const std::string& one : ranks.gathered_by(own))
      for (const auto& [day, events] : day_counts_of(one)) out[day] += events;
    return out;
  }

  // ---- scoring ----

  void score_parts() {
    Done done;
    results = std::make_unique<Spool>(half());
    own_sums = ranks.together([&] { return score_own(done); });
    scored = over_all(ranks, done);
    ranks.meet();
  }

  PartSums score_own(Done& done) {
    std::vector<std::size_t> missing = own_parts;
    done.all = own_parts.size();
    if (folder) std::erase_if(missing, [&](std::size_t part) { return is_sound(folder->result_of(part)); });
    done.before = done.all - missing.size();
    PartSums sums;
    const auto score = [&](std::size_t part) { return parts->score(part, shared(job->memory, threads), options.work); };
    do_all(missing, threads, options.control, "parts", score, [&](std::size_t part, std::string&& result) {
      if (folder) return write_checked(folder->result_of(part), result);
      add(sums, PartReader(bytes_of(result)).sums());
      own_results.push_back(results->put(std::move(result)));
    });
    if (folder)
      for (const std::size_t part : own_parts)
        add(sums, PartReader(open_checked_bytes(folder->result_of(part))).sums());
    return sums;
  }

  void sum_up() {
    PartSums sums;
    for (const std::string& one : ranks.gathered(bytes_of(own_sums))) add(sums, sums_of(one));
    sums = in_order(std::move(sums));
    phases = clock.over(ranks);
    (void)ranks.together([&] {
      if (!ranks.is_first()) return false;
      files = parts->settled_files(sums);
      rolled_up = parts->rolled_up(sums);
      summary = std::move(sums.summary);
      return true;
    });
  }

  // ---- output ----

  /// The texts of this rank's parts; with a folder, rank 0 reads those of all.
  std::vector<std::unique_ptr<TextReader>> own_texts() const {
    std::vector<std::unique_ptr<TextReader>> out;
    if (folder) {
      if (ranks.is_first())
        for (const std::size_t part : with_rows)
          out.push_back(std::make_unique<PartReader>(open_checked_bytes(folder->result_of(part))));
      return out;
    }
    for (const std::size_t number : own_results)
      out.push_back(std::make_unique<PartReader>(std::make_unique<SpooledBytes>(*results, number)));
    return out;
  }

  /// Those of other ranks as well, on rank 0.
  std::vector<std::unique_ptr<TextReader>> all_texts() {
    for (std::size_t from = 1; from < ranks.size(); ++from)
      remote.push_back(std::make_unique<TextReader>(std::make_unique<RemoteTexts>(ranks, from)));
    let_go = true;
    std::vector<std::unique_ptr<TextReader>> out = own_texts();
    for (auto& texts : remote) out.push_back(std::move(texts));
    return out;
  }

  const PanelJob* job;
  MpiPanelOptions options;
  Ranks ranks;
  std::size_t threads;
  Clock clock = {};
  std::shared_ptr<WorkFolder> folder = {};
  std::unique_ptr<PanelWork> work = {};
  std::optional<SpooledRows> spooled = {};
  std::unique_ptr<FolderRows> folder_rows = {};
  std::vector<std::vector<SliceFindings>> findings = {};
  std::vector<std::size_t> own_parts = {}, with_rows = {};
  std::unique_ptr<PanelParts> parts = {};
  std::unique_ptr<Spool> results = {};
  std::vector<std::size_t> own_results = {};
  PartSums own_sums = {};
  StageReport read = {}, scored = {};
  std::vector<std::unique_ptr<TextReader>> remote = {};
  bool let_go = false;  ///< whether rank 0 deals with the others' texts
  std::vector<FileReport> files = {};
  std::vector<ActorRollUp> rolled_up = {};
  PanelSummary summary = {};
  std::vector<PhaseTime> phases = {};
};

MpiPanel::MpiPanel(const PanelJob& job, MPI_Comm ranks, const MpiPanelOptions& options)
    : inside_(std::make_unique<Inside>(job, ranks, options)) {}

MpiPanel::~MpiPanel() {
  Inside& in = *inside_;
  if (!in.ranks.is_first() || in.let_go) return;
  for (std::size_t from = 1; from < in.ranks.size(); ++from) RemoteTexts(in.ranks, from);
}

bool MpiPanel::is_first() const noexcept { return inside_->ranks.is_first(); }
const std::vector<FileReport>& MpiPanel::files() const noexcept { return inside_->files; }
const PanelRequest& MpiPanel::request() const noexcept { return inside_->parts->request(); }
const PanelSummary& MpiPanel::summary() const noexcept { return inside_->summary; }
const std::vector<ActorRollUp>& MpiPanel::rolled_up() const noexcept { return inside_->rolled_up; }
const std::vector<PhaseTime>& MpiPanel::phases() const noexcept { return inside_->phases; }
const StageReport& MpiPanel::read() const noexcept { return inside_->read; }
const StageReport& MpiPanel::scored() const noexcept { return inside_->scored; }

void MpiPanel::write_rejects() const { detail::write_rejects(inside_->parts->findings(), inside_->job->read); }

void MpiPanel::write(const std::function<void(std::string_view)>& write) {
  Inside& in = *inside_;
  if (!in.ranks.is_first()) return send_texts(in.ranks, in.own_texts());
  const double begin = MPI_Wtime();
  merge_texts(in.all_texts(), [&](PairText&& pair) { write(pair.text); });
  const double seconds = MPI_Wtime() - begin;
  in.phases.push_back({"write", seconds, seconds, seconds});
}

}  // namespace detente
