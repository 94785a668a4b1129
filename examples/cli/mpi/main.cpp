/// \file
/// `detente-mpi`: what grows past one machine, by the ranks of MPI. All ranks are given the same words; rank 0 speaks.

#include <mpi.h>

#include "console.hpp"
#include "detente/distributed/mpi/panel_mpi.hpp"
#include "mpi/command_panel_mpi.hpp"
#include "program.hpp"
#include "stopping.hpp"
#include "system.hpp"

namespace {

constexpr const char* description =
    "What detente makes of more events than one machine reads in time: by the ranks of MPI.\n"
    "detente --help tells of everything else.";

/// Runs the command; the exit code.
int run(int argc, char** argv, bool first) {
  const detente::cli::StopOnSignal on_signal;
  CLI::App program;
  detente::cli::describe(program);
  program.name("detente-mpi");
  program.description(description);
  program.footer("");
  detente::cli::add_panel_mpi(program);
  if (!first) detente::cli::mute();
  return detente::cli::run(program, argc, argv);
}

}  // namespace

int main(int argc, char** argv) {
  detente::cli::hold_standard_files();
  int given = 0, rank = 0;
  MPI_Init_thread(&argc, &argv, MPI_THREAD_FUNNELED, &given);
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  detente::cli::settle_signals();
  const int code = run(argc, argv, rank == 0);
  MPI_Finalize();
  return code;
}
