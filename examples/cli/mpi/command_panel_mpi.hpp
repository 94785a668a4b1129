#pragma once
/// \file
/// `detente-mpi panel`.

#include <CLI/CLI.hpp>

namespace detente::cli {

void add_panel_mpi(CLI::App& program);

}  // namespace detente::cli
