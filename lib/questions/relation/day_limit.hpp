#pragma once
/// \file
/// The limit of days that a request may have: a mistyped year or a request by day over centuries is refused before
/// anything is computed.

#include <cstdint>
#include <optional>
#include <string_view>

#include "detente/values/dyad.hpp"

namespace detente::detail {

/// Throws `InputError` of code `too_many_days` if there are more days than allowed; `field` holds the limit.
void require_days(const Dyad& dyad, std::uint64_t days, std::optional<std::uint64_t> most, std::string_view field);

}  // namespace detente::detail
