#pragma once
/// \file
/// The sum of the events past the first few, for results that list only those few.

#include <algorithm>
#include <span>

#include "detente/questions/change/attribution.hpp"

namespace detente::detail {

struct Others {
  std::size_t events = 0;
  Change index;
  Change level;
};

/// The lines that are listed.
inline std::span<const AttributionLine> listed(const Attribution& a, std::size_t top) {
  return std::span(a.lines).first(std::min(top, a.lines.size()));
}

/// The sum of the other lines.
inline Others others_of(const Attribution& a, std::size_t top) {
  Others out;
  for (const AttributionLine& line : std::span(a.lines).subspan(listed(a, top).size())) {
    ++out.events;
    out.index += line.index;
    out.level += line.level;
  }
  return out;
}

}  // namespace detente::detail
