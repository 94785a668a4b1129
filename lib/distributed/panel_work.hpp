#pragma once
/// \file
/// The first half of a shared panel, in each process: the plan of the input, what everyone reads, and reading one task
/// of it into rows by part.

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "detente/distributed/panel_job.hpp"
#include "distributed/input_plan.hpp"
#include "distributed/part_router.hpp"
#include "distributed/whole_files.hpp"

#pragma GCC visibility push(default)  // for other libraries of detente
namespace detente::detail {

/// What reading one task gave.
struct MappedTask {
  std::vector<SliceFindings> found;
  /// By part, packed (contracts/packed_rows.hpp); empty where a part needs none.
  std::vector<std::string> rows;
};

/// Looks at the files, as `look_at_all` does, or knows what somebody else saw.
using LookAtFiles =
    std::function<std::vector<SeenFile>(std::span<const std::filesystem::path> paths, const ReadOptions& options)>;

/// Threads: any number may use an object at once.
class PanelWork {
 public:
  /// Looks at all files and reads those that everyone reads. The job must outlive it. Throws as `read_events` does.
  explicit PanelWork(const PanelJob& job, const LookAtFiles& look = look_at_all);
  PanelWork(const PanelWork&) = delete;
  PanelWork& operator=(const PanelWork&) = delete;

  const PanelJob& job() const noexcept { return *job_; }
  const InputPlan& plan() const noexcept { return plan_; }
  const ActorTable& actors() const noexcept { return actors_; }
  const SlicesRead& whole() const noexcept { return whole_; }
  /// The places in `whole().log` of the rows that a part needs.
  const std::vector<std::uint32_t>& whole_rows(std::size_t part) const { return whole_rows_[part]; }

  /// Reads a task by so many threads.
  MappedTask map(std::size_t task, std::size_t threads) const;

 private:
  const PanelJob* job_;
  ReadOptions options_;
  InputPlan plan_;
  ActorTable actors_;
  SlicesRead whole_;
  std::unique_ptr<PartRouter> router_;
  std::vector<std::vector<std::uint32_t>> whole_rows_;
};

/// The findings of all slices in the order of the files: those of the whole files, and of each task.
std::vector<SliceFindings> in_order_of_files(const SlicesRead& whole,
                                             const std::vector<std::vector<SliceFindings>>& by_task);

}  // namespace detente::detail
#pragma GCC visibility pop
