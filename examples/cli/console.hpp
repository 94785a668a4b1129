#pragma once
/// \file
/// Where text goes: results to standard output, whole or not at all noticed; everything said beside them to standard
/// error.

#include <string_view>

#include "options.hpp"

namespace detente::cli {

/// A reader that has closed the pipe (`detente … | head -1`) is an ordinary end: it gets an error code, not a signal.
void survive_closed_pipes();

/// The whole text to standard output. Throws `std::system_error` if it cannot all be written.
void print(std::string_view text);
/// A line on standard error.
void say(std::string_view line);

/// The result: to `--to-file` if that was given, else to standard output.
void deliver(std::string_view result, const OutputOptions& options);
/// Writes a file whole or not at all, and says so.
void deliver_file(std::string_view text, const std::string& path);

}  // namespace detente::cli
