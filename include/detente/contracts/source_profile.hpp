#pragma once
/// \file
/// What `two_speed` must know of a source of machine-coded events: ρ, the hostile points that an event of a calm
/// relation shows in it (machines code some hostility into anything), and κ, the unit of its amounts (sources differ a
/// hundredfold in how much they report). Both belong to the source, so every result says which profile it was made by
/// and how that stands:
///
/// - chosen: near the best on a development set of this source;
/// - provisional: taken over from another source or another coding, so the scale is not calibrated, and a result says
///   so. Levels of such a source compare with each other; do not read them by the landmarks;
/// - the user's: ρ or κ was written out.
///
///     find_profile("keds")->rho;                 // 0.25
///     to_text(*find_profile("gdelt"));           // "gdelt: rho=0.85 kappa=25, provisional (uncalibrated scale)"
///     with_profile("two_speed lambda=0", *find_profile("keds"));   // "two_speed lambda=0 rho=0.25 kappa=2"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace detente {

enum class ProfileStanding : std::uint8_t { chosen, provisional, users };
/// "chosen", "provisional", "the user's".
std::string_view to_text(ProfileStanding standing);

struct SourceProfile {
  std::string name;  ///< "keds", "gdelt", …; of a user's: "own"
  double rho = 0;    ///< points, ≥ 0
  double kappa = 1;  ///< points, > 0
  ProfileStanding standing = ProfileStanding::users;
  std::string basis = {};  ///< where the two numbers come from, in a sentence
  /// The model has another λ, b or half-life than it comes with: another scale, whose index has no words.
  bool own_scale = false;

  /// Whether the landmarks of the scale hold for results of this profile, as far as anybody has looked.
  bool is_uncalibrated() const { return standing == ProfileStanding::provisional; }
};

/// The built-in ones.
std::span<const SourceProfile> source_profiles();
/// Nothing for an unknown name.
std::optional<SourceProfile> find_profile(std::string_view name);

/// Whether the model is a `two_speed` of another λ, b or half-life than it comes with. Throws `std::invalid_argument`
/// for a value of those that is not a number.
bool has_own_scale(std::string_view model);
/// The profile of a model's text, where the files are of `of_source`: that one, or the user's own if the text names ρ
/// or κ; what it does not name is the source's. Nothing for a model other than `two_speed`. Throws
/// `std::invalid_argument` for a value that is not a number.
std::optional<SourceProfile> profile_of_model(std::string_view model, const SourceProfile& of_source);
/// The model's text with the profile's ρ and κ where it names none; of another model than `two_speed` the text itself.
std::string with_profile(std::string_view model, const SourceProfile& profile);

/// "keds: rho=0.25 kappa=2, chosen", behind it in brackets "own scale" or "uncalibrated scale"
std::string to_text(const SourceProfile& profile);
/// "own scale", "uncalibrated scale", "own profile" or nothing: what a reader must know beside a number.
std::string_view caution_of(const SourceProfile& profile);

}  // namespace detente
