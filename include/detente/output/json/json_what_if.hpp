#pragma once
/// \file
/// A what-if as JSON (component detente::json). The keys, in order; missing is null:
///
/// - `source`, `target`, `direction`, `at`
/// - `changes`: [{`change`, `before` and `after` (the event, or null), `fields` [{`field`, `from`, `to`}], and what
///   it does alone: `on_largest`, `on_last`, `most`, `most_day`}]
/// - `together`: {`on_largest`, `on_last`, `most`, `most_day`}, `interaction`: {`on_largest`, `on_last`}
/// - `periods`: [{`period`, `first_day`, `last_day`, `as_is`, `what_if`, `difference`, `lower`, `upper`}]
/// - `days`: [{`day`, `as_is`, `what_if`, `difference`, `lower`, `upper`}]
/// - `provenance`

#include <string>

#include "detente/questions/ahead/what_if.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The schema is what-if.schema.json.
std::string what_if_json(const WhatIf& found);

}  // namespace detente
#pragma GCC visibility pop
