#pragma once
/// \file
/// The first rows of a file, from which its format is recognised. It takes several, because any one may be damaged and
/// widths may be mixed, and only whole ones, because the beginning may end within a row.

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

/// Whether more than half of the rows (and at least one) satisfy `looks_right`.
bool most_rows(const std::vector<SampleRow>& rows, const std::function<bool(const SampleRow&)>& looks_right);

/// The number of fields that most rows have, 0 without rows.
std::size_t usual_width(const std::vector<SampleRow>& rows);

}  // namespace detente::detail
