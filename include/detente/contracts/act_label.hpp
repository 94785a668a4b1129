#pragma once
/// \file
/// What people call an act.

#include <string>

#include "detente/contracts/codebook.hpp"
#include "detente/values/event.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The label of the event's code. An event with a score of its own may have a code that no codebook knows, which is
/// then said as it is written (`spoken`), or none: then the beginning of its note stands for it, or "act without a
/// term". `codebook` may be nullptr.
std::string act_label(const Event& event, const Codebook* codebook);

}  // namespace detente
#pragma GCC visibility pop
