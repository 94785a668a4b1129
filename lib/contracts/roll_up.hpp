#pragma once
/// \file
/// The rules by which actors that no table names roll up (actor_table.hpp says what they do).

#include <optional>
#include <string>
#include <string_view>

#include "detente/contracts/actor_table.hpp"

namespace detente::detail {

/// The actor that this one counts as by the rule, or nothing if the rule does not touch it.
std::optional<std::string> parent_by(RollUp rule, std::string_view actor);

}  // namespace detente::detail
