#pragma once
/// \file
/// When did a series change for good? Cuts a series into segments, each with its own mean, variance, both, or rate, so
/// that what the segments leave unexplained plus a penalty for every cut is as small as possible:
///
///     Σ cost(segment) + inflation · (penalty · (number of cuts) [+ Σ ln(length), MBIC alone])
///
/// This is the true optimum over all 2^(n−1) ways to cut, not a greedy one. Costs are twice the negative
/// log-likelihood:
///
/// | change in | cost of a segment of k values | parameters |
/// |---|---|---|
/// | mean | Σ (x − mean)²/σ², σ the noise's standard deviation, known or estimated (noise.hpp) | 1 |
/// | variance | k (ln 2πv + s/v), s the mean of (x − mean of the whole series)² | 1 |
/// | mean and variance | k (ln 2πv + s/v), s the mean of (x − mean of the segment)² | 2 |
/// | rate | 2 S (ln k − ln S), S the sum of the counts: Poisson without its constant terms | 1 |
///
/// with v = max(s, `least_variance`): a run of equal values has variance 0 and would be infinitely likely.
///
/// The **penalty** says how much better a fit must become to be worth a cut: AIC 2(p + 1), BIC (p + 1) ln n, MBIC
/// (p + 2) ln n and the logarithm of every segment's length, p the number of parameters, n that of values. MBIC is what
/// R's package changepoint calls so; Zhang & Siegmund's own is ln n less per cut.
///
/// **Autocorrelation** looks like shifts to all of these: neighbours that resemble each other wander away from a mean
/// together. So the penalty is multiplied by what autocorrelation ρ does to the variance of what the cost sums: by
/// (1 + ρ)/(1 − ρ), and for the variance alone by (1 + ρ²)/(1 − ρ²). ρ is estimated from differences (noise.hpp), which
/// true shifts hardly touch. In 200 values of an AR(1) with ρ = 0.5 and no change, BIC as it stands finds changes
/// nearly always, inflated in one series of eight, MBIC inflated in one of thirty; it finds a shift of 3 standard
/// deviations in nine of ten. Memory that fades more slowly than an AR(1) is understated.
///
/// Not for a smoothed series: smoothing makes a ramp of a step and autocorrelation of noise.
///
/// **Missing values** (NaN) are not zeros: they are left out, the values around them are neighbours, lengths count
/// values, and indices are those of the original series. A cut is where the first value of the new segment stands.
///
/// Complexity: for the mean O(n log n) as a rule, about n√n for MBIC if nothing changes, quadratic at worst (functional
/// pruning, FPOP); for the others between linear, if the number of cuts grows with n, and quadratic if there is none
/// (PELT). Memory O(n).
///
/// Source: Maidstone, Hocking, Rigaill & Fearnhead 2017 (FPOP); Liehrmann & Rigaill 2023 (penalties of lengths);
/// Killick, Fearnhead & Eckley 2012 (PELT); Zhang & Siegmund 2007 (MBIC); Lavielle & Moulines 2000 (penalties of
/// dependent series).

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "detente/processes/shifts/noise.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// What changes from one segment to the next.
enum class ChangeIn : std::uint8_t { mean, variance, mean_and_variance, rate };
/// What a cut must be worth; `value` is a number of one's own.
enum class PenaltyRule : std::uint8_t { mbic, bic, aic, value };

/// "mean", "variance", "mean and variance", "rate"
std::string_view name_of(ChangeIn change) noexcept;
/// "MBIC", "BIC", "AIC", "value"
std::string_view name_of(PenaltyRule rule) noexcept;

/// What is sought in a series, and how surely.
struct ChangePointOptions {
  /// What changes.
  ChangeIn change_in = ChangeIn::mean;
  /// What a cut must be worth.
  PenaltyRule penalty = PenaltyRule::mbic;
  double penalty_value = 0;  ///< per cut, ≥ 0, in units of twice the log-likelihood; read by `PenaltyRule::value` alone
  std::size_t min_length = 0;                  ///< fewest values of a segment; 0: 1 for mean and rate, 2 for variances
  std::optional<double> autocorrelation = {};  ///< of the noise, in [0, 1), 0: none; nothing: estimated
  std::optional<double> noise_sd = {};         ///< > 0, in the series' unit, for the mean; nothing: estimated
  /// > 0, in the series' unit squared, for variances; nothing: a ten-thousandth of the variance of the whole series.
  std::optional<double> least_variance = {};
};

/// What holds from `begin` to before `end`.
struct SeriesSegment {
  /// The place of its first value.
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t count = 0;  ///< of values, without the missing
  double mean = 0;        ///< for counts: the rate
  /// Around the segment's mean, for the variance alone around the series' mean; divided by `count`.
  double variance = 0;
  /// Twice its negative log-likelihood, but for terms that no cut changes.
  double cost = 0;
};

/// Where a series changes, and what it is between.
struct ChangePoints {
  std::vector<std::size_t> positions;   ///< of the first value of each new segment, ascending; empty: no change
  std::vector<SeriesSegment> segments;  ///< one more than positions; none if there is no value
  double cost = 0;                      ///< sum over segments
  double penalized_cost = 0;            ///< what was minimised
  /// As asked.
  PenaltyRule rule = PenaltyRule::mbic;
  double penalty = 0;        ///< per cut, before inflation
  double length_weight = 0;  ///< of the logarithm of a segment's length, before inflation: 1 for MBIC, else 0
  double inflation = 1;      ///< 1 for a penalty given as a value
  /// As measured or given.
  NoiseScale noise = {};
  double least_variance = 0;  ///< 0 where no variance is fitted
};

/// A series with fewer values than two segments need is one segment; one without any value has none. A series whose
/// values are all equal has no noise to be measured in: its penalty and costs are those of σ = 1 (or variance 1).
/// Where two ways to cut are equally good to the bit, it is always the same one. Throws `std::invalid_argument` for
/// options out of range, values that are infinite or beyond ±1e100, and counts below 0.
ChangePoints change_points(std::span<const double> values, const ChangePointOptions& options = {});

}  // namespace detente
#pragma GCC visibility pop
