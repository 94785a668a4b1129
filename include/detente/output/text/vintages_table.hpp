#pragma once
/// \file
/// The output of `vintages`: the periods whose value was revised, from what to what, how many days it took, and by
/// which events; then how much and how often values are revised, and for how long. Also as CSV, with every value.
///
///     period   first  latest  revised  lag  points  report           date        direction  event
///     2022-05   77.9    79.6     +1.7   30    +1.7  late 2022-06-05  2022-05-26  CHN→AUS    interception

#include <string>

#include "detente/contracts/event_finder.hpp"
#include "detente/output/wording/headline.hpp"
#include "detente/questions/change/vintages.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Vintages and the log that they are of; it refers to its parts, which must outlive it.
struct VintagesView {
  /// What was found.
  const VintageReport& report;
  EventFinder events;
  /// Names acts in words; without it they are named by their codes.
  const Codebook* codebook = nullptr;
};

/// The periods that were revised, with the reports that did it.
std::string vintages_table(const VintagesView& view, Script script = Script::unicode);

/// `source,target,period,first_day,last_day,as_of,lag_days,index,revision,late,corrected,withdrawn,affected,remainder,`
/// `events,largest_index,largest_cause,largest_date,largest_source,largest_target,largest_code,largest_id,`
/// `largest_reported`: a line for each period and vintage in which the value is new (`revision` and all that follows
/// are empty) or changed. The points of the four causes and the remainder sum to `revision`; they are empty where
/// points are not shared out. `largest` is the event that moved the value most.
std::string vintages_csv(const VintagesView& view);

/// "None of the 33 acts says when it was reported …", or how many do not; empty if all do.
std::string unreported_text(const VintageReport& report);

}  // namespace detente
#pragma GCC visibility pop
