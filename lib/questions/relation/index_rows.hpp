#pragma once
/// \file
/// The rows of an index, which every answer about a relation fills alike: one period after the other, from what is
/// known of it by day.

#include <optional>
#include <span>
#include <vector>

#include "detente/questions/relation/history.hpp"

namespace detente::detail {

/// A relation on some days: on every one, or on the last ones of its periods alone. Paths by day; one that is empty is
/// missing on all of them.
struct RelationPaths {
  std::span<const Day> days;
  SidedReadings readings;
  IndexPath path = {};
  std::vector<std::optional<double>> heat = {}, measures = {};
  std::vector<std::optional<double>> forward = {}, backward = {};  ///< the index of each side alone
};

/// The readings with the index of both together and of each side.
RelationPaths paths_of(SidedReadings readings, std::span<const Day> days, const Scoring& scoring);

/// A row for each period, whose last days are among those of the paths; `events` by period. O(days + periods log days).
std::vector<IndexRow> index_rows(std::span<const Period> periods, SampleAt at, const RelationPaths& paths,
                                 std::span<const std::size_t> events, const Scoring& scoring);

/// The ends of a coding band, by period, in the rows.
void set_band(std::vector<IndexRow>& rows, std::span<const std::optional<double>> lower,
              std::span<const std::optional<double>> upper);

/// A series without rows: whose it is, and how it is sampled.
IndexSeries empty_series(const Dyad& pair, const Scoring& scoring, SampleAt at);

/// Throws `std::invalid_argument` where a period model is asked for the mean or the peak of its days.
void require_sampled_at_end(const AnyModel& model, SampleAt at);

}  // namespace detente::detail
