#pragma once
/// \file
/// The next month of a relation, with what is known of how far to trust it: three answers beside one another, since
/// none has been shown to beat the others.
///
/// - *Calibration* (outlook.hpp): the chance of a severe act and the expected number, with what pairs near that chance
///   came to.
/// - *Fan*: where the index goes if the month brings what one of the pair's own last 60 months brought. Each past month
/// is
///   laid over the next one, day by day, and all count alike; `silent` is the index if nothing is reported. Quantiles
///   of the past's own pace: no trend, no news of what is coming.
/// - *Own history*: the share of the pair's months with a severe act and their mean number, over all of them and over
/// the
///   last twelve. What a model has to beat.
///
/// One month and no further: no longer horizon has been shown to be worth printing. Onsets are not foreseen.
/// Refuses (`InputError`) without a calibration that holds, and says how to fit one; while the model warms up; and to
/// begin later than the day after reports end, since what nobody has reported yet is no calm.

#include <cstddef>
#include <optional>
#include <vector>

#include "detente/questions/ahead/outlook.hpp"

namespace detente {

/// The most past months that the fan takes up.
constexpr std::size_t most_pasts = 60;
/// The fewest: below, there is no fan.
constexpr std::size_t least_pasts = 12;

struct ForecastRequest {
  Selection selection;
  Scoring scoring;
  Calibration calibration;
  /// The day after the last one known; without it the as-of day, the end of reports (`Scoring::covered_to`, after which
  /// no forecast begins), or the end of the month of the pair's last event.
  std::optional<Day> to = {};
};

/// The index of one day to come.
struct FanDay {
  Day day;
  double silent = 0;                                              ///< nothing is reported
  double lowest = 0, low = 0, middle = 0, high = 0, highest = 0;  ///< quantiles .05, .25, .5, .75, .95 of the pasts
};

/// What a pair's own months say.
struct OwnMonths {
  std::size_t months = 0;
  double share = 0;  ///< of months with a severe act
  double mean = 0;   ///< severe acts a month
};

struct Forecast {
  Dyad pair;
  Day day;   ///< the last day known
  Day last;  ///< the last day spoken of
  std::optional<double> index = {};
  Outlook outlook;
  std::size_t pasts = 0;
  std::vector<FanDay> fan = {};     ///< by day; empty with fewer than `least_pasts` whole months of history
  OwnMonths own = {}, recent = {};  ///< all whole months from the pair's first event, and the last twelve
  std::vector<UnknownCode> unknown = {};
  Provenance provenance = {};
};

/// Throws as `prepare` does; `InputError` as said above; `std::invalid_argument` for a scale that looks back (its
/// index of a day to come is not known before).
Forecast forecast(const EventLog& log, const ForecastRequest& request);

}  // namespace detente
