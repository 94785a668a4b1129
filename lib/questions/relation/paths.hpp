#pragma once
/// \file
/// Paths by day beside the index: that of one side, heat, and the measures in force.

#include <optional>
#include <span>
#include <vector>

#include "detente/questions/relation/history.hpp"

namespace detente::detail {

/// The index of one side alone, on its own scale; missing on a scale that is relative to the whole.
std::vector<std::optional<double>> side_path(const SidedReadings& readings, std::span<const Day> days,
                                             const Scoring& scoring, DirectionChoice side);

/// The model's second reading on the index scale, by day of the history; missing for a model that has none.
std::vector<std::optional<double>> heat_path(const History& history, const IndexPath& path, const Scoring& scoring);
/// Points of the measures in force by day of the history, for the chosen direction or for both together; missing if the
/// codebook defines no measures.
std::vector<std::optional<double>> measures_path(const History& history, const Scoring& scoring);

}  // namespace detente::detail
