#pragma once
/// \file
/// Countries by name, for sources that write "Russian Federation" and not RUS. The table has the names of ISO 3166-1
/// and the United Nations, the other names that are about ("Cote d'Ivoire", "Ivory Coast"), those that ICEWS uses
/// ("Occupied Palestinian Territory", "the former Yugoslav Republic of Macedonia") and names of the past. A state that
/// is gone keeps its own withdrawn code (Soviet Union SUN, Yugoslavia YUG); one that only changed its name has one code
/// (Burma and Myanmar MMR, Zaire COD). Kosovo, which has none in the standard, is XKX, as others write it.
///
///     country_of("Taiwan");              // "TWN"
///     country_of("russian federation");  // "RUS"
///     country_of("Korea");               // "": which one is not said

#include <string_view>

namespace detente::detail {

/// ISO 3166-1 alpha-3 code of a country by its English name, whatever its capitals; "" for a name that is unknown.
/// Never guesses by likeness: Niger is not Nigeria.
std::string_view country_of(std::string_view name);

}  // namespace detente::detail
