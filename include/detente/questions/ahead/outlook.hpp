#pragma once
/// \file
/// What a calibration (calibration.hpp) says about the month after a day: the chance of at least one severe act, the
/// expected number, and what happened to pairs near that chance. It is shown beside the index and never changes it.
///
/// A calibration holds for the coding it was fitted on. An outlook is one of five:
///
/// - calibrated: same source profile, codebook, rules, scores, roll-up, ρ, κ and half-lives, both sides, all issues, no
///   acts of third parties. An as-of day does not matter. So the built-in one holds only for the profile keds, and not
///   for another source that is given its numbers;
/// - in sample: the same, but the month that follows is among those it was fitted on, so what it says there is no test
///   of it;
/// - uncalibrated scale: something differs, and the profile of the source is provisional, so nobody has checked what
///   its levels mean; no numbers. A calibration that was fitted under that same profile does hold for it;
/// - warming up: nothing differs, but too little of the source comes before the day (`is_warming_up`) and the chronic
///   part reads low; no numbers;
/// - not calibrated: something else differs, and `why` says what; no numbers.
///
/// The strain is that of the last day. A calibration was fitted on the ends of calendar months; for a day within a
/// month it is applied to the month that follows that day.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "detente/questions/ahead/calibration.hpp"
#include "detente/questions/ahead/calibration_months.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Whether a calibration holds for a result, and if not, why.
enum class CalibrationStanding : std::uint8_t { calibrated, in_sample, uncalibrated_scale, not_calibrated, warming_up };
/// "calibrated", "in sample", "uncalibrated scale", "not calibrated", "warming up".
std::string_view to_text(CalibrationStanding standing);

/// What a calibration says about the month after a day.
struct Outlook {
  Day day;  ///< the strain is that at its end; the outlook is for the month after it
  CalibrationStanding standing = CalibrationStanding::not_calibrated;
  std::string why = {};          ///< why there are no numbers, in a clause
  std::string calibration = {};  ///< name
  /// Of the calibration.
  std::string hash = {};
  /// Only if calibrated or in sample.
  std::optional<double> chance = {};    ///< of at least one severe act, 0 to 1
  std::optional<double> expected = {};  ///< severe acts
  /// What happened in months of a like chance.
  std::optional<CalibrationBin> near = {};
};

/// Whether a calibration holds for results of this scoring that end on the day. `why` is filled if it does not.
struct CalibrationCheck {
  CalibrationStanding standing = CalibrationStanding::calibrated;
  /// In a clause.
  std::string why = {};
};
/// Whether the calibration holds. O(1) but for the codebook's hash.
CalibrationCheck check_coding(const Calibration& calibration, const Scoring& scoring, const Selection& selection,
                              Day day);

/// The outlook from the impulses of the pair at the end of the day; nothing if the model is not `two_speed`, the only
/// one that has calibrations.
std::optional<Outlook> outlook(const Calibration& calibration, const Scoring& scoring, const Selection& selection,
                               const SidedImpulses& impulses, Day day);

}  // namespace detente
#pragma GCC visibility pop
