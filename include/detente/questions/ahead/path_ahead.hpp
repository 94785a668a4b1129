#pragma once
/// \file
/// Where an index may go after its last day, for its picture: the fan of a forecast (forecast.hpp) or of a scenario
/// (scenario.hpp). It begins where the line of the index ends and says on which day it was made; nothing draws it that
/// was not asked to.

#include <string>
#include <vector>

#include "detente/questions/ahead/scenario.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The fan of an index past its last day, for charts and pages.
struct PathAhead {
  Day day;           ///< the last known day, after which it was made
  double index = 0;  ///< on that day
  /// How many past months or stretches are laid over the coming days; 0: nothing is reported beside the scenario.
  std::size_t pasts = 0;
  std::vector<FanDay> fan;                 ///< by day, at least one
  bool scheduled = false;                  ///< whether it is of a scenario
  std::vector<OutcomePath> outcomes = {};  ///< of a scenario, in the order asked
};

/// Throws `InputError` if the forecast has no fan because the pair has too few whole months.
PathAhead path_ahead(const Forecast& forecast);
/// Of a scenario's forecast.
PathAhead path_ahead(const ScenarioForecast& scenario);

}  // namespace detente
#pragma GCC visibility pop
