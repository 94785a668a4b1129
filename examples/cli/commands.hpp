#pragma once
/// \file
/// The commands of the program, one file for each: its options, its help, and what it does.

#include <CLI/CLI.hpp>

namespace detente::cli {

void add_index(CLI::App& program);
void add_panel(CLI::App& program);
void add_explain(CLI::App& program);
void add_episodes(CLI::App& program);
void add_vintages(CLI::App& program);
void add_what_if(CLI::App& program);
void add_check(CLI::App& program);
void add_diff(CLI::App& program);
void add_compare(CLI::App& program);
void add_reciprocity(CLI::App& program);
void add_calibrate(CLI::App& program);
void add_forecast(CLI::App& program);
void add_watch(CLI::App& program);
void add_new(CLI::App& program);
void add_codebook(CLI::App& program);
void add_models(CLI::App& program);
void add_help(CLI::App& program);
void add_store_command(CLI::App& program);

}  // namespace detente::cli
