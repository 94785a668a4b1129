#pragma once
/// \file
/// A calibration says what a level of strain has meant in one source: how often severe acts (severe_counts.hpp)
/// followed in the next calendar month, and how many. It is shown with results but is not part of the index and never
/// changes one.
///
/// With g_h = ln(1 + max(0, H_h − ρ N_h)/κ) of both sides together (`two_speed`), h = 14 and 120 days:
///
///     chance of at least one = 1 / (1 + e^−(a + b g_14 + c g_120))          a logit of its own
///     expected number        = e^(a′ + b′ g_14 + c′ g_120)                   a negative binomial of its own
///
/// There are two fits, because the negative binomial's own chance of no act misfits (it says .71 where .84 happen).
/// Neither uses the index, which also carries cooperation. Both exponents are limited to [−12, 8].
///
/// Use it only for the coding it was fitted on: the same source profile, codebook, rules, roll-up, ρ, κ and half-lives,
/// both sides, all issues (outlook.hpp says which of these differs). It measures persistence of what is reported and is
/// not a warning: it does not forecast the onset of a dispute. Pairs at the same level differ much, so a chance is
/// shown with what happened to pairs near it. Standard errors are clustered by pair; the reliability is that of fits to
/// the other pairs.
///
/// Landmarks, expected number on KEDS Levant 1979–2011, ρ = 0.25, κ = 2: the built-in fit is a′ = −4.25, b′ = 0.20, c′
/// = 0.98, dispersion 1.44. The reference has −4.19, 0.26, 0.94 and 1.06: it counts a day's mutual fighting once, while
/// the library counts the acts of both sides, and it keeps the first year. Source: ours.

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "detente/ground/byte_source.hpp"
#include "detente/ground/day.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The coding that a calibration was fitted on, and so holds for.
struct CalibrationCoding {
  std::string codebook = {};  ///< name, for people; the hash decides
  std::string codebook_hash = {};
  std::string rules = {};                                ///< `to_text` of the rules, status weights included
  std::string scores = {};                               ///< "codebook", or "file" where rows' own scores counted
  std::string roll_up = {};                              ///< "none" or "cameo"
  std::string profile = {};                              ///< the source profile: "keds", …, "own for keds"; or "none"
  std::string profile_standing = {};                     ///< "chosen", "provisional", "the user's"; or "none"
  double rho = 0;                                        ///< hostile points of an event of a calm relation
  double kappa = 1;                                      ///< points
  double half_life_acute = 14, half_life_chronic = 120;  ///< days
  friend bool operator==(const CalibrationCoding&, const CalibrationCoding&) = default;
};

/// Three coefficients, of 1, g_14 and g_120, with standard errors clustered by pair.
struct CalibrationCurve {
  std::array<double, 3> at{};
  /// Standard errors, clustered by pair.
  std::array<double, 3> error{};
  friend bool operator==(const CalibrationCurve&, const CalibrationCurve&) = default;
};

/// What happened in months to which a fit to the other pairs gave a chance in [from, to).
struct CalibrationBin {
  double from = 0, to = 1;
  /// Of all pairs.
  std::size_t months = 0;
  double chance = 0;  ///< mean forecast chance
  double share = 0;   ///< share of months that were followed by a severe act
  /// The same share for single pairs: the lowest and highest among those with `months_of_a_pair` such months or more.
  std::size_t pairs = 0;
  std::optional<double> lowest = {}, highest = {};
  double expected = 0;  ///< mean forecast number
  double counted = 0;   ///< mean number that occurred
  friend bool operator==(const CalibrationBin&, const CalibrationBin&) = default;
};

/// How many months near a chance a pair must have to count in the spread of pairs.
constexpr std::size_t months_of_a_pair = 25;

/// What a level has meant in one source: two curves, and what happened.
struct Calibration {
  std::string name = {};  ///< "KEDS Levant 1979–2011"
  /// What it holds for.
  CalibrationCoding coding = {};
  /// First and last day of the months it was fitted on, outcomes included.
  Day first, last;
  std::size_t pairs = 0;
  std::size_t months = 0;         ///< of all pairs
  std::size_t severe_months = 0;  ///< of which this many were followed by a severe act
  /// Of the logit of "at least one".
  CalibrationCurve chance = {};
  /// Of the logarithm of the expected number.
  CalibrationCurve count = {};
  double alpha = 1;  ///< dispersion of the count: variance μ + αμ²
  /// Of each fit, at its parameters.
  double chance_log_likelihood = 0, count_log_likelihood = 0;
  std::vector<CalibrationBin> bins = {};  ///< in order, those with months
  friend bool operator==(const Calibration&, const Calibration&) = default;
};

/// The chance of at least one severe act in the next calendar month, 0 to 1.
double chance_of_severe(const Calibration& calibration, double acute, double chronic);
/// The expected number of severe acts in the next calendar month, ≥ 0.
double expected_severe(const Calibration& calibration, double acute, double chronic);
/// What happened near a chance; nullptr if nothing was measured there.
const CalibrationBin* bin_of(const Calibration& calibration, double chance);

/// A table that `parse_calibration` reads back as the same value: lines `# key: value`, then one row per bin. Numbers
/// are in their shortest form.
std::string to_text(const Calibration& calibration);
/// `path` is for messages. Throws `InputError` naming path, line or key, text and rule.
Calibration parse_calibration(ByteSource& source, std::string_view path);
/// 16 hexadecimal digits; the same calibration has the same hash everywhere. Its name does not count.
std::string hash_of(const Calibration& calibration);

/// KEDS Levant 1979–2011, as `detente calibrate` fits it (lib/questions/ahead/keds_levant.cpp gives the command).
const Calibration& built_in_calibration();
/// Reads a CSV file that `detente calibrate` has written.
Calibration open_calibration(const std::string& path);

}  // namespace detente
#pragma GCC visibility pop
