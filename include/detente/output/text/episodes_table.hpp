#pragma once
/// \file
/// The output of `episodes`: rises and falls with what moved the index in each, the shifts of the level with their
/// causes, and the days on which it jumped. Also as CSV.

#include <string>

#include "detente/output/wording/headline.hpp"
#include "detente/questions/change/episode_report.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The phases, then the shifts for good and the breaks.
std::string episodes_table(const EpisodeReport& report, Script script = Script::unicode);
/// One line for each phase, shift and break, told apart by the column `what`; what a kind has not is empty:
/// `what,kind,source,target,from,to,path_from,path_to,index_from,index_to,acts,measures,releases,silence,acts_share,
/// agreement,before,after,residual,causes,ongoing`. Points of the index sum: index_to − index_from = acts + measures +
/// releases + silence. A shift has the first day of its new period in `from`.
std::string episodes_csv(const EpisodeReport& report);

}  // namespace detente
#pragma GCC visibility pop
