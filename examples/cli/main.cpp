/// \file
/// `detente`: tension between two actors from dated events. The program is an example of the library: options in,
/// library calls, output functions out.

#include "commands.hpp"
#include "program.hpp"
#include "stopping.hpp"
#include "system.hpp"

int main(int argc, char** argv) {
  detente::cli::hold_standard_files();
  detente::cli::settle_signals();
  const detente::cli::StopOnSignal on_signal;
  CLI::App program;
  detente::cli::describe(program);
  detente::cli::add_index(program);
  detente::cli::add_panel(program);
  detente::cli::add_explain(program);
  detente::cli::add_episodes(program);
  detente::cli::add_vintages(program);
  detente::cli::add_what_if(program);
  detente::cli::add_check(program);
  detente::cli::add_diff(program);
  detente::cli::add_compare(program);
  detente::cli::add_reciprocity(program);
  detente::cli::add_calibrate(program);
  detente::cli::add_forecast(program);
  detente::cli::add_store_command(program);
  detente::cli::add_watch(program);
  detente::cli::add_new(program);
  detente::cli::add_codebook(program);
  detente::cli::add_models(program);
  detente::cli::add_help(program);
  return detente::cli::run(program, argc, argv);
}
