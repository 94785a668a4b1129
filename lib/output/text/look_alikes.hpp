#pragma once
/// \file
/// The actors and objects of an audit that look alike, as `check` shows them.

#include <string>

#include "detente/questions/coding/audit.hpp"

namespace detente::detail {

/// Up to two sections of the check's table, with a blank line first; "" if no names look alike. Each name is followed
/// by its characters that are not on every keyboard, because they make the difference.
std::string look_alikes_section(const Audit& audit);

}  // namespace detente::detail
