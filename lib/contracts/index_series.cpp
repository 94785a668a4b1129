#include "detente/contracts/index_series.hpp"

#include "detente/detail/enum_names.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr EnumNames<DirectionChoice, 3> choice_names{{
    {DirectionChoice::both, "both"},
    {DirectionChoice::forward, "forward"},
    {DirectionChoice::backward, "backward"},
}};
constexpr EnumNames<SampleAt, 3> sample_names{{
    {SampleAt::end, "end"},
    {SampleAt::mean, "mean"},
    {SampleAt::peak, "peak"},
}};

}  // namespace

std::string_view to_text(DirectionChoice choice) { return name_of(choice_names, choice); }
std::optional<DirectionChoice> parse_direction_choice(std::string_view text) { return value_of(choice_names, text); }

Dyad chosen_dyad(const Dyad& pair, DirectionChoice choice) {
  if (choice == DirectionChoice::both) return pair;
  return who({}, choice == DirectionChoice::forward ? Direction::forward : Direction::backward, pair);
}

std::string_view to_text(SampleAt at) { return name_of(sample_names, at); }
std::optional<SampleAt> parse_sample_at(std::string_view text) { return value_of(sample_names, text); }

}  // namespace detente
