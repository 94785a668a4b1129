#pragma once
/// \file
/// Whether two columns put origins into the same order: the rank correlation of a sample of the rows. Whatever rises
/// with a column, a root or twice of it, ranks as it does.

#include <cstddef>
#include <span>
#include <vector>

namespace detente::detail {

/// The ranks of a column at some rows, less their mean and of length 1; ties share a rank. Not a number ranks as 0.
std::vector<double> ranks_at(std::span<const float> column, std::span<const std::size_t> rows);
/// Whether ranks of the same rows are the same, nearly: a correlation of .999 or more, either way round.
bool same_ranks(std::span<const double> a, std::span<const double> b);

}  // namespace detente::detail
