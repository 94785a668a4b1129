#pragma once
/// \file
/// What the program agrees on with the system before anything else: which files are open, and what a signal does.

namespace detente::cli {

/// Descriptors 0 to 2 are taken, if need be by something that refuses to be used: otherwise a file that is opened
/// later would get the number of a closed standard error, and warnings would be written into it.
void hold_standard_files();

/// INT, TERM, HUP, QUIT and XCPU (a limit of processor time) remove files that are not finished and then end the
/// program as they always do. A closed pipe and a file past its size limit are errors with a path, not signals.
void settle_signals();

}  // namespace detente::cli
