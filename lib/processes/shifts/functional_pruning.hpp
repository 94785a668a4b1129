#pragma once
/// \file
/// The best cuts for Σ (x − mean)²: optimal partitioning in which a start is dropped for every mean for which it cannot
/// win again, and not only when that holds for all means (pelt.hpp). What is left are a few pieces of parabolas.
///
/// The best cuts of the first t values with a last segment from s on and the mean μ cost q_s(μ) = least + count ·
/// (μ − mean)². All q grow by the same (x − μ)² with each value, so who is below whom at μ changes no more once both
/// exist. A new start t enters with a constant, c = F(t) + price of a cut: every older piece keeps the μ within its
/// interval at which it is below c, an interval again, and the new start gets the rest.
///
/// - *A least length m*: a start counts only once its segment has m values. Parabolas are compared as they were when
///   the newest start was the end, m − 1 values behind the end (`behind`), and segments are valued as they are (`now`).
/// - *A price of ln length*: an older start pays more than a newer one, by ever less. So the newer one wins where it is
///   below without logarithms, and the older one where it is below by more than the logarithms differ when they first
///   meet; in between both stay (Liehrmann & Rigaill 2023). Intervals then overlap.
///
/// Parabolas are kept by count, mean and least value, updated as Welford does: nothing is lost when the mean is far
/// from 0. Pieces lie in one array; a step allocates nothing.
///
/// Complexity: O(n · pieces · log pieces); pieces number about ln n as a rule, about √n with a price of ln length where
/// nothing changes, n at worst.
/// Source: Maidstone, Hocking, Rigaill & Fearnhead 2017.

#include <cstddef>
#include <span>
#include <vector>

#include "processes/shifts/cuts.hpp"

namespace detente::detail {

/// `values` are finite and not all equal, and at least `price.min_length`.
std::vector<std::size_t> functional_pruning(std::span<const double> values, const CutPrice& price);

}  // namespace detente::detail
