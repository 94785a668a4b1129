#pragma once
/// \file
/// From days to times. Events are known to the day, or to a span of days; a process in continuous time must not read
/// "the same day" as "at the same moment". Three policies:
///
/// - `jitter` (default): in each draw an event gets a uniformly drawn time within its span, and occurs with its
///   probability; the draws are fitted one by one and pooled (fit/pooled_fit.hpp). Which event of a day came first thus
///   stays open.
/// - `strict`: whole days; events of one day do not trigger each other. Responses within the day are lost, and the
///   residuals of 0 fit no model.
/// - `sequential`: whole days; of two events of one day the one with the smaller key triggers the other, at once.
///   Half-lives collapse. It is for comparison with packages that do this without saying so.
///
/// Draws are keyed by (seed, draw, event), so adding an event leaves every other draw as it was.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "detente/contracts/act.hpp"
#include "detente/ground/day.hpp"
#include "detente/ground/random.hpp"
#include "detente/processes/hawkes/hawkes.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// In what order events of one day are: any at random, none before another, or as they come.
enum class TiePolicy : std::uint8_t { jitter, strict, sequential };
/// "jitter", "strict", "sequential"
std::string_view to_text(TiePolicy policy);

/// Observed days, both ends included.
struct DayWindow {
  Day first, last;
  friend bool operator==(const DayWindow&, const DayWindow&) = default;
};

/// One unknown day of [first, last].
struct DatedEvent {
  Day first, last;
  /// 0 forward, 1 backward.
  std::uint8_t stream = 0;
  /// How much it triggers; 1 on average.
  double mark = 1;
  double probability = 1;
  std::uint64_t key = 0;

  /// The middle of its days.
  Day middle() const { return first + static_cast<std::int32_t>((last - first) / 2); }
};

/// The hostile acts (points above 0) of both directions: stream 0 is forward, stream 1 backward. An act throughout an
/// interval becomes as many events as it stands for, evenly spread. Marks are 1, or the points divided by their mean.
std::vector<DatedEvent> hostile_events(std::span<const Act> acts, bool mark_by_points = false);

/// Time 0 is the beginning of the first day observed, time 1 its end. A change takes effect at the beginning of its
/// day.
Observation observation_of(std::span<const DayWindow> windows, std::span<const Day> changes = {});

/// One placing of the events in time, with `observation_of` windows that begin on `origin`. With `strict` and
/// `sequential` an event is on its middle day, and occurs if that is more likely than not. Events outside the windows
/// are not observed and are left out.
HawkesEvents place(std::span<const DatedEvent> events, int streams, const Observation& observation, Day origin,
                   TiePolicy policy, const Draws& draws, std::uint32_t draw = 0);

/// Share of the events that share their (middle) day with an earlier event; 0 if all days differ.
double same_day_share(std::span<const DatedEvent> events);

}  // namespace detente
#pragma GCC visibility pop
