#pragma once
/// \file
/// INT and TERM for a command that goes on until it is told to stop.

#include <chrono>

namespace detente::cli {

/// From now on the first INT or TERM only asks to stop; the second ends the program as usual.
void stop_when_asked();
bool asked_to_stop() noexcept;

/// Waits so long, until asked to stop, or until standard input can be read if `for_input`.
void wait_for(std::chrono::milliseconds time, bool for_input);

}  // namespace detente::cli
