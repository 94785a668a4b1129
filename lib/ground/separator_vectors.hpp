#pragma once
/// \file
/// Finds separators with vector instructions, in a build with Highway.

#include <vector>

#include "ground/separators.hpp"

namespace detente::detail {

/// The best finder for this machine, or nullptr without Highway.
FindSeparators best_vector_finder();
std::vector<SeparatorFinder> vector_finders();

}  // namespace detente::detail
