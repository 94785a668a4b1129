#pragma once
/// \file
/// Where the index may go if something is scheduled: a meeting, an election, a deadline. Each scheduled event has
/// outcomes with probabilities, and each outcome is the acts that it would bring.
///
///     warm .5: the visit and an agreement on 3 February · flat .3: a meeting · rupture .2: a walkout and a threat
///
/// Outcomes of one scheduled event exclude each other; what is left of their probabilities is that nothing comes of it.
/// Scheduled events are independent of one another: the chance of two outcomes together is the product. All chances are
/// the asker's; nothing here judges them.
///
/// *Fan.* For every combination of outcomes the acts are added to what is known and the index is scored on. Beside them
/// the days bring what one of the pair's own last stretches of that length brought (each begins with a month; with 12
/// of them or more, at most 60 are used, all alike; longer than a month, they overlap), or else nothing. The quantiles
/// are those of the mixture of all these paths, weighed by their chances: the smallest value that the index stays at or
/// below with that chance. Quantiles of outcomes are never added or averaged. It knows no trend, no answer to an
/// outcome, and no doubt about what is already coded.
///
/// *Stretches* are laid over the coming days act by act. A measure that opened then is an act now if it is in force
/// already, and one that ended then ends what is in force now. An act of unknown day counts by the share of its days
/// that falls into the stretch.
///
/// No calibration is needed: this is the index, not the chance of a severe act. For hand-written chronologies the past
/// stretches are what their authors chose to write down.
///
/// Complexity: combinations × stretches runs of the model, at most 256 × 60.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "detente/questions/ahead/forecast.hpp"

#pragma GCC visibility push(default)
namespace detente {

constexpr std::int32_t usual_horizon = 30;      ///< days
constexpr std::int32_t most_horizon = 366;      ///< days
constexpr std::size_t most_combinations = 256;  ///< of outcomes, "nothing comes of it" among them

/// One thing that may come of a scheduled event.
struct Outcome {
  std::string name;
  double probability = 0;  ///< above 0, at most 1
  /// What happens then; each on a coming day.
  std::vector<Event> acts = {};
};

/// Something with a day, of which several things may come.
struct ScheduledEvent {
  std::string name;
  std::vector<Outcome> outcomes = {};  ///< exclude each other; their probabilities sum to at most 1
};

/// Of what is scheduled, the fan of a pair.
struct ScenarioRequest {
  Selection selection;
  Scoring scoring;
  /// Independent of each other.
  std::vector<ScheduledEvent> scheduled;
  std::int32_t horizon = 30;  ///< days, 1 to 366
  /// The day after the last known one, as in a `ForecastRequest`.
  std::optional<Day> to = {};
  /// What the acts were read from, for messages.
  std::string name = "scenario";
};

/// The index if one outcome comes true, over everything else that is open.
struct OutcomePath {
  /// The name of the scheduled event.
  std::string scheduled;
  std::string outcome;  ///< empty: nothing comes of it
  double probability = 0;
  std::vector<FanDay> path;  ///< by day; `silent`: this outcome's acts and nothing else
};

/// What may become of a pair, by what is scheduled and by what its own past brought.
struct ScenarioForecast {
  Dyad pair;
  DirectionChoice direction = DirectionChoice::both;
  Day day;           ///< the last known day
  Day last;          ///< the last day of the forecast
  double index = 0;  ///< of the last known day
  /// How many past stretches are laid over the coming days; 0: none, so nothing but the scenario happens.
  std::size_t pasts = 0;
  std::size_t whole_pasts = 0;  ///< how many there are, used or not
  /// Of outcomes, over which the fan is a mixture.
  std::size_t combinations = 1;
  std::vector<FanDay> fan = {};            ///< by day; `silent`: nothing is reported and nothing comes of anything
  std::vector<OutcomePath> outcomes = {};  ///< in the order asked
  std::vector<UnknownCode> unknown = {};
  Provenance provenance = {};
};

/// Throws `InputError`, naming line, text and rule, for an act that is not on a coming day within the horizon, not of
/// the relation as asked, or of an unknown code, and as `forecast` does for days that are not known;
/// `std::invalid_argument` for probabilities, a horizon or a number of combinations out of range, names that occur
/// twice, a scale that looks back, and a model that has no index on a day because nothing is reported.
ScenarioForecast scenario_forecast(const EventLog& log, const ScenarioRequest& request);

}  // namespace detente
#pragma GCC visibility pop
