#pragma once
/// \file
/// Whether an event that somebody asks about can be scored.

#include <optional>
#include <string>

#include "detente/contracts/codebook.hpp"
#include "detente/values/event.hpp"

namespace detente::detail {

/// The rule that the event's code breaks if the codebook does not know it and the event has no score of its own, with
/// the nearest codes.
std::optional<std::string> unknown_code_rule(const Codebook& codebook, const Event& event);

}  // namespace detente::detail
