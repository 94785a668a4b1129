#include "distributed/panel_work.hpp"

#include <algorithm>
#include <tuple>

#include "contracts/packed_rows.hpp"
#include "detente/readers/read_events.hpp"
#include "readers/read_blocks.hpp"

namespace detente::detail {
namespace {

ReadOptions brief(ReadOptions options) {
  options.brief = true;
  options.provenance_of = {};
  options.on_growth = {};
  options.progress = {};
  return options;
}

std::vector<SeenFile> looked_at(const PanelJob& job, const ReadOptions& options, const LookAtFiles& look) {
  require_files(job.files);
  check_paths(job.files, options);
  check_reading(options, job.files.size());
  return look(job.files, options);
}

/// Throws for ids that name two events, which is seen before anything is shared out.
void require_settled(SlicesRead read) {
  std::vector<FileReport> files;
  for (const SliceFindings& found : read.found) files.push_back(found.report);
  settle_files(files, read.log, [&] { return read.log.arrange(); });
}

/// The dyads of a log that go to a part, those at home first.
struct Bound {
  std::vector<std::uint32_t> home, guests;
};

std::vector<Bound> bound_for(const EventLog& log, const PartRouter& router) {
  std::vector<Bound> out(panel_parts);
  for (std::uint32_t dyad = 0; dyad < log.dyads().size(); ++dyad) {
    const auto& ids = log.dyads()[dyad];
    const PartRoute route = router.route(log.actors()[ids.source], log.actors()[ids.target]);
    for (const std::size_t part : route.parts) (part == route.home ? out[part].home : out[part].guests).push_back(dyad);
  }
  return out;
}

}  // namespace

PanelWork::PanelWork(const PanelJob& job, const LookAtFiles& look)
    : job_(&job),
      options_(brief(job.read)),
      plan_(plan_input(job.files, looked_at(job, options_, look), options_, job.task_bytes)),
      actors_(job.actors(plan_.files)) {
  if (job.own_scores) options_.own_scores = job.own_scores(plan_.files);
  whole_ = read_whole_files(plan_, options_);
  if (!whole_.log.empty()) require_settled(whole_);
  router_ = std::make_unique<PartRouter>(actors_, whole_.log);
  whole_rows_ = rows_by_part(whole_.log, *router_);
}

MappedTask PanelWork::map(std::size_t task, std::size_t threads) const {
  ReadOptions options = options_;
  options.threads = threads;
  SlicesRead read = read_slices(plan_.paths, plan_.tasks[task].slices, options);
  read.log.group(threads);
  MappedTask out{std::move(read.found), std::vector<std::string>(panel_parts)};
  RowPacker packer(read.log);
  const std::vector<Bound> bound = bound_for(read.log, *router_);
  for (std::size_t part = 0; part < panel_parts; ++part) {
    std::vector<std::uint32_t> dyads = bound[part].home;
    dyads.insert(dyads.end(), bound[part].guests.begin(), bound[part].guests.end());
    if (!dyads.empty()) out.rows[part] = packer.packed(dyads, bound[part].home.size());
  }
  return out;
}

std::vector<SliceFindings> in_order_of_files(const SlicesRead& whole,
                                             const std::vector<std::vector<SliceFindings>>& by_task) {
  std::vector<SliceFindings> out = whole.found;
  for (const auto& found : by_task) out.insert(out.end(), found.begin(), found.end());
  std::stable_sort(out.begin(), out.end(), [](const SliceFindings& a, const SliceFindings& b) {
    return std::tie(a.file, a.member) < std::tie(b.file, b.member);
  });
  return out;
}

}  // namespace detente::detail
