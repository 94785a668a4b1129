#pragma once
/// \file
/// A shared panel on one rank, phase by phase; every phase is one that all ranks go through together.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "detente/distributed/mpi/panel_mpi.hpp"
#include "distributed/mpi/ranks.hpp"
#include "distributed/mpi/row_exchange.hpp"
#include "distributed/panel_parts.hpp"
#include "distributed/part_result.hpp"
#include "distributed/spool.hpp"
#include "distributed/work_folder.hpp"

namespace detente::detail {

/// The seconds of each phase on this rank, without waiting for others.
class RankClock {
 public:
  /// A phase begins.
  void begin() { begin_ = MPI_Wtime(); }
  /// It ends on this rank.
  void end(std::string phase) { phases_.emplace_back(std::move(phase), MPI_Wtime() - begin_); }
  /// To be called by all ranks.
  std::vector<PhaseTime> over(const Ranks& ranks) const;

 private:
  std::vector<std::pair<std::string, double>> phases_;
  double begin_ = 0;
};

/// How many of a rank's things there are, how many were done before, and what was found half done.
struct RankDone {
  std::uint64_t all = 0, before = 0;
  std::vector<std::string> interrupted = {};
};

class RankPanel {
 public:
  RankPanel(const PanelJob& job, MPI_Comm comm, const MpiPanelOptions& options);

  const Ranks& ranks() const noexcept { return ranks_; }
  const PanelParts& parts() const noexcept { return *parts_; }
  const PanelJob& job() const noexcept { return *job_; }

  /// The texts of this rank's parts; with a folder, rank 0 reads those of all.
  std::vector<std::unique_ptr<TextReader>> own_texts() const;

  StageReport read = {}, scored = {};
  std::vector<PhaseTime> phases = {};
  /// On rank 0.
  std::vector<FileReport> files = {};
  std::vector<ActorRollUp> rolled_up = {};
  PanelSummary summary = {};

 private:
  /// What this rank read: the findings of its tasks.
  using OwnFindings = std::vector<std::pair<std::size_t, std::vector<SliceFindings>>>;

  std::optional<std::uint64_t> quarter() const;
  const ExchangedRows& rows() const;
  std::vector<SeenFile> look_at_files(std::span<const std::filesystem::path> paths, const ReadOptions& options);
  void read_tasks();
  OwnFindings read_own(RankDone& done);
  std::vector<std::vector<SliceFindings>> findings_of_all(const OwnFindings& own) const;
  StageReport over_all(const RankDone& own) const;
  void share_rows();
  DayCounts totals(std::optional<Day> as_of) const;
  void score_parts();
  PartSums score_own(RankDone& done);
  void sum_up();

  const PanelJob* job_;
  MpiPanelOptions options_;
  Ranks ranks_;
  std::size_t threads_;
  RankClock clock_;
  std::unique_ptr<WorkFolder> folder_;
  std::unique_ptr<PanelWork> work_;
  std::unique_ptr<SpooledRows> spooled_;
  std::unique_ptr<FolderRows> folder_rows_;
  std::vector<std::vector<SliceFindings>> findings_;  // by task
  std::vector<std::size_t> own_parts_, with_rows_;
  std::unique_ptr<PanelParts> parts_;
  std::unique_ptr<Spool> results_;
  std::vector<std::size_t> own_results_;
  PartSums own_sums_;
};

}  // namespace detente::detail
