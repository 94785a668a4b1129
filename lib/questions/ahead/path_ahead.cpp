#include "detente/questions/ahead/path_ahead.hpp"

#include <fmt/format.h>

#include "detente/ground/error.hpp"

namespace detente {

PathAhead path_ahead(const Forecast& forecast) {
  if (forecast.fan.empty())
    throw InputError(ErrorCode::too_few,
                     fmt::format("no fan after {}: it lays past months over the next one, and needs {} whole months of "
                                 "the pair",
                                 to_text(forecast.day), least_pasts),
                     "ForecastRequest::selection");
  return {.day = forecast.day, .index = forecast.index.value(), .pasts = forecast.pasts, .fan = forecast.fan};
}

PathAhead path_ahead(const ScenarioForecast& scenario) {
  return {.day = scenario.day,
          .index = scenario.index,
          .pasts = scenario.pasts,
          .fan = scenario.fan,
          .scheduled = true,
          .outcomes = scenario.outcomes};
}

}  // namespace detente
