#pragma once
/// \file
/// Results as JSON (component detente::json). Keys come in the order given here, on every run; numbers are the shortest
/// that read back to the same bits, a missing value is `null`, days are "2025-09-26". Bytes that are not UTF-8 become
/// U+FFFD. Indentation is two blanks, and there is a line end at the end.
///
/// An index:
///
/// - `source`, `target`, `names` {code: the name that the actor table gives it}, `direction`, `at`
/// - `headline`: {`text`, `day`, `index`, `word`, `lower`, `upper`, `heat`, `measures`, `open_measures`, `phase`,
///   `rank`: {`since`, `below`, `above` (shares of the pair's own days), `peak`, `peak_day`}, `movement`: {`period`,
///   `index_from`, `index_to`, `silence`, `movers`: [{`day`, `source`, `target`, `label`, `index`}], `others`,
///   `not_listed`}, `largest`, `largest_day`, `outlook` (json_forecast.hpp; null without one)}
/// - `series`: [as the CSV, and `lowest`, `highest`, `forward`, `backward`]
/// - `phases`, `measures`, `events`
/// - `sensitivity`: [{`choice`, `index`}] at the last day
/// - `first_values`: [{`period`, `first`, `first_as_of`, `revision`}] by period, what was published of it; null unless
///   asked for
/// - `unknown_codes`, `provenance`
///
/// An attribution:
///
/// - `source`, `target`, `from`, `to`, `index_from`, `index_to`, `level_from`, `level_to`
/// - `exact`, `profile`, `fading_cooperation`, `rise_by_fading`, `remainder_index`, `remainder_level`
/// - `warm_from`, `warming_up`: until when the model warms up on the first day, and a sentence; null where it does not
/// - `events`: [{…, `id`, `object`, `note`, `url`, `index` {`change`, `acts`, `fading`, `measures`, `releases`},
///   `level` {same}}]
/// - `others`, `by_issue`, `by_class`, `by_direction`
///
/// A check:
///
/// - `files`: [{`name`, `format`, `rows`, `kept`, `set_aside`, `rejected`, `examples`, `first_day`, `last_day`,
///   `days_without_reports`, `unknown_columns`, `unknown_names` [{`name`, `rows`}] most rows first}]
///
/// In a check, rows = kept + Σ set_aside + Σ rejected; a header is not a row.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "detente/contracts/event_finder.hpp"
#include "detente/questions/index/index_report.hpp"
#include "detente/readers/damage.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The schema is index.schema.json.
std::string index_json(const IndexReport& report);
/// Several relations: `relations`, a list of such documents, in their order.
std::string relations_json(std::span<const IndexReport> reports);
/// A panel comes piece by piece, so it is JSON lines: an object a row, `source` and `target`, the keys of the index's
/// `series`, and how it was made: `codebook`, the name of the one by which the pair was scored; `source_profile`, in
/// the words of `to_text`, or null for a model that has none; `assumptions`, as in `provenance`, among them how the
/// codebook was told.
std::string index_rows_json(const IndexSeries& series);
/// `events` are those of the log that was attributed; throws `std::invalid_argument` if it lacks one of a line.
/// `pair` is the canonical pair that the attribution's directions refer to.
/// Events past the first `top` are summed under `others` {`events`, `index`, `level`}.
std::string attribution_json(const EventFinder& events, const Attribution& attribution, const Dyad& pair,
                             std::size_t top = SIZE_MAX);
/// The schema is check.schema.json; without what an audit finds.
std::string check_json(std::span<const FileReport> files);

}  // namespace detente
#pragma GCC visibility pop
