#pragma once
/// \file
/// The first rows of a file, from which its format is recognised. Several, because any one of them may be damaged and
/// widths may be mixed; whole ones, because the beginning ends where it ends.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "detente/ground/delimited.hpp"

namespace detente::detail {

using SampleRow = std::vector<std::string>;

/// At most `most` of the records of a file that begins with `head`, which is all of it or at least `head_bytes`,
/// without the damaged ones. Fields are trimmed.
std::vector<SampleRow> sample_rows(std::string_view head, Dialect dialect, std::size_t most = 64);

/// Whether more than half of the rows (and one at least) are what `looks_right` asks for.
bool most_rows(const std::vector<SampleRow>& rows, const std::function<bool(const SampleRow&)>& looks_right);

/// The number of fields that most rows have, 0 without rows.
std::size_t usual_width(const std::vector<SampleRow>& rows);

}  // namespace detente::detail
