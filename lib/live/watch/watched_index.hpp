#pragma once
/// \file
/// The index of a live pair on any days.

#include <optional>
#include <span>
#include <vector>

#include "detente/live/live_pairs.hpp"
#include "detente/live/store/store_batch.hpp"
#include "detente/questions/relation/history.hpp"

namespace detente::detail {

class WatchedIndex {
 public:
  /// Both must outlive it.
  WatchedIndex(LivePairs& live, const Scoring& scoring)
      : live_(&live),
        scoring_(&scoring),
        has_measures_(scoring.codebook.defines_measures()),
        has_heat_(scoring.model.heat().has_value()) {}

  std::optional<double> on(std::uint32_t pair, Day day) const;
  /// On each day of [first, last].
  std::vector<std::optional<double>> between(std::uint32_t pair, Day first, Day last) const;
  /// All that is published of a day.
  PublishedReading reading(std::uint32_t pair, Day day) const;
  /// The pair's acts up to the end of the day.
  History history(std::uint32_t pair, Day day) const;

 private:
  std::vector<std::optional<double>> path(std::uint32_t pair, std::span<const Day> days) const;
  std::vector<std::optional<double>> whole_path(std::uint32_t pair, std::span<const Day> days) const;
  std::optional<double> on_scale(Day day, std::optional<double> level) const;
  double measures(std::uint32_t pair, Day day) const;

  LivePairs* live_;
  const Scoring* scoring_;
  bool has_measures_, has_heat_;
};

}  // namespace detente::detail
