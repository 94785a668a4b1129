#pragma once
/// \file
/// The ends of the numbers, by short names.

#include <limits>

namespace detente::detail {

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double highest = std::numeric_limits<double>::max();
/// What is missing in a plain column of numbers.
inline constexpr double missing = std::numeric_limits<double>::quiet_NaN();
inline constexpr float missing_float = std::numeric_limits<float>::quiet_NaN();

}  // namespace detente::detail
