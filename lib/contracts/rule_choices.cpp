#include "detente/contracts/rule_choices.hpp"

#include <array>

namespace detente {

std::string_view to_text(Mirrors mirrors) {
  static constexpr std::array<std::string_view, 3> words{"twice", "once", "any"};
  return words[static_cast<std::size_t>(mirrors)];
}

std::string_view to_text(Mentions mentions) {
  static constexpr std::array<std::string_view, 3> words{"one", "log", "count"};
  return words[static_cast<std::size_t>(mentions)];
}

std::string_view to_text(Volume volume) {
  static constexpr std::array<std::string_view, 4> words{"none", "log", "dyad", "file"};
  return words[static_cast<std::size_t>(volume)];
}

std::optional<Mirrors> parse_mirrors(std::string_view text) {
  if (text == "once") return Mirrors::once;
  if (text == "twice") return Mirrors::twice;
  if (text == "any") return Mirrors::any;
  return std::nullopt;
}

std::optional<Mentions> parse_mentions(std::string_view text) {
  if (text == "one") return Mentions::one;
  if (text == "log") return Mentions::log;
  if (text == "count") return Mentions::count;
  return std::nullopt;
}

}  // namespace detente
