#pragma once
/// \file
/// Who acts on whom in an event, by the names that a table of actors gives them.

#include <cstdint>

#include "detente/contracts/actor_table.hpp"
#include "detente/values/dyad.hpp"
#include "detente/values/event.hpp"

namespace detente::detail {

/// A number above 1 for who acts on whom; that of the reverse differs only in the lowest bit. Actors that roll up to
/// the same parents have the same number.
std::uint64_t others_number(const Dyad& parties);

/// Who acts on whom in the event, by the names that `actors` gives them on its day.
Dyad parties_of(const Event& event, const ActorTable& actors);

/// On which side of `pair` an act of these parties counts: that of the member who takes part; else the direction in
/// which `named` is written.
Direction side_of(const Dyad& parties, const Dyad& named, const Dyad& pair);

}  // namespace detente::detail
