#include "contracts/roll_up.hpp"

#include <algorithm>
#include <array>

#include "detente/detail/enum_names.hpp"
#include "detente/ground/text.hpp"
#include "ground/text_pieces.hpp"
#include "values/country_names.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr EnumNames<RollUp, 3> roll_up_names{{
    {RollUp::none, "none"},
    {RollUp::cameo, "cameo"},
    {RollUp::governments, "governments"},
}};

bool is_cameo_compound(std::string_view actor) {
  return actor.size() >= 6 && actor.size() % 3 == 0 &&
         std::all_of(actor.begin(), actor.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// "Russia" of "Russia (Soviet Union)" and of "Russia (2000-) Special Forces".
std::string_view before_bracket(std::string_view name) { return trim(name.substr(0, name.find('('))); }

/// The code of the country, or nothing for a name that is none.
std::optional<std::string> country_of_forces(std::string_view actor) {
  constexpr std::array<std::string_view, 3> forces{"Government of ", "Military Forces of ", "Police Forces of "};
  for (const std::string_view begins : forces) {
    if (!actor.starts_with(begins)) continue;
    std::string_view name = before_bracket(actor.substr(begins.size()));
    if (name.starts_with("the ")) name.remove_prefix(4);
    const std::string_view code = country_of(name);
    return code.empty() ? std::nullopt : std::optional(std::string(code));
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_text(RollUp rule) { return name_of(roll_up_names, rule); }
std::optional<RollUp> parse_roll_up(std::string_view text) { return value_of(roll_up_names, text); }

std::optional<std::string> detail::parent_by(RollUp rule, std::string_view actor) {
  switch (rule) {
    case RollUp::none: break;
    case RollUp::cameo: return is_cameo_compound(actor) ? std::optional(std::string(actor.substr(0, 3))) : std::nullopt;
    case RollUp::governments: return country_of_forces(actor);
  }
  return std::nullopt;
}

}  // namespace detente
