#pragma once
/// \file
/// What a model says at a day.

#include <optional>

#pragma GCC visibility push(default)
namespace detente {

/// Nothing where it has nothing to say.
struct Reading {
  std::optional<double> level;
  /// Of the model itself, in squared points.
  std::optional<double> variance;
  /// Σ w k behind the level.
  std::optional<double> support;
};

}  // namespace detente
#pragma GCC visibility pop
