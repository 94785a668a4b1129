#pragma once
/// \file
/// The coding band: how far the index could lie from the point path because dates are vague, acts are doubtful,
/// codebooks are uncertain, and the model itself has a variance. It does not cover wrong sources, and it is not a
/// forecast.
///
/// Each draw picks for every event a day in its span (closing never before its opening), whether it occurred, one score
/// offset per code ~ N(0, sd_code) shared by all acts of that code (codebook error does not average out), and a term of
/// the act's own ~ N(0, 1²). The model is run again on the drawn acts, and quantiles over the draws are the band. Draws
/// are counter-based, keyed by (seed, draw, event or code), so a band is the same in any order and on any number of
/// threads.
///
/// For `decayed_sum` without measures the mean and variance are known in closed form, and a test checks the draws
/// against them.
///
/// Days are drawn from the distribution whose mean is the point path of measures: an opening's uniformly over its span,
/// a closing's uniformly over those of its days that are not before the opening it belongs to, if that occurs by then.
///
/// Complexity: O(draws × (acts log acts + days)). Memory: draws × (periods + at most 4,096 days) numbers, however long
/// the history: past that many days the daily band is computed on evenly spaced ones.

#include <cstdint>
#include <span>
#include <vector>

#include "detente/ground/random.hpp"
#include "detente/ground/work_control.hpp"
#include "detente/questions/relation/history.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// What a coding band is made of.
struct BandOptions {
  double coverage = 0.9;       ///< share of the draws inside, within (0, 1)
  std::uint32_t draws = 1000;  ///< at least 20
  std::uint64_t seed = 1;
  double event_sd = 1;       ///< standard deviation of an event's own term, points, at least 0
  WorkControl control = {};  ///< counts draws
};
/// "90 % coding band, 1000 draws, seed 1".
std::string to_text(const BandOptions& options);

/// One draw of the acts: exact days, certain occurrence, shifted points; acts that did not occur are left out.
std::vector<Act> draw_acts(std::span<const Act> acts, const Draws& draws, std::uint32_t draw, double event_sd = 1);

/// Lower and upper end; missing if fewer than half of the draws have a value.
struct Band {
  std::vector<std::optional<double>> lower;
  std::vector<std::optional<double>> upper;
};

/// The spread of the index over what vague dates, doubtful acts and uncertain scores leave open.
struct Bands {
  Band daily;    ///< by `history.days`; missing on days before those shown, and between evenly spaced ones of many
  Band periods;  ///< by the periods given
};

/// Throws `std::invalid_argument` for options out of range.
Bands coding_bands(const History& history, const Scoring& scoring, std::span<const Period> periods, SampleAt at,
                   const BandOptions& options);

/// The coding band of the difference, `to` less `from`, between two histories over the same days. Draws are paired:
/// each uses the same random numbers in both, so events that both have do not widen the band. Throws
/// `std::invalid_argument` for options out of range, and if the days differ.
Bands difference_bands(const History& from, const History& to, const Scoring& scoring, std::span<const Period> periods,
                       SampleAt at, const BandOptions& options);

}  // namespace detente
#pragma GCC visibility pop
