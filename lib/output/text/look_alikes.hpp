#pragma once
/// \file
/// The actors of an audit that look alike, as `check` shows them.

#include <string>

#include "detente/questions/coding/audit.hpp"

namespace detente::detail {

/// A section of the check's table, a blank line first; "" if no names look alike. Beside a name stand its letters that
/// are not on every keyboard, because they are what tells it from the other.
std::string look_alikes_section(const Audit& audit);

}  // namespace detente::detail
