#include "detente/contracts/source_profile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "detente/detail/enum_names.hpp"
#include "detente/ground/error.hpp"
#include "detente/ground/number.hpp"
#include "detente/ground/text.hpp"
#include "ground/text_pieces.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr EnumNames<ProfileStanding, 3> standing_names{{
    {ProfileStanding::chosen, "chosen"},
    {ProfileStanding::provisional, "provisional"},
    {ProfileStanding::users, "the user's"},
}};

using enum ProfileStanding;

/// Among sources that nobody has checked, those that code world news and report about as much as GDELT or ICEWS get
/// GDELT's ρ, and a κ by their amount only if it is known; those of one wire service get the values of KEDS.
const std::array<SourceProfile, 9>& table() {
  static const std::array<SourceProfile, 9> profiles{{
      {"keds", 0.25, 2, chosen, "near the best on KEDS Levant, 46 pairs, 1979 to 2011"},
      {"gdelt", 0.85, 25, provisional,
       "from raw daily counts of India and its partners, 2017 to 2022, not from this program's coding"},
      {"icews", 0.85, 25, provisional, "GDELT's: news of the whole world, coded by machine from many papers"},
      {"polecat", 0.85, 25, provisional, "GDELT's: news of the whole world, coded by machine from many papers"},
      {"phoenix", 0.85, 25, provisional, "GDELT's: news of the whole world, coded by machine from many papers"},
      {"cline", 0.25, 2, provisional, "that of KEDS: a few papers and wire services, coded as they are"},
      {"acled", 0, 2, provisional, "no calm relation shows in deadly events, so rho is 0; kappa is that of KEDS"},
      {"ucdp", 0, 2, provisional, "no calm relation shows in deadly events, so rho is 0; kappa is that of KEDS"},
      {"chronology", 0.25, 2, provisional, "that of KEDS; the model is not made for a few chosen acts"},
  }};
  return profiles;
}

/// The value of "name=…" in a model's text.
std::optional<double> value_of(std::string_view model, const std::string& name) {
  for (const std::string_view word : split(model, ' ')) {
    if (!word.starts_with(name + "=")) continue;
    const std::string_view text = word.substr(name.size() + 1);
    const auto value = parse_number(text);
    if (!value) throw_invalid(name, text, "is a number");
    return value;
  }
  return std::nullopt;
}

struct Shipped {
  const char* name;
  double value;
};
/// The default parameters that fix the scale of `two_speed`, as in `TwoSpeedOptions`; ρ and κ belong to the source.
constexpr std::array<Shipped, 5> shipped{{{"lambda", 0.25},
                                          {"half_life_acute", 14},
                                          {"half_life_chronic", 120},
                                          {"weight_acute", 0.26},
                                          {"weight_chronic", 0.94}}};

bool is_two_speed(std::string_view model) { return model.substr(0, model.find(' ')) == "two_speed"; }

}  // namespace

std::string_view to_text(ProfileStanding standing) { return name_of(standing_names, standing); }

std::span<const SourceProfile> source_profiles() { return table(); }

std::optional<SourceProfile> find_profile(std::string_view name) {
  const auto at = std::find_if(table().begin(), table().end(), [&](const SourceProfile& p) { return p.name == name; });
  return at == table().end() ? std::nullopt : std::optional(*at);
}

bool has_own_scale(std::string_view model) {
  return is_two_speed(model) && std::any_of(shipped.begin(), shipped.end(), [&](const Shipped& of) {
           return value_of(model, of.name).value_or(of.value) != of.value;
         });
}

std::optional<SourceProfile> profile_of_model(std::string_view model, const SourceProfile& of_source) {
  if (!is_two_speed(model)) return std::nullopt;
  const auto rho = value_of(model, "rho"), kappa = value_of(model, "kappa");
  SourceProfile out = of_source;
  if (rho || kappa)
    out = {.name = "own",
           .rho = rho.value_or(of_source.rho),
           .kappa = kappa.value_or(of_source.kappa),
           .standing = users,
           .basis = "as the user wrote it",
           .written_for = std::string(of_source.source())};
  out.own_scale = has_own_scale(model);
  return out;
}

std::string with_profile(std::string_view model, const SourceProfile& profile) {
  std::string out(model);
  if (!is_two_speed(model)) return out;
  if (!value_of(model, "rho")) out += " rho=" + shortest(profile.rho);
  if (!value_of(model, "kappa")) out += " kappa=" + shortest(profile.kappa);
  return out;
}

std::string full_name(const SourceProfile& p) {
  return p.written_for.empty() ? p.name : fmt::format("{} for {}", p.name, p.written_for);
}

std::string to_text(const SourceProfile& p) {
  const std::string_view scale = p.own_scale || p.is_uncalibrated() ? caution_of(p) : "";
  return fmt::format("{}: rho={} kappa={}, {}{}", full_name(p), shortest(p.rho), shortest(p.kappa), to_text(p.standing),
                     scale.empty() ? "" : fmt::format(" ({})", scale));
}

std::string_view caution_of(const SourceProfile& profile) {
  if (profile.own_scale) return "own scale";
  if (profile.is_uncalibrated()) return "uncalibrated scale";
  return profile.standing == users ? "own profile" : "";
}

}  // namespace detente
