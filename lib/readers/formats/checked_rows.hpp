#pragma once
/// \file
/// The rows of a format that a program brings, held to what a format promises: each row is passed on once, and what is
/// kept is an event. What it throws, and what it gets wrong, comes out as a `RowFailure` with the row's line.

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>

#include "detente/readers/formats/event_format.hpp"

namespace detente::detail {

/// A format failed at a row; `what` says how. Not yet in the words of an `InputError`, because only who merges the
/// blocks knows the line within the file.
class RowFailure : public std::runtime_error {
 public:
  RowFailure(std::uint64_t line_of_block, const std::string& why) : std::runtime_error(why), line(line_of_block) {}
  std::uint64_t line;
};

/// Whether the file fits, and its reader; of a format of the program, checked. If the format throws, an `InputError`
/// that names the file and the format.
Match match_checked(const EventFormat& format, std::string_view head, std::string_view file,
                    const ReadOptions& options);
std::unique_ptr<const RowReader> open_checked(const EventFormat& format, std::string_view head, std::string_view file,
                                              const ReadOptions& options);

/// "vendor.psv: its format acme failed: no such column"; the file with or without a line.
[[noreturn]] void throw_format_failed(const std::string& place, const EventFormat& format, std::string_view why);

}  // namespace detente::detail
