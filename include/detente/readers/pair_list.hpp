#pragma once
/// \file
/// A list of pairs that somebody chose: a CSV with the columns `source,target`, a pair a row. Other columns are left
/// alone, so that a note may stand beside a pair.

#include <string_view>
#include <vector>

#include "detente/ground/byte_source.hpp"
#include "detente/values/dyad.hpp"

namespace detente {

/// The pairs in the order of the alphabet, each once, whichever way round it was written. Throws `InputError` naming
/// path, line, text and rule.
std::vector<Dyad> parse_pair_list(ByteSource& source, std::string_view path);

}  // namespace detente
