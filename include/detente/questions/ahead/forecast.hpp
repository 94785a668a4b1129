#pragma once
/// \file
/// Forecasts the next month of a relation, with what is known about how far to trust it. There are three answers side
/// by side, since none has been shown to beat the others.
///
/// - *Calibration* (outlook.hpp): the chance of a severe act and the expected number, with what happened to pairs near
///   that chance.
/// - *Fan*: where the index goes if the month brings what one of the pair's own last 60 months brought. Each past month
///   is laid over the next one, day by day, and all count alike; `silent` is the index if nothing is reported. The
///   quantiles reflect the past's own pace: they know no trend and no news of what is coming.
/// - *Own history*: the share of the pair's months with a severe act and their mean number, over all of them and over
///   the last twelve. This is what a model has to beat.
///
/// It looks one month ahead and no further: no longer horizon has been shown to be worth printing. It does not forecast
/// onsets. Throws `InputError` without a calibration that holds (and says how to fit one), while the model warms up,
/// and if it would begin later than the day after reports end, since days that are not reported yet are not calm.

#include <cstddef>
#include <optional>
#include <vector>

#include "detente/questions/ahead/outlook.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The most past months that the fan uses.
constexpr std::size_t most_pasts = 60;
/// The fewest past months for a fan; with fewer there is none.
constexpr std::size_t least_pasts = 12;

/// Of what a month is forecast, and from when.
struct ForecastRequest {
  Selection selection;
  Scoring scoring;
  /// For the chance of a severe act.
  Calibration calibration;
  /// The day after the last known one; by default the as-of day, the end of reports (`Scoring::covered_to`, after which
  /// no forecast begins), or the end of the month of the pair's last event.
  std::optional<Day> to = {};
};

/// The index on one future day.
struct FanDay {
  Day day;
  double silent = 0;                                              ///< nothing is reported
  double lowest = 0, low = 0, middle = 0, high = 0, highest = 0;  ///< quantiles .05, .25, .5, .75, .95 of the pasts
};

/// The record of a pair's own months.
struct OwnMonths {
  /// Whole calendar months.
  std::size_t months = 0;
  double share = 0;  ///< of months with a severe act
  double mean = 0;   ///< severe acts per month
};

/// What the next month of a pair may bring.
struct Forecast {
  Dyad pair;
  Day day;   ///< the last known day
  Day last;  ///< the last day of the forecast
  std::optional<double> index = {};
  /// What a calibration says about the month.
  Outlook outlook;
  /// How many past months the fan is made of.
  std::size_t pasts = 0;
  std::vector<FanDay> fan = {};     ///< by day; empty with fewer than `least_pasts` whole months of history
  OwnMonths own = {}, recent = {};  ///< all whole months from the pair's first event, and the last twelve
  std::vector<UnknownCode> unknown = {};
  Provenance provenance = {};
};

/// Throws as `prepare` does; `InputError` as said above; `std::invalid_argument` for a scale that looks back (its index
/// of a future day cannot be known).
Forecast forecast(const EventLog& log, const ForecastRequest& request);

}  // namespace detente
#pragma GCC visibility pop
