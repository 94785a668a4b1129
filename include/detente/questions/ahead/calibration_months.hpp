#pragma once
/// \file
/// From events to the months of a calibration: for every pair, at the end of each calendar month, acute and chronic
/// strain (`two_speed`), and the severe acts of the month after.
///
/// A month counts if reports cover it and the next month entirely, and if there are at least the model's `warm_up_days`
/// of reports before its end, because the chronic part reads low until then. Every pair counts in all of the source's
/// months, even before its first event: a pair without reports is calm as far as the source can tell.
///
/// ```cpp
/// const Calibration mine = calibrate(pairs, {.scoring = two_speed, .name = "ICEWS Asia 2001–2018"});
/// ```

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "detente/engines/dyad_rows.hpp"
#include "detente/models/two_speed.hpp"
#include "detente/questions/ahead/calibration_fit.hpp"
#include "detente/questions/relation/history.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// What a calibration is fitted to.
struct CalibrationRequest {
  /// The model must be `two_speed`, for both sides together.
  Scoring scoring;
  std::string name = {};
  /// Pairs to use; if empty, every pair with `least_events` events after the rules.
  std::vector<Dyad> pairs = {};
  /// Of a pair, to be used without being named.
  std::size_t least_events = 200;
  /// The days that reports cover, `to` exclusive; by default from the first to the last event of any pair.
  std::optional<Day> from = {};
  std::optional<Day> to = {};
  std::optional<Day> as_of = {};
  WorkControl control = {};  ///< counts pairs, then the folds that measure how reliable it is
};

/// g_14 and g_120 at the ends of the days, from the impulses of both sides in the order of `comes_before`.
struct Strain {
  /// Without unit: g_14 and g_120.
  double acute = 0, chronic = 0;
};
/// By day; throws `std::invalid_argument` unless impulses and days ascend.
std::vector<Strain> strain_at(const TwoSpeed& model, std::span<const Impulse> both, std::span<const Day> days);

/// The coding for which a calibration fitted under this scoring holds. Throws `std::invalid_argument` if the model is
/// not `two_speed`.
CalibrationCoding coding_of(const Scoring& scoring, RollUp roll_up);

/// Codes all pairs and fits. Throws `std::invalid_argument` if the model is not `two_speed`, if a direction was chosen,
/// or if the codebook marks no code as severe; `InputError` if a pair is missing, and as `fit_calibration` does.
Calibration calibrate(const DyadRows& pairs, const CalibrationRequest& request);

}  // namespace detente
#pragma GCC visibility pop
