#include "detente/questions/ahead/outlook.hpp"

#include <fmt/format.h>

#include "detente/detail/enum_names.hpp"
#include "detente/ground/number.hpp"
#include "detente/ground/period.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr EnumNames<CalibrationStanding, 5> standing_names{{
    {CalibrationStanding::calibrated, "calibrated"},
    {CalibrationStanding::in_sample, "in sample"},
    {CalibrationStanding::uncalibrated_scale, "uncalibrated scale"},
    {CalibrationStanding::not_calibrated, "not calibrated"},
    {CalibrationStanding::warming_up, "warming up"},
}};

std::string differs(std::string_view what, std::string_view ours, std::string_view its) {
  return fmt::format("{} is {} here and {} there", what, ours, its);
}

std::string number_differs(std::string_view what, double ours, double its) {
  return differs(what, shortest(ours), shortest(its));
}

/// How the profiles differ; equal numbers alone may still belong to another source. Empty if it is the same profile.
std::string profile_differs(const CalibrationCoding& its, const CalibrationCoding& ours) {
  if (ours.profile != its.profile) return differs("the profile", ours.profile, its.profile);
  if (ours.profile_standing == its.profile_standing) return {};
  return differs(fmt::format("the {} profile", ours.profile), ours.profile_standing, its.profile_standing);
}

/// The first thing that differs from the calibration; empty if nothing does.
std::string difference(const CalibrationCoding& its, const CalibrationCoding& ours) {
  if (ours.codebook_hash != its.codebook_hash)
    return differs("the codebook", fmt::format("{} {}", ours.codebook, ours.codebook_hash),
                   fmt::format("{} {}", its.codebook, its.codebook_hash));
  if (std::string profile = profile_differs(its, ours); !profile.empty()) return profile;
  if (ours.rho != its.rho) return number_differs("rho", ours.rho, its.rho);
  if (ours.kappa != its.kappa) return number_differs("kappa", ours.kappa, its.kappa);
  if (ours.half_life_acute != its.half_life_acute)
    return number_differs("half_life_acute", ours.half_life_acute, its.half_life_acute);
  if (ours.half_life_chronic != its.half_life_chronic)
    return number_differs("half_life_chronic", ours.half_life_chronic, its.half_life_chronic);
  if (ours.rules != its.rules)
    return differs("the coding", fmt::format("'{}'", ours.rules), fmt::format("'{}'", its.rules));
  if (ours.scores != its.scores) return differs("the source of scores", ours.scores, its.scores);
  if (ours.roll_up != its.roll_up) return differs("the roll-up", ours.roll_up, its.roll_up);
  return {};
}

/// Why the question is not about a whole relation, to which a calibration applies; empty if it is.
std::string part_asked(const Scoring& scoring, const Selection& selection) {
  if (scoring.direction != DirectionChoice::both) return "one direction was asked for, and it is of both";
  if (!selection.issue.empty()) return "one issue was asked for, and it is of all";
  if (!selection.also.empty()) return "acts of others count here";
  return {};
}

/// Whether the day is more than a month after the last report.
bool is_beyond_reports(const Scoring& scoring, Day day) {
  constexpr int month = 31;
  return scoring.covered_to && *scoring.covered_to + month <= day;
}

/// The standing to give when a calibration does not hold.
CalibrationStanding standing_without(const Scoring& scoring) {
  const bool is_provisional = scoring.profile && scoring.profile->is_uncalibrated();
  return is_provisional ? CalibrationStanding::uncalibrated_scale : CalibrationStanding::not_calibrated;
}

}  // namespace

std::string_view to_text(CalibrationStanding standing) { return name_of(standing_names, standing); }

CalibrationCheck check_coding(const Calibration& calibration, const Scoring& scoring, const Selection& selection,
                              Day day) {
  std::string why = part_asked(scoring, selection);
  if (why.empty()) why = difference(calibration.coding, coding_of(scoring, selection.actors.rule()));
  if (!why.empty()) return {standing_without(scoring), std::move(why)};
  if (is_warming_up(scoring, day))
    return {CalibrationStanding::warming_up,
            fmt::format("not calibrated, since the chronic part reads low until {}", to_text(*warm_from(scoring)))};
  if (is_beyond_reports(scoring, day))
    return {CalibrationStanding::not_calibrated,
            fmt::format("the reports end on {}, and silence after it is no calm", to_text(*scoring.covered_to - 1))};
  const bool inside = calibration.first <= day && day < calibration.last;
  return {inside ? CalibrationStanding::in_sample : CalibrationStanding::calibrated, {}};
}

std::optional<Outlook> outlook(const Calibration& calibration, const Scoring& scoring, const Selection& selection,
                               const SidedImpulses& impulses, Day day) {
  const TwoSpeed* model = scoring.model.as<TwoSpeed>();
  if (model == nullptr) return std::nullopt;
  const CalibrationCheck fit = check_coding(calibration, scoring, selection, day);
  Outlook out{.day = day, .standing = fit.standing, .why = fit.why};
  out.calibration = calibration.name;
  out.hash = hash_of(calibration);
  if (!fit.why.empty()) return out;
  const Strain strain = strain_at(*model, impulses.both, std::span(&day, 1)).front();
  out.chance = chance_of_severe(calibration, strain.acute, strain.chronic);
  out.expected = expected_severe(calibration, strain.acute, strain.chronic);
  if (const CalibrationBin* bin = bin_of(calibration, *out.chance)) out.near = *bin;
  return out;
}

}  // namespace detente
