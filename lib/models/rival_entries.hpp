#pragma once
/// \file
/// The catalogue's entries for models that others publish.

#include <optional>

#include "detente/models/catalogue.hpp"

namespace detente::detail {

/// Adds period_count, window_mean, conflict_share and saturating. Without the daily totals of a whole log,
/// `conflict_share denominator=log` cannot be made.
void add_rivals(Catalogue& catalogue, const std::optional<Exposure>& log_totals);

}  // namespace detente::detail
