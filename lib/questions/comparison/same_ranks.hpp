#pragma once
/// \file
/// Whether two columns put origins in the same order, by the rank correlation of a sample of the rows. Any increasing
/// function of a column, such as its root or twice it, ranks as the column does.

#include <cstddef>
#include <span>
#include <vector>

namespace detente::detail {

/// The ranks of a column at some rows, centred and scaled to length 1; ties share a rank. NaN ranks as 0.
std::vector<double> ranks_at(std::span<const float> column, std::span<const std::size_t> rows);
/// Whether ranks of the same rows are nearly the same: a correlation of .999 or more, of either sign.
bool same_ranks(std::span<const double> a, std::span<const double> b);

}  // namespace detente::detail
