#pragma once
/// \file
/// The second half of a shared panel, in each process, when all of the input has been read by somebody: the reports of
/// the files, from which follows how pairs are scored, and scoring one part after the other.

#include <functional>
#include <string>
#include <vector>

#include "detente/contracts/actor_roll_ups.hpp"
#include "distributed/panel_work.hpp"
#include "distributed/part_log.hpp"
#include "distributed/part_result.hpp"

#pragma GCC visibility push(default)  // for other libraries of detente
namespace detente::detail {

/// Events by day of all exchanged rows at home, as known on a day; every process is asked for the same days.
using CountExchanged = std::function<DayCounts(std::optional<Day> as_of)>;

/// Threads: any number may use an object at once.
class PanelParts {
 public:
  /// By the findings of each task. Work and rows must outlive it. Throws as `read_events` does for files without rows
  /// and for too many rejected rows, which are written then.
  PanelParts(const PanelWork& work, const std::vector<std::vector<SliceFindings>>& by_task, const ExchangedRows& rows,
             const CountExchanged& count);

  /// In the order of the files.
  const std::vector<SliceFindings>& findings() const noexcept { return findings_; }
  const std::vector<FileReport>& files() const noexcept { return files_; }
  const PanelRequest& request() const noexcept { return request_; }

  /// The result of a part, as bytes. Rows past `memory` go to temporary files in `folder`.
  std::string score(std::size_t part, std::optional<std::uint64_t> memory, const std::filesystem::path& folder) const;

  /// The reports with what settling found of all rows.
  std::vector<FileReport> settled_files(const PartSums& sums) const;
  /// Which actors were rolled up by rule.
  std::vector<ActorRollUp> rolled_up(const PartSums& sums) const;

 private:
  void hold_max_rejects() const;

  const PanelWork* work_;
  const ExchangedRows* rows_;
  std::vector<std::vector<SliceFindings>> by_task_;
  std::vector<SliceFindings> findings_;
  std::vector<FileReport> files_;
  PanelRequest request_;
  std::optional<Exposure> totals_;  // if the rules divide by them
};

}  // namespace detente::detail
#pragma GCC visibility pop
