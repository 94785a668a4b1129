#pragma once
/// \file
/// What moved an index, and phases, as JSON.

#include "output/json/json_value.hpp"

namespace detente::detail {

Json json_of_movers(const Movement& movement, const Dyad& pair);
/// `agreement`: nothing in the document of an index, which does not compute it.
Json json_of_phase(const Phase& phase, const Dyad& pair);
Json json_of_unknown_codes(const std::vector<UnknownCode>& unknown);

}  // namespace detente::detail
