#pragma once
/// \file
/// What results assume about the dates and the occurrence of events, in sentences for `Provenance::assumptions`.

#include <cstddef>
#include <string>
#include <vector>

#include "detente/contracts/coding.hpp"

namespace detente::detail {

/// How many acts an assumption concerns.
struct Assumptions {
  std::size_t no_report = 0, vague = 0, throughout = 0, doubtful = 0;
  std::vector<std::string> sentences() const;
};
Assumptions assumptions_of(const Coding& coding);

}  // namespace detente::detail
