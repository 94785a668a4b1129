#pragma once
/// \file
/// What `two_speed` must know about a source of machine-coded events: ρ, the hostile points per event that even a calm
/// relation shows in it (machines code some hostility into anything), and κ, the unit of its amounts (sources differ a
/// hundredfold in how much they report). Both belong to the source, so every result says which profile it was made with
/// and how well founded that is:
///
/// - chosen: near the best on a development set of this source;
/// - provisional: taken over from another source or another coding, so the scale is not calibrated, and a result says
///   so. Levels of such a source can be compared with each other; do not read them by the landmarks;
/// - the user's: the user gave ρ or κ; it is still for one source, that of the files it was written for;
///   results say which.
///
/// ```cpp
/// find_profile("keds")->rho;                 // → 0.25
/// to_text(*find_profile("gdelt"));           // → "gdelt: rho=0.85 kappa=25, provisional (uncalibrated scale)"
/// with_profile("two_speed lambda=0", *find_profile("keds"));   // → "two_speed lambda=0 rho=0.25 kappa=2"
/// ```

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#pragma GCC visibility push(default)
namespace detente {

/// How a profile came about: chosen on outcomes, set for the time being, or given by the user.
enum class ProfileStanding : std::uint8_t { chosen, provisional, users };
/// "chosen", "provisional", "the user's".
std::string_view to_text(ProfileStanding standing);

/// What a calm relation looks like in a source, for `two_speed`.
struct SourceProfile {
  std::string name;  ///< "keds", "gdelt", …; of a user's: "own"
  double rho = 0;    ///< points, ≥ 0
  double kappa = 1;  ///< points, > 0
  ProfileStanding standing = ProfileStanding::users;
  std::string basis = {};  ///< where the two numbers come from, in a sentence
  /// The model has another λ, b or half-life than its defaults: another scale, whose index has no words.
  bool own_scale = false;
  /// Of a user's profile, the built-in one of the files it was written for: "gdelt".
  std::string written_for = {};

  /// The source that it is for, by the name of that source's built-in profile.
  std::string_view source() const { return written_for.empty() ? name : written_for; }

  /// Whether nobody has checked that the landmarks of the scale hold for results of this profile.
  bool is_uncalibrated() const { return standing == ProfileStanding::provisional; }
};

/// The built-in profiles.
std::span<const SourceProfile> source_profiles();
/// Nothing for an unknown name.
std::optional<SourceProfile> find_profile(std::string_view name);

/// Whether the model is a `two_speed` with another λ, b or half-life than its defaults. Throws `std::invalid_argument`
/// for a value of those that is not a number.
bool has_own_scale(std::string_view model);
/// The profile that a model's text means for files of the source `of_source`: the source's own, or the user's if the
/// text gives ρ or κ; what the text does not give is the source's. Nothing for a model other than `two_speed`. Throws
/// `std::invalid_argument` for a value that is not a number.
std::optional<SourceProfile> profile_of_model(std::string_view model, const SourceProfile& of_source);
/// The model's text with the profile's ρ and κ added where it gives none; for a model other than `two_speed`, the text
/// itself.
std::string with_profile(std::string_view model, const SourceProfile& profile);

/// "keds"; of a user's profile also the source that it is for: "own for gdelt".
std::string full_name(const SourceProfile& profile);
/// "keds: rho=0.25 kappa=2, chosen" or "own for gdelt: rho=0.9 kappa=25, the user's", followed where it applies by "own
/// scale" or "uncalibrated scale" in brackets.
std::string to_text(const SourceProfile& profile);
/// "own scale", "uncalibrated scale", "own profile" or nothing: what a reader must know next to a number.
std::string_view caution_of(const SourceProfile& profile);

}  // namespace detente
#pragma GCC visibility pop
