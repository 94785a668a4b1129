#pragma once
/// \file
/// Short names for the limits of the number types.

#include <limits>

namespace detente::detail {

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double highest = std::numeric_limits<double>::max();
/// The missing value in a plain column of numbers.
inline constexpr double missing = std::numeric_limits<double>::quiet_NaN();
inline constexpr float missing_float = std::numeric_limits<float>::quiet_NaN();

}  // namespace detente::detail
