#pragma once
/// \file
/// Reads the event files of a command that covers every pair.

#include <vector>

#include "detente/engines/dyad_rows.hpp"
#include "detente/readers/damage.hpp"
#include "options.hpp"

namespace detente::cli {

/// Puts the events of all files into `pairs`, on disk beyond `--memory`, and says what is wrong with them. Only what
/// scoring needs is kept of an event.
std::vector<FileReport> read_pairs(DyadRows& pairs, const InputOptions& input, const CodingOptions& coding,
                                   bool own_scores);

}  // namespace detente::cli
