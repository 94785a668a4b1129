#pragma once
/// \file
/// What the program sets up with the system first: which files are open, and what signals do.

namespace detente::cli {

/// Makes sure that descriptors 0 to 2 are open, if need be on something unusable. Otherwise a file that is opened later
/// could get the number of a closed standard error, and warnings would be written into it.
void hold_standard_files();

/// INT, TERM, HUP, QUIT and XCPU (a limit of processor time) remove temporary files and then end the program as usual
/// (INT and TERM until work can be asked to stop: stopping.hpp).
/// A closed pipe and a file past its size limit are errors with a path, not signals.
void settle_signals();

}  // namespace detente::cli
