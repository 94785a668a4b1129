#pragma once
/// \file
/// Which formats there are: those that détente knows, each one pair of files and one line in the table of
/// event_formats.cpp, and before them those of the program.

#include <span>
#include <string_view>
#include <vector>

#include "detente/readers/formats/event_format.hpp"

#pragma GCC visibility push(default)  // for other libraries of detente
namespace detente::detail {

/// Why a file does not have a format's layout, as a phrase, and how near it is.
struct Miss {
  std::string obstacle;
  std::size_t likeness = 0;
};
/// The likeness of a file without a header whose rows have about a format's width.
inline constexpr std::size_t likeness_of_width = 3;

/// Those that détente knows; where several fit, the first wins.
std::span<const EventFormat* const> event_formats();
/// All that a call of these options tries, in order.
std::vector<const EventFormat*> event_formats(const ReadOptions& options);
/// Whether the program brought it.
bool is_own(const EventFormat& format, const ReadOptions& options);
/// That of this name, or nullptr.
const EventFormat* find_event_format(std::string_view name, const ReadOptions& options);
/// Throws `std::invalid_argument` if a format of the program is null, has no name, or that of another.
void check_formats(const ReadOptions& options);

}  // namespace detente::detail
#pragma GCC visibility pop
