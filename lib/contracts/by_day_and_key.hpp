#pragma once
/// \file
/// The order in which events go through the coding rules.

#include <tuple>

#include "detente/contracts/selection.hpp"

namespace detente::detail {

inline bool by_day_and_key(const CodedEvent& a, const CodedEvent& b) {
  return std::make_tuple(a.date.middle(), a.key()) < std::make_tuple(b.date.middle(), b.key());
}

}  // namespace detente::detail
