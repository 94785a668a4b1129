#pragma once
/// \file
/// A what-if as a picture: the index as it is and with the changes on one scale, below them their difference with its
/// coding band around 0, and a numbered line through both on the day of each change. Self-contained SVG without script,
/// the same bytes for the same answer.
///
/// The two paths differ in their dashes, so that grey print works. A change of several days is marked on the middle
/// one.

#include <string>

#include "detente/contracts/scale_words.hpp"
#include "detente/output/chart/chart.hpp"
#include "detente/questions/ahead/what_if.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// `words` are those of the scale that it was asked with (`scale_words`); `codebook` gives acts their labels and may be
/// nullptr. Throws `std::invalid_argument` for a width out of range.
std::string what_if_svg(const WhatIf& found, const ScaleWords& words, const Codebook* codebook = nullptr,
                        const ChartOptions& options = {});

}  // namespace detente
#pragma GCC visibility pop
