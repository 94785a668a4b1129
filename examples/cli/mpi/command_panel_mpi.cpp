#include "mpi/command_panel_mpi.hpp"

#include <fmt/format.h>

#include <memory>

#include "console.hpp"
#include "detente/distributed/mpi/panel_mpi.hpp"
#include "panel_options.hpp"
#include "panel_output.hpp"
#include "panel_parts.hpp"
#include "progress.hpp"
#include "request.hpp"
#include "stopping.hpp"
#include "usage_error.hpp"

namespace detente::cli {
namespace {

/// On a terminal, how far rank 0 is: first its tasks, then its parts.
class RankProgress {
 public:
  WorkControl control() {
    return {stopping(), [this](const WorkDone& work) {
              (work.what == "tasks" ? reading_ : scoring_).at(work.done, work.of.value_or(0));
            }};
  }
  void end() {
    reading_.end();
    scoring_.end();
  }

 private:
  Progress reading_{"reading", "tasks of rank 0"}, scoring_{"scoring", "parts of rank 0"};
};

struct PanelMpiCommand {
  PanelOptions options;
  PartOptions parts;
  bool phases = false;

  void run() {
    const Form form = checked_form(options);
    if (options.input.files.empty()) throw UsageError("no FILE is named: which events?");
    if (!options.input.threads) options.input.threads = 1;
    const PanelText text = panel_text_in(form);
    const PanelJob job = job_of(options, parts.words, text);
    RankProgress progress;
    MpiPanel made(job, MPI_COMM_WORLD, {parts.work, progress.control()});
    progress.end();
    if (!made.is_first()) return made.write({});
    if (!parts.work.empty()) say_done_before(made);
    made.write_rejects();
    say_of_files(made.files(), made.rolled_up(), made.request(), options);
    require_pairs(made.summary());
    deliver_panel(text, made.request(), options.output, [&](const auto& take) {
      made.write(take);
      return made.summary();
    });
    if (phases) say_phases(made.phases());
  }

 private:
  static void say_done_before(const MpiPanel& made) {
    for (const std::string& place : made.read().interrupted)
      say(fmt::format("note: an earlier run was ended while it read {}; it was read again", place));
    if (made.read().before + made.scored().before > 0)
      say(fmt::format("of {} tasks {} had been read before, and of {} parts {} scored", made.read().all,
                      made.read().before, made.scored().all, made.scored().before));
  }

  static void say_phases(const std::vector<PhaseTime>& phases) {
    say(fmt::format("{:<10}{:>10}{:>10}{:>10}{:>8}", "phase", "least s", "mean s", "most s", "skew"));
    for (const PhaseTime& phase : phases)
      say(fmt::format("{:<10}{:>10.3f}{:>10.3f}{:>10.3f}{:>8.2f}", phase.phase, phase.least, phase.mean, phase.most,
                      phase.mean > 0 ? phase.most / phase.mean : 1));
  }
};

constexpr const char* panel_description =
    "How tense is every relation? What detente panel prints, byte for byte, made by all ranks together: each reads "
    "its\n"
    "share of the files, rows go to the ranks that score their pairs, and rank 0 writes.";

constexpr const char* panel_footer = R"(
Machine-coded files are shared out, large ones without quotes in pieces; chronologies and data sets of deadly events are
read whole by every rank, because their events may move from pair to pair. A rank uses one thread, unless --threads says
more; --memory is for each rank.

Examples:
  mpirun -n 8 detente-mpi panel gdelt/*.zip --to-file panel.csv
  mpirun -n 8 detente-mpi panel gdelt/*.zip --work /scratch/panel --to-file panel.csv
      what is done is kept: after a rank was killed, the same again, with any number of ranks, does the rest
  srun -n 256 detente-mpi panel gdelt/*.zip --memory 2G --phases --to-file panel.csv
      how long ranks read, exchanged and scored, and how unevenly)";

}  // namespace

void add_panel_mpi(CLI::App& program) {
  CLI::App* app = program.add_subcommand("panel", panel_description)->footer(panel_footer);
  const auto command = std::make_shared<PanelMpiCommand>();
  add_shared_panel_options(*app, command->options);
  add_work(*app, command->parts);
  app->add_flag("--phases", command->phases, "say how long each phase took")->group("Several processes");
  app->callback([command, app] {
    command->parts.words = words_given(*app);
    try {
      command->run();
    } catch (const OtherRankFailed&) {  // which rank 0 says, and answers for
    }
  });
}

}  // namespace detente::cli
