#pragma once
/// \file
/// ACLED, the Armed Conflict Location & Event Data: a CSV with a header, one row for each event of political violence,
/// protest or strategic development, coded by people from reports.
///
/// A dyad is `actor1` and `actor2` as written. The order of the two says who acted in attacks on civilians and in
/// strikes; in a battle it says nothing, so read both directions together. In every protest the protesters stand first:
/// excessive force against them is taken as the act of the other side. A row without a second actor (most protests) has
/// no dyad and is set aside, and so are the types that are no act of one on the other ("Change to group/activity",
/// "Non-violent transfer of territory", "Other"). The forces of a state are named with the years of its government,
/// "Military Forces of India (2014-)"; `RollUp::governments` makes one actor of them.
///
/// The code is `sub_event_type`, scored by the codebook `acled`; the issue is `event_type`. `fatalities` are the count
/// of acts: a clash with 30 dead counts thirty times one with a single death, and one without deaths once.
///
/// `event_date` is a day as yyyy-mm-dd or in words ("15 January 2024"). `time_precision` 2 (a week) makes it about that
/// day, ±3; 3 makes it one unknown day of its month. An id is `event_id_cnty`; ACLED corrects events and uploads them
/// again under the same id, so `timestamp` is the revision. When an event was first reported is not in the file.

#include "readers/formats/published_format.hpp"

namespace detente::detail {

class Acled : public PublishedFormat {
 public:
  const FormatInfo& info() const override { return *find_format("acled"); }
  IdSource ids() const override { return {name(), IdScope::event}; }

 protected:
  std::unique_ptr<const RowReader> rows(std::string_view head, const ReadOptions& options, Miss& miss) const override;
};

}  // namespace detente::detail
