#pragma once
/// \file
/// How much, how often and for how long values are revised.

#include "detente/questions/change/vintages.hpp"

namespace detente::detail {

/// Fills in when each value has settled, and the summary, from the periods and their revisions.
void summarise(VintageReport& report);

}  // namespace detente::detail
