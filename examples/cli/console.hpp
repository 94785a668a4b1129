#pragma once
/// \file
/// Where text goes: results to standard output, with an error if they cannot be written whole, and all messages to
/// standard error. Everything that the program prints or writes is escaped by `printable`, so no name, code, label or
/// path from a file can send a control character to a terminal.

#include <string_view>

#include "options.hpp"

namespace detente::cli {

/// From now on nothing is printed or said: for all but one of several processes that do the same.
void mute();
/// The whole text to standard output. Throws `std::system_error` if it cannot all be written.
void print(std::string_view text);
/// The same of text that `outgoing` has made.
void print_raw(std::string_view text);
/// A line on standard error.
void say(std::string_view line);
/// On a terminal: replaces the last such line with this one, which must be the program's own words; an empty line
/// erases it.
void show_passing(std::string_view line);

/// Writes the result to `--to-file` if given, else to standard output. A CSV is made safe for spreadsheets if
/// `--csv-safe` was given.
void deliver(std::string_view result, const OutputOptions& options);
/// Writes an atomic file, and says so; "-" is standard output.
void deliver_file(std::string_view text, const std::string& path);

/// The text as it may leave the program: escaped by `printable`, and made safe for spreadsheets if requested.
std::string outgoing(std::string_view result, const OutputOptions& options);

}  // namespace detente::cli
