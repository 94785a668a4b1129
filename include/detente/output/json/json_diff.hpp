#pragma once
/// \file
/// A comparison of two coders as JSON (component detente::json). The keys, in order:
///
/// - `left`, `right`, `source`, `target`, `left_events`, `right_events`, `agreed`
/// - `largest_difference`, `largest_day`, `last_difference`
/// - `differences`: [{`effect`, `effect_day`, `left`, `right` (the event, or null), `fields` {name: [left, right]}}]
/// - `days`: [{`day`, `left`, `right`}]

#include <string>

#include "detente/output/text/diff_table.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The schema is diff.schema.json.
std::string diff_json(const DiffView& view);

}  // namespace detente
#pragma GCC visibility pop
