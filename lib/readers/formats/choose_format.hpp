#pragma once
/// \file
/// Which format a file has, by its beginning.

#include <string_view>

#include "readers/formats/event_format.hpp"

namespace detente::detail {

/// The format that fits; otherwise `InputError` with the file's name, which says what was found, which format comes
/// nearest and what it misses.
const EventFormat& choose_format(std::string_view head, std::string_view path, const ReadOptions& options);

}  // namespace detente::detail
