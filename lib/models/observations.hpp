#pragma once
/// \file
/// Shared by the filters: the rules for observations, and where an exactly diffuse start begins.

#include "detente/models/kalman.hpp"

namespace detente::detail {

/// Small enough that products of a few of these are still finite.
inline constexpr double largest_variance = 1e100;

/// Throws `std::invalid_argument` unless rows [from, to) obey the rules of `Observations`.
void check_rows(const Observations& seen, std::size_t from, std::size_t to);
/// Throws unless the columns are of equal length and every row obeys the rules.
void check(const Observations& seen);
/// Throws unless rate and diffusion are finite and at least 0, and the mean is finite.
void check(const MeanReversion& process);
void check_lengths(const Observations& seen);
/// The first row that is not missing, or the number of rows.
std::size_t first_observed(const Observations& seen) noexcept;

}  // namespace detente::detail
