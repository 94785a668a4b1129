#pragma once
/// \file
/// Where text goes: results to standard output, whole or not at all noticed; everything said beside them to standard
/// error. One door: whatever the program prints or writes passes `printable`, so no name, code, label or path of a file
/// can send a terminal a control character.

#include <string_view>

#include "options.hpp"

namespace detente::cli {

/// The whole text to standard output. Throws `std::system_error` if it cannot all be written.
void print(std::string_view text);
/// A line on standard error.
void say(std::string_view line);
/// On a terminal: puts a line of the program's own words in the place of the last such line; an empty one wipes it.
void show_passing(std::string_view line);

/// The result: to `--to-file` if that was given, else to standard output. A CSV is made safe for spreadsheets if
/// `--csv-safe` was given.
void deliver(std::string_view result, const OutputOptions& options);
/// Writes a file whole or not at all, and says so; "-" is standard output.
void deliver_file(std::string_view text, const std::string& path);

/// As it may leave the program: `printable`, and made safe for spreadsheets where that was asked for.
std::string outgoing(std::string_view result, const OutputOptions& options);

}  // namespace detente::cli
