#pragma once
/// \file
/// UCDP GED, the Georeferenced Event Dataset of the Uppsala Conflict Data Program: a CSV with a header, one row for
/// each event in which somebody was killed, coded by people from reports.
///
/// A dyad is `side_a` and `side_b`, UCDP's own dyad. In one-sided violence side A killed side B; in conflicts between
/// states or groups the order says nothing about who attacked (a government is always side A), so read both directions
/// together. Sides stay as written; `RollUp::governments` turns "Government of India" into IND.
///
/// The code is `type_of_violence` in words, scored by the codebook `ucdp`; the issue is `conflict_name`. Deaths, by
/// the best estimate, are the count of acts: an event with 30 dead counts thirty times one with a single death. A best
/// estimate of 0 counts as one act, because the event is there (its high estimate is above 0).
///
/// From `date_start` to `date_end` is one unknown day; with `event_clarity` 2, a summary of several events,
/// throughout. An id is `id`. The files do not say when an event was reported, but `number_of_sources` are mentions.

#include "readers/formats/published_format.hpp"

namespace detente::detail {

class UcdpGed : public PublishedFormat {
 public:
  const FormatInfo& info() const override { return *find_format("ucdp"); }
  IdSource ids() const override { return {name(), IdScope::event}; }

 protected:
  std::unique_ptr<const RowReader> rows(std::string_view head, const ReadOptions& options, Miss& miss) const override;
};

}  // namespace detente::detail
