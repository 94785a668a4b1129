#pragma once
/// \file
/// Who answers whom? Hostile acts of both directions as a Hawkes process of two streams (processes/hawkes/hawkes.hpp):
/// how many hostile acts of each side one hostile act of either side triggers, and how fast.
///
///     ratio[a][b] = acts of side a that one act of side b triggers;  a ≠ b: a answers b;  a = b: a repeats itself
///
/// Landmarks: 0 is no answer; 0.3 means that about every third act is answered once; a spectral radius near 1 suggests
/// that a gap, a drift or a change of the source has been read as excitation.
///
/// It is a diagnosis and not the index, and it needs many events: it throws below 100 hostile events per side. It is
/// not for a chronology of turning points. Every result lists what it cannot see in `caveats`.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "detente/contracts/act.hpp"
#include "detente/fit/excitation_test.hpp"
#include "detente/fit/pooled_fit.hpp"
#include "detente/processes/hawkes/residuals.hpp"
#include "detente/questions/relation/dated_events.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// What is taken for an answer, and how surely.
struct ReciprocityOptions {
  /// In what order the acts of one day are.
  TiePolicy ties = TiePolicy::jitter;
  std::uint32_t draws = 20;  ///< placings of the events under `jitter`, at least 20
  std::uint64_t seed = 1;
  /// Observed days; if empty, from the first day of any act to the last.
  std::vector<DayWindow> windows = {};
  /// Days on which the background rates may change.
  std::vector<Day> baseline_changes = {};
  bool shared_half_life = true;  ///< one half-life of a response, or one for the acts of each side
  bool mark_by_points = false;   ///< a harsher act triggers more, in proportion to its points
  /// Replicates of each test of no excitation, at least 19; 0 skips the tests.
  std::uint32_t replicates = 199;
  WorkControl control = {};  ///< counts fits, then the replicates of each test
};

/// One ratio with its uncertainty; it has no standard error at the end of its range (0: no answer found).
struct BranchingRatio {
  double value = 0;
  /// Standard error of the ratio.
  std::optional<double> standard_error = {};
  /// The ratio with a background rate that may change over time: what is left when drift is not read as excitation.
  double under_drift = 0;
};

/// Who answers whom, how strongly and how fast.
struct Reciprocity {
  std::array<std::string, 2> sides;     ///< [0] acts forward (a → b) are those of side 0
  std::array<std::size_t, 2> events{};  ///< hostile events within the windows
  double days = 0;                      ///< observed
  double same_day = 0;                  ///< share of events that follow another on the same day
  /// As asked.
  TiePolicy ties = TiePolicy::jitter;
  /// Over the placings.
  PooledFit fit;
  std::array<std::array<BranchingRatio, 2>, 2> ratio{};  ///< [who][whom]
  std::array<std::optional<double>, 2> half_life{};      ///< days, of responses to each side; nothing without any
  /// Standard error of the half-life, days.
  std::array<std::optional<double>, 2> half_life_error{};
  std::size_t drift_pieces = 1;                 ///< of the background rate in `under_drift`
  std::optional<ExcitationTest> any = {};       ///< nothing triggers anything, against the fit
  std::optional<ExcitationTest> answers = {};   ///< each side repeats itself and neither answers, against the fit
  std::array<ExponentialCheck, 2> residuals{};  ///< goodness of fit; of the draws, the one with the middle p
  /// What the numbers cannot know, in sentences.
  std::vector<std::string> caveats = {};

  std::string brief() const;  ///< one sentence
  std::string full() const;   ///< all figures, then the caveats
};

/// `acts` are those of one canonical dyad, as `code_events` gives them. Throws `InputError` with fewer than 100 hostile
/// events on a side, `std::invalid_argument` for options out of range.
Reciprocity reciprocity(std::span<const Act> acts, const Dyad& dyad, const ReciprocityOptions& options = {});

/// Fewest hostile events per side.
inline constexpr std::size_t reciprocity_minimum = 100;

}  // namespace detente
#pragma GCC visibility pop
