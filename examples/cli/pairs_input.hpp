#pragma once
/// \file
/// Reads the event files of a command that looks at every pair.

#include <vector>

#include "detente/engines/dyad_rows.hpp"
#include "detente/readers/damage.hpp"
#include "options.hpp"

namespace detente::cli {

/// Puts the events of all files into `pairs`, past `--memory` on disk, and says what is wrong with them. Nothing but
/// what scores need is kept of an event.
std::vector<FileReport> read_pairs(DyadRows& pairs, const InputOptions& input, const CodingOptions& coding,
                                   bool own_scores);

}  // namespace detente::cli
