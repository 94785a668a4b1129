#pragma once
/// \file
/// Scheduled events with their outcomes as a CSV: the columns of a chronology and `scheduled`, `outcome`,
/// `probability`. A row is an act of an outcome.
///
///     scheduled,outcome,probability,date,source,target,event
///     White House meeting,warm,0.5,2026-02-03,USA,COL,host_visit
///     White House meeting,warm,,2026-02-03,COL,USA,agreement
///     White House meeting,rupture,0.2,2026-02-03,USA,COL,threat_of_sanctions
///
/// An outcome with several acts has a row for each; its probability stands in one of them, or is the same in all. What
/// the outcomes of a scheduled event leave of 1 is that nothing comes of it.

#include <string_view>
#include <vector>

#include "detente/ground/byte_source.hpp"
#include "detente/questions/ahead/scenario.hpp"
#include "detente/values/written_date.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The scheduled events in the order of the file. `name` is the file's, for messages. Throws `InputError` naming file,
/// line, column, text and rule of all rows that break one.
std::vector<ScheduledEvent> read_scenario(ByteSource& source, std::string_view name,
                                          DateLayout dates = DateLayout::edtf);

}  // namespace detente
#pragma GCC visibility pop
