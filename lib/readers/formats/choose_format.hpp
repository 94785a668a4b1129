#pragma once
/// \file
/// Recognises the format of a file from its beginning.

#include <string_view>

#include "detente/readers/formats/event_format.hpp"

#pragma GCC visibility push(default)  // for other libraries of detente
namespace detente::detail {

/// The format that fits; otherwise throws `InputError` with the file's name, what was found, the nearest format and
/// what is missing for it.
const EventFormat& choose_format(std::string_view head, std::string_view path, const ReadOptions& options);

}  // namespace detente::detail
#pragma GCC visibility pop
