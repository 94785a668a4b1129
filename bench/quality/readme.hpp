#pragma once
/// \file
/// The short study that the README shows: one table, under the way of reporting that combines everything (tenfold
/// growth, silences, day effects), for each truth. A test recomputes it and compares.

#include <string>
#include <string_view>
#include <vector>

#include "detente/quality/study.hpp"

namespace detente::quality {

/// 40 histories of four years for each truth; about a second.
std::vector<Cell> readme_study();

/// Markdown: rank correlation under each truth, then the means over the truths of the correlation with volume and of
/// the coverage. Best first, by the mean of the rank correlations.
std::string readme_table(const std::vector<Cell>& cells);

/// The text with the table between its two markers. Throws `std::runtime_error` for a text without them.
std::string with_table(std::string_view text, std::string_view table);

}  // namespace detente::quality
