#pragma once
/// \file
/// A shared panel by MPI (distributed/panel_job.hpp says what is shared). All ranks of a communicator make it together:
/// each reads its share of the input, rows go to the ranks that score their parts, and rank 0 writes.
///
/// `examples/cli/mpi/command_panel_mpi.cpp` is a program that does: every rank makes an `MpiPanel`, rank 0 asks it for
/// what is to be said, and all call `write`.
///
/// With a folder that all ranks see (`MpiPanelOptions::work`) nothing is sent but what is small: rows and results are
/// kept there as by panel_stages.hpp, and a run that was ended is gone on with, also by another number of ranks.
/// Without one, rows are sent in rounds of at most 16 MiB a rank.
///
/// An error of one rank ends the work of all: rank 0 throws it, and the others `OtherRankFailed`. Only the calling
/// thread calls MPI (MPI_THREAD_FUNNELED).
///
/// Memory of a rank: its rows packed (24 bytes and a little more each), the rows of one part per thread, and its
/// results as text; the job's limit is for each rank, and past it they go to temporary files.

#include <mpi.h>

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "detente/contracts/actor_roll_ups.hpp"
#include "detente/distributed/panel_job.hpp"
#include "detente/distributed/panel_stages.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Another rank failed; rank 0 throws its error. Threads: any number may use an object at once.
class OtherRankFailed : public std::runtime_error {
 public:
  /// As `std::runtime_error`.
  using std::runtime_error::runtime_error;
};

/// How a panel is made by ranks.
struct MpiPanelOptions {
  /// A folder that all ranks see; empty: nothing is kept.
  std::filesystem::path work = {};
  /// Counts the tasks and parts of this rank.
  WorkControl control = {};
};

/// How long a phase took, over all ranks, in seconds.
struct PhaseTime {
  /// "read", "exchange", "score", …
  std::string phase;
  /// Of the fastest rank.
  double least = 0;
  /// Of all on average.
  double mean = 0;
  /// Of the slowest rank; over the mean it is the skew.
  double most = 0;
};

/// Threads: one at a time may use an object; different objects share nothing.
class MpiPanel {
 public:
  /// Reads, exchanges and scores; to be called by all ranks. Throws as `map_panel` and `score_panel` do, and
  /// `OtherRankFailed`.
  MpiPanel(const PanelJob& job, MPI_Comm ranks, const MpiPanelOptions& options = {});
  MpiPanel(const MpiPanel&) = delete;
  MpiPanel& operator=(const MpiPanel&) = delete;
  /// Lets the other ranks go, if nothing was written.
  ~MpiPanel();

  /// Whether this is rank 0, which alone knows what follows.
  bool is_first() const noexcept;
  /// As in `MergedPanel`.
  const std::vector<FileReport>& files() const noexcept;
  /// As in `MergedPanel`.
  const PanelRequest& request() const noexcept;
  /// As in `MergedPanel`.
  const PanelSummary& summary() const noexcept;
  /// As in `MergedPanel`.
  const std::vector<ActorRollUp>& rolled_up() const noexcept;
  /// How long each phase took.
  const std::vector<PhaseTime>& phases() const noexcept;
  /// What the ranks did together: tasks, and parts; with `work`, also what was done before.
  const StageReport& read() const noexcept;
  /// The same of the parts.
  const StageReport& scored() const noexcept;

  /// Writes the file of rejected rows, if the job names one; on rank 0.
  void write_rejects() const;
  /// Gives the texts of all pairs in the order of their names, on rank 0; the others send theirs. To be called by all
  /// ranks, once.
  void write(const std::function<void(std::string_view)>& write);

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace detente
#pragma GCC visibility pop
