#pragma once
/// \file
/// A user's list of pairs: a CSV with the columns `source,target`, one pair per row. Other columns are ignored, so that
/// a pair can have a note.

#include <string_view>
#include <vector>

#include "detente/ground/byte_source.hpp"
#include "detente/values/dyad.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The pairs in alphabetical order, each once, whichever way round it was written. Throws `InputError` naming path,
/// line, text and rule.
std::vector<Dyad> parse_pair_list(ByteSource& source, std::string_view path);

}  // namespace detente
#pragma GCC visibility pop
