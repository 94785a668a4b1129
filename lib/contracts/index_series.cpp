#include "detente/contracts/index_series.hpp"

#include <array>

namespace detente {
namespace {

constexpr std::array<std::string_view, 3> choices{"both", "forward", "backward"};
constexpr std::array<std::string_view, 3> samples{"end", "mean", "peak"};

template <class Enum>
std::optional<Enum> parse(const std::array<std::string_view, 3>& names, std::string_view text) {
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == text) return static_cast<Enum>(i);
  return std::nullopt;
}

}  // namespace

std::string_view to_text(DirectionChoice choice) { return choices[static_cast<std::size_t>(choice)]; }
std::optional<DirectionChoice> parse_direction_choice(std::string_view text) {
  return parse<DirectionChoice>(choices, text);
}

Dyad chosen_dyad(const Dyad& pair, DirectionChoice choice) {
  if (choice == DirectionChoice::both) return pair;
  return who({}, choice == DirectionChoice::forward ? Direction::forward : Direction::backward, pair);
}

std::string_view to_text(SampleAt at) { return samples[static_cast<std::size_t>(at)]; }
std::optional<SampleAt> parse_sample_at(std::string_view text) { return parse<SampleAt>(samples, text); }

}  // namespace detente
