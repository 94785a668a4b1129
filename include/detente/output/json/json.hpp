#pragma once
/// \file
/// Results as JSON (component detente::json). Keys come in the order given here, on every run; numbers are the shortest
/// that read back to the same bits, missing is `null`, days are "2025-09-26". Text that is no UTF-8 has U+FFFD in its
/// place. Two blanks of indentation, a line end at the end.
///
/// - index: `source`, `target`, `direction`, `at`, `headline` {`text`, `day`, `index`, `word`, `heat`, `measures`,
///   `open_measures`, `phase`, `largest`, `largest_day`, `outlook` (json_forecast.hpp; null without one)}, `series` [as
///   the CSV, and `lowest`, `highest`, `forward`, `backward`], `phases`, `measures`, `events`, `sensitivity`
///   [{`choice`, `index`}] at the last day, `unknown_codes`, `provenance`
/// - attribution: `source`, `target`, `from`, `to`, `index_from`, `index_to`, `level_from`, `level_to`, `exact`,
///   `profile`, `warm_from` and `warming_up` (until when the model warms up on the first day, and a sentence; null
///   where it does not), `fading_cooperation`, `rise_by_fading`, `remainder_index`, `remainder_level`, `events` [{…,
///   `index`
///   {`change`, `acts`, `fading`, `measures`, `releases`}, `level` {same}}], `others`, `by_issue`, `by_class`,
///   `by_direction`
/// - check: `files` [{`name`, `format`, `rows`, `kept`, `set_aside`, `rejected`, `examples`, `first_day`, `last_day`,
///   `days_without_reports`, `unknown_columns`, `unknown_names` [{`name`, `rows`}] most rows first}]
///
/// In a check, rows = kept + Σ set_aside + Σ rejected; a header is no row.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "detente/questions/index/index_report.hpp"
#include "detente/readers/damage.hpp"

namespace detente {

std::string index_json(const IndexReport& report);
/// A panel comes piece by piece, so it is JSON lines: an object a row, `source` and `target`, the keys of the index's
/// `series`, and `codebook`, the name of the one by which the pair was scored.
std::string index_rows_json(const IndexSeries& series);
/// `pair` is the canonical pair that the attribution's directions refer to.
/// Events past the first `top` are summed under `others` {`events`, `index`, `level`}.
std::string attribution_json(const Attribution& attribution, const Dyad& pair, std::size_t top = SIZE_MAX);
std::string check_json(std::span<const FileReport> files);

}  // namespace detente
