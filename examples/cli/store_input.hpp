#pragma once
/// \file
/// Reads the events of a command from a store in place of files.

#include "detente/readers/read_events.hpp"
#include "options.hpp"

namespace detente::cli {

/// Whether the command line names a store. Throws `UsageError` if it also names files, or an option that is only for
/// files, or `--received-by` without a store.
bool takes_store(const InputOptions& input);
/// The events of the view. Throws `UsageError` in a program that was built without SQLite.
ReadResult read_from_store(const InputOptions& input, const ReadOptions& how);
/// What was chosen when the store was created is the default: codebook, roll-up and, for a command that scores, model.
/// Says so on standard error. Does nothing without a store.
void take_choices(const InputOptions& input, CodingOptions& coding, ScoringOptions* scoring);

}  // namespace detente::cli
