#include "distributed/panel_parts.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "detente/ground/error.hpp"
#include "detente/readers/read_events.hpp"
#include "readers/read_blocks.hpp"

namespace detente::detail {
namespace {

/// Memory for as many parts as are scored at once is the caller's; here each takes at most half of its share for rows.
std::optional<std::uint64_t> for_rows(std::optional<std::uint64_t> memory) {
  return memory ? std::optional(*memory / 2) : std::nullopt;
}

TotalsOfAll totals_by(const PanelWork& work, const CountExchanged& count) {
  return [&work, &count](std::optional<Day> as_of) {
    DayCounts days = count(as_of);
    for (const auto& [day, events] : whole_totals(work, as_of)) days[day] += events;
    return Exposure(std::vector<std::pair<Day, double>>(days.begin(), days.end()));
  };
}

/// The file that a task's row came from.
const SliceFindings& source_of(const std::vector<SliceFindings>& found, std::uint32_t number) {
  const auto after =
      std::upper_bound(found.begin(), found.end(), number,
                       [](std::uint32_t n, const SliceFindings& slice) { return n < slice.report.first_number; });
  return *(after - 1);
}

/// By which of the paths, and which file within an archive.
using ReportsByPlace = std::map<std::pair<std::size_t, std::size_t>, FileReport*>;

ReportsByPlace reports_by_place(std::vector<FileReport>& files, const std::vector<SliceFindings>& findings) {
  ReportsByPlace out;
  std::size_t next = 0;
  for (const SliceFindings& slice : findings) {
    const auto [at, is_new] = out.try_emplace({slice.file, slice.member}, nullptr);
    if (is_new) at->second = &files[next++];
  }
  return out;
}

/// Counts what settling finds of the rows that everyone read, whose log numbers them by itself.
void settle_whole(const SlicesRead& whole, const ReportsByPlace& by_place) {
  if (whole.log.empty()) return;
  EventLog log = whole.log;
  std::vector<FileReport> files;
  for (const SliceFindings& slice : whole.found) {
    files.push_back(*by_place.at({slice.file, slice.member}));
    files.back().first_number = slice.report.first_number;
  }
  settle_files(files, log, [&] { return log.arrange(); });
  for (std::size_t i = 0; i < files.size(); ++i) {
    FileReport& report = *by_place.at({whole.found[i].file, whole.found[i].member});
    files[i].first_number = report.first_number;
    report = std::move(files[i]);
  }
}

}  // namespace

PanelParts::PanelParts(const PanelWork& work, const std::vector<std::vector<SliceFindings>>& by_task,
                       const ExchangedRows& rows, const CountExchanged& count)
    : work_(&work),
      rows_(&rows),
      by_task_(by_task),
      findings_(in_order_of_files(work.whole(), by_task)),
      files_(reports_of(findings_)),
      request_([&] {
        hold_max_rejects();
        return work.job().request(files_, totals_by(work, count));
      }()) {
  if (request_.scoring.rules.volume == Volume::log) totals_ = totals_by(work, count)(request_.as_of);
  request_.threads = 1;
  request_.control = request_.control.without_progress();
}

void PanelParts::hold_max_rejects() const {
  try {
    refuse_too_many_rejects(files_, work_->job().read);
  } catch (const InputError&) {
    write_rejects(findings_, work_->job().read);
    throw;
  }
}

std::string PanelParts::score(std::size_t part, std::optional<std::uint64_t> memory,
                              const std::filesystem::path& folder) const {
  PartLog log = part_log(part, *work_, *rows_, for_rows(memory), folder);
  log.pairs.keep_part([&](const Dyad& pair) { return part_of(pair) == part; }, totals_);
  PartResult result;
  PartSums sums{{}, std::move(log.home)};
  sums.summary =
      panel(log.pairs, request_, [&](IndexSeries&& series) { result.add(series, work_->job().form(series)); });
  return result.bytes(sums);
}

std::vector<FileReport> PanelParts::settled_files(const PartSums& sums) const {
  std::vector<FileReport> files = files_;
  const ReportsByPlace by_place = reports_by_place(files, findings_);
  settle_whole(work_->whole(), by_place);
  const auto set_aside = [&](const std::vector<TaskRow>& rows, const char* reason) {
    for (const TaskRow& row : rows) {
      const SliceFindings& slice = source_of(by_task_[row.task], row.number);
      FileReport& file = *by_place.at({slice.file, slice.member});
      --file.kept;
      ++file.set_aside[reason];
    }
  };
  set_aside(sums.home.redelivered, "redelivery");
  set_aside(sums.home.conflicting, "conflicting version");
  return files;
}

std::vector<ActorRollUp> PanelParts::rolled_up(const PartSums& sums) const {
  if (work_->actors().rule() == RollUp::none) return {};
  EventLog whole = work_->whole().log;
  (void)whole.arrange();
  std::map<std::string, std::size_t> events = sums.home.by_actor;
  for (const EventRow& row : whole.rows())
    for (const SymbolId actor : {whole.dyads()[row.dyad].source, whole.dyads()[row.dyad].target})
      ++events[whole.actors()[actor]];
  return roll_ups_by_rule(events, work_->actors());
}

}  // namespace detente::detail
