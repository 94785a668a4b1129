#pragma once
/// \file
/// Countries by name, for sources that write "Russian Federation" and not RUS. The table has the names of ISO 3166-1
/// and the United Nations, other names in use ("Cote d'Ivoire", "Ivory Coast"), those that ICEWS uses ("Occupied
/// Palestinian Territory", "the former Yugoslav Republic of Macedonia") and former names. A state that no longer exists
/// keeps its own withdrawn code (Soviet Union SUN, Yugoslavia YUG); one that only changed its name has one code (Burma
/// and Myanmar MMR, Zaire COD). Kosovo, which has no code in the standard, is XKX, as elsewhere.
///
///     country_of("Taiwan");              // "TWN"
///     country_of("russian federation");  // "RUS"
///     country_of("Korea");               // "": which one is not said

#include <string_view>

namespace detente::detail {

/// ISO 3166-1 alpha-3 code of a country by its English name, ignoring case; "" for an unknown name. It never guesses
/// from similarity: Niger is not Nigeria.
std::string_view country_of(std::string_view name);
/// The same for a text that may be the code itself.
std::string_view country_meant(std::string_view name);

}  // namespace detente::detail
