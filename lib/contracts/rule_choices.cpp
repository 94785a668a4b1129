#include "detente/contracts/rule_choices.hpp"

#include "detente/detail/enum_names.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr EnumNames<Mirrors, 3> mirrors_names{{
    {Mirrors::twice, "twice"},
    {Mirrors::once, "once"},
    {Mirrors::any, "any"},
}};
constexpr EnumNames<Mentions, 3> mentions_names{{
    {Mentions::one, "one"},
    {Mentions::log, "log"},
    {Mentions::count, "count"},
}};
constexpr EnumNames<Volume, 4> volume_names{{
    {Volume::none, "none"},
    {Volume::log, "log"},
    {Volume::dyad, "dyad"},
    {Volume::file, "file"},
}};

}  // namespace

std::string_view to_text(Mirrors mirrors) { return name_of(mirrors_names, mirrors); }
std::string_view to_text(Mentions mentions) { return name_of(mentions_names, mentions); }
std::string_view to_text(Volume volume) { return name_of(volume_names, volume); }

std::optional<Mirrors> parse_mirrors(std::string_view text) { return value_of(mirrors_names, text); }
std::optional<Mentions> parse_mentions(std::string_view text) { return value_of(mentions_names, text); }

}  // namespace detente
