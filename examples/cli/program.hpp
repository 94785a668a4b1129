#pragma once
/// \file
/// The program around the commands: its help, its error messages, and its exit codes.
///
/// | exit code | |
/// |---|---|
/// | 0 | done |
/// | 2 | the command line makes no sense |
/// | 3 | the input cannot be used: unknown format, dyad or codebook; more rejected rows than allowed |
/// | 4 | the system refused: no such file, disk full, closed pipe |

#include <CLI/CLI.hpp>

namespace detente::cli {

/// Name, version, help.
void describe(CLI::App& program);
/// Parses, runs the command, and returns the exit code. Never throws.
int run(CLI::App& program, int argc, const char* const* argv);

}  // namespace detente::cli
