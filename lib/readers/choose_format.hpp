#pragma once
/// \file
/// Which format a file has, by its beginning.

#include <string_view>

#include "readers/event_format.hpp"

namespace detente {

/// The format that fits; otherwise `InputError` with the file's name, which says what was found and what each format
/// misses.
const EventFormat& choose_format(std::string_view head, std::string_view name, const ReadOptions& options);

}  // namespace detente
