#pragma once
/// \file
/// Finding separators by vector instructions, where Highway is part of the build.

#include <vector>

#include "ground/separators.hpp"

namespace detente::detail {

/// The best of this machine, or nullptr without Highway.
FindSeparators best_vector_finder();
std::vector<SeparatorFinder> vector_finders();

}  // namespace detente::detail
