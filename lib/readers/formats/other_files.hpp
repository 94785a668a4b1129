#pragma once
/// \file
/// Files that lie beside event files and are none: tables of other things, archives that are not unpacked, workbooks.
/// Whoever reads one by mistake is told what it is and what to do, not what it lacks.

#include <optional>
#include <string>
#include <string_view>

namespace detente::detail {

/// What a file that begins with `head` is, in a sentence, if it is known and holds no events.
std::optional<std::string> other_file(std::string_view head);

}  // namespace detente::detail
