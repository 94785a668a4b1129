#pragma once
/// \file
/// Missing values are left out, here and nowhere else.

#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

namespace detente::detail {

inline std::vector<double> present_values(std::span<const double> values) {
  std::vector<double> out;
  out.reserve(values.size());
  for (const double x : values)
    if (!std::isnan(x)) out.push_back(x);
  return out;
}

/// Where they stand.
inline std::vector<std::size_t> present_places(std::span<const double> values) {
  std::vector<std::size_t> out;
  out.reserve(values.size());
  for (std::size_t i = 0; i < values.size(); ++i)
    if (!std::isnan(values[i])) out.push_back(i);
  return out;
}

}  // namespace detente::detail
