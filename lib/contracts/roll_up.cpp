#include "contracts/roll_up.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

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

/// "2014-" and "2018-2022"
bool is_years(std::string_view text) {
  const std::size_t dash = text.find('-');
  const auto is_year = [](std::string_view year) {
    return year.size() == 4 && std::all_of(year.begin(), year.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  return dash != std::string_view::npos && is_year(text.substr(0, dash)) &&
         (dash + 1 == text.size() || is_year(text.substr(dash + 1)));
}

/// "Russia" of "Russia (Soviet Union)" and of "Russia (2000-)"; of a force only with years. What stands behind the
/// bracket is a unit, or one side of a divided state: such a name is its own.
std::string_view without_bracket(std::string_view name, bool only_years) {
  const std::size_t open = name.find('(');
  if (open == std::string_view::npos) return name;
  if (!name.ends_with(')')) return {};
  const std::string_view inside = name.substr(open + 1, name.size() - open - 2);
  return only_years && !is_years(inside) ? std::string_view() : trim(name.substr(0, open));
}

/// The code of the country, or nothing for a name that is none.
std::optional<std::string> country_of_forces(std::string_view actor) {
  constexpr std::array<std::string_view, 3> forces{"Government of ", "Military Forces of ", "Police Forces of "};
  const auto begins = std::find_if(forces.begin(), forces.end(), [&](auto force) { return actor.starts_with(force); });
  if (begins == forces.end()) return std::nullopt;
  std::string_view name = without_bracket(actor.substr(begins->size()), begins != forces.begin());
  if (name.starts_with("the ")) name.remove_prefix(4);
  const std::string_view code = country_of(name);
  return code.empty() ? std::nullopt : std::optional(std::string(code));
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
