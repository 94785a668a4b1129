#pragma once
/// \file
/// Which forecasts are better, and is that more than chance? Every input makes forecasts from rolling origins by the
/// same link (rolling_origin.hpp) and is judged by proper scores, by discrimination over all and within pairs, and by
/// whether its chances are calibrated. What decides is none of these columns but the *paired difference* in log score
/// from the best baseline, on the same origins:
///
///     difference = 100 · Σ (loss of the best baseline − loss of the input) / Σ loss of the constant    points of gain
///
/// It is above 0 if the input is better. It is given with an interval from resampling pairs (a pair's months are not
/// independent), without the pair that matters most, by era, and with a Diebold–Mariano test over origins, corrected by
/// Holm for the number of inputs. An input is *better* or *worse* only if the interval does not contain 0 and the
/// corrected p is below .05. An input other than the best baseline may be the one to compare with
/// (`CompareOptions::against`).
///
/// The baselines are the constant; own history (last value, mean of twelve, mean of all so far); last value; the last
/// twelve resampled; and every input that is marked as one (counts of events and of hostile events). If an input's
/// level ranks origins as a baseline does, the result says that it repeats that baseline.
///
/// Complexity: that of `rolling_origin` for each input, which run side by side; draws × pairs × inputs for intervals.
/// Memory: the columns, and for each thread a few numbers per origin. The same bits for any number of threads.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detente/ground/work_control.hpp"
#include "detente/questions/comparison/rolling_origin.hpp"
#include "detente/scores/chances.hpp"
#include "detente/scores/equal_skill.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// How forecasts are held against each other.
struct CompareOptions {
  /// How they are made.
  RollingOptions rolling = {};
  std::uint32_t draws = 1000;  ///< resamplings of pairs, at least 20
  std::uint64_t seed = 1;
  std::size_t eras = 3;  ///< parts of equal length of the judged periods, at least 1
  /// First days of the eras after the first, ascending; if empty, `eras` eras of equal length.
  std::vector<Day> era_begins = {};
  std::size_t threads = 0;  ///< 0: as many as cores
  /// The input that all are compared with; if empty, the best baseline.
  std::string against = {};
  /// Counts pairs while columns are made, then inputs, then draws. Results do not keep it.
  WorkControl control = {};
};

/// How an input fares against what all are compared with: by the interval of the difference.
enum class Verdict : std::uint8_t { baseline, better, undecided, worse };
/// "baseline", "better", "undecided", "worse"
std::string_view to_text(Verdict verdict);

/// Means over the judged origins. A score that does not apply to an outcome is missing: for counts the Brier score is
/// that of "at least one", and events have no CRPS and no interval.
struct InputScores {
  double log_score = 0;  ///< nats
  double gain = 0;       ///< % of the constant's log score
  /// CRPS and interval score in counts; the share of outcomes inside the central 90 %.
  std::optional<double> crps, interval_score, coverage;
  /// Over all origins, and within pairs; 0.5 is chance.
  std::optional<double> auc, auc_within;
  Reliability reliability;  ///< of the chance of at least one; its `brier` is the Brier score
  std::vector<double> pit;  ///< heights, 1 is flat; empty for events
};

/// Against the best baseline (or `CompareOptions::against`), in points of gain; above 0 is better than it.
struct PairedDifference {
  double points = 0;
  double lower = 0, upper = 0;  ///< 95 %, by resampling pairs
  /// With one pair left out: the least and the greatest difference, and which pair was left out.
  double least_without = 0, most_without = 0;
  /// Places in `Comparison::pairs`.
  std::size_t least_pair = 0, most_pair = 0;
  /// The difference in each era, points of gain.
  std::vector<double> by_era;
  EqualSkill test;  ///< of the mean loss of each origin
  /// Of the test, after Holm's correction for all inputs; 0 to 1.
  double corrected_p = 1;
  /// Whether leaving one pair out turns its sign.
  bool hangs_on_one_pair() const noexcept { return points * (points > 0 ? least_without : most_without) < 0; }
};

/// One input's forecasts, judged.
struct ComparedInput {
  std::string name;
  /// Against what all are compared with.
  Verdict verdict = Verdict::undecided;
  /// Over all judged origins.
  InputScores scores;
  /// Missing for the input that all are compared with.
  std::optional<PairedDifference> difference;
  /// The baseline column that this input repeats, if it does.
  std::string repeats;
};

/// Inputs that forecast the same outcomes, held against each other.
struct Comparison {
  OutcomeKind kind = OutcomeKind::count;
  /// As asked.
  CompareOptions options;
  std::vector<Dyad> pairs;
  Period first, last;        ///< judged periods
  std::size_t periods = 0;   ///< that many
  std::size_t judged = 0;    ///< origins with an outcome
  std::size_t positive = 0;  ///< of these, how many had the outcome
  std::vector<Period> eras;  ///< the first period of each
  /// Its place in `inputs`.
  std::size_t best_baseline = 0;
  std::size_t against = 0;            ///< what differences and verdicts refer to
  std::vector<ComparedInput> inputs;  ///< baselines first, then as given
};

/// Throws `std::invalid_argument` as `rolling_origin` does, for options out of range, if nothing is judged, for two
/// inputs with the same name, and if there is none named `against`.
Comparison compare(const ForecastTable& table, std::span<const InputColumns> inputs,
                   const CompareOptions& options = {});

}  // namespace detente
#pragma GCC visibility pop
