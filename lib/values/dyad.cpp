#include "detente/values/dyad.hpp"

#include "detente/detail/enum_names.hpp"
#include "detente/ground/text.hpp"
#include "ground/text_pieces.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr EnumNames<Direction, 2> direction_names{{
    {Direction::forward, "forward"},
    {Direction::backward, "backward"},
}};

}  // namespace

std::string_view to_text(Direction direction) { return name_of(direction_names, direction); }

Dyad who(const std::optional<Dyad>& others, Direction direction, const Dyad& pair) {
  if (others) return *others;
  return direction == Direction::forward ? pair.canonical() : pair.canonical().reversed();
}

Parsed<Dyad> parse_dyad(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || text.find(':', colon + 1) != std::string_view::npos)
    return Parsed<Dyad>::broken("a dyad is written SOURCE:TARGET, such as USA:COL");
  Dyad dyad{std::string(trim(text.substr(0, colon))), std::string(trim(text.substr(colon + 1)))};
  if (dyad.source.empty() || dyad.target.empty())
    return Parsed<Dyad>::broken("a dyad names two actors, such as USA:COL");
  if (dyad.source == dyad.target) return Parsed<Dyad>::broken("the two actors of a dyad differ");
  return dyad;
}

std::string to_text(const Dyad& dyad) { return dyad.source + ":" + dyad.target; }

}  // namespace detente
