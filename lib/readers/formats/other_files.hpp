#pragma once
/// \file
/// Recognises files that are often found beside event files: tables of other things, archives that are not unpacked,
/// workbooks. A user who reads one by mistake is told what it is and what to do, not what it lacks.

#include <optional>
#include <string>
#include <string_view>

namespace detente::detail {

/// What a file that begins with `head` is, in a sentence, if it is a known kind without events.
std::optional<std::string> other_file(std::string_view head);

}  // namespace detente::detail
