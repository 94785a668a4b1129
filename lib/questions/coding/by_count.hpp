#pragma once
/// \file
/// Things that were counted by name, most first.

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace detente::detail {

using Counts = std::map<std::string, std::size_t>;

/// Equal counts in the order of their names.
inline std::vector<std::pair<std::string, std::size_t>> by_count(const Counts& counts) {
  std::vector<std::pair<std::string, std::size_t>> out(counts.begin(), counts.end());
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return out;
}

}  // namespace detente::detail
