#pragma once
/// \file
/// How good forecast chances were, once it is known whether the event came: proper scores (Brier, log), and two
/// readings of a list that do not replace each other, since an AUC says nothing about whether 30 % means 30 %.
///
/// *Discrimination*, AUC: the share of (came, did not) comparisons in which the one that came had the higher chance;
/// equal chances are half a win. 0.5 is a coin toss. Pooled over pairs, it mostly says which pairs are violent; within
/// pairs (the comparisons of each pair with itself, added up), it says when.
///
/// *Reliability*, CORP: outcomes are regressed on chances by a rising step function (pool adjacent violators), which
/// gives what each chance turned out to mean. With S the mean Brier score of the chances, S_c that of the recalibrated
/// ones and S_r that of the overall share,
///
///     S = MCB − DSC + UNC,   MCB = S − S_c (miscalibration),  DSC = S_r − S_c (discrimination),  UNC = S_r
///
/// all of them ≥ 0. Landmarks: calibrated chances have MCB 0; the same chance for all has DSC 0.
///
/// Source: Dimitriadis, Gneiting & Jordan 2021, PNAS 118(8); Brier 1950.

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#pragma GCC visibility push(default)
namespace detente {

/// A chance that was stated, and whether it came true.
struct ChanceForecast {
  double chance = 0;  ///< within [0, 1]
  /// Whether it did.
  bool came = false;
};

/// Comparisons of events that came with events that did not; the counts of several groups can be added.
struct Concordance {
  /// Comparisons in which what came had the higher chance; a tie is half of one.
  double won = 0;
  /// All comparisons.
  double compared = 0;
  /// Adds the counts of another group.
  Concordance& operator+=(const Concordance& other) noexcept;
  /// Nothing if all outcomes are the same.
  std::optional<double> auc() const;
};

/// A step of the recalibrated chances: of the forecasts from `low` to `high`, this share came true.
struct ReliabilityStep {
  /// The chances that the step joins, 0 to 1.
  double low = 0, high = 0;
  double mean = 0;   ///< of the chances
  double share = 0;  ///< of those that came
  /// How many they are.
  std::size_t forecasts = 0;
};
/// The Brier score and its parts, which sum to it (see above).
struct Reliability {
  /// 0 to 1.
  double brier = 0, miscalibration = 0, discrimination = 0, uncertainty = 0;
  std::vector<ReliabilityStep> steps;  ///< ascending; few, however many forecasts
};

/// Ascending. O(n log n).
void sort_by_chance(std::span<ChanceForecast> forecasts);
/// For forecasts sorted by chance, ascending; throws `std::invalid_argument` if they are not, or for a chance outside
/// [0, 1]. O(n).
Concordance concordance(std::span<const ChanceForecast> ascending);
/// The same requirements; without forecasts, all 0.
Reliability reliability(std::span<const ChanceForecast> ascending);

/// (chance − came)².
double brier_score(double chance, bool came);
/// −ln of the chance of what happened, in nats. Both throw `std::invalid_argument` for a chance outside [0, 1].
double log_score(double chance, bool came);

}  // namespace detente
#pragma GCC visibility pop
