#pragma once
/// \file
/// Follows relations while events arrive: each delivery goes into the store together with what it changed and what it
/// raised alarm for, and only then is anything said of it.
///
/// ```cpp
/// Watch watch(store, {.scoring = scoring, .alarms = {*parse_alarm("index>75")}});
/// while (auto delivery = feed->next()) {
///   const WatchNews news = watch.take(*delivery);   // all of it is on disk now
///   print(news);
///   for (const WatchAlarm& alarm : news.alarms) watch.said(alarm.alarm.id);   // they need not be said again
/// }
/// ```
///
/// *The clock* is the data's: today is the last day on which anything was reported so far, so that a backlog read in a
/// minute raises the alarms that it would have raised in a year, and a late event none for the past. An event that is
/// only scheduled does not move it. Readings are of the end of that day.
///
/// *Alarms.* The conditions (alarm_rule.hpp) of the pairs that a delivery touches are looked at once it has been taken.
/// One that holds raises an alarm if it has raised none for the pair yet, or if there was a day since the last one
/// (that day included) at whose end it was over, as the events known now have it. That needs no memory but the store's
/// alarms, so a restart raises nothing twice. An alarm names the events that did it: the largest movers, in its
/// direction, of the days of the movement or, for a mark, of the last 30 days, 365 days or ten years, the first of
/// these before which the index was on the other side. A model without exact contributions, and a scale that looks
/// back, name none and know no thaw.
///
/// *At least once.* A process that ends between writing and saying has unsaid alarms in the store; the next one has
/// them in `unsaid()`, with the ids under which they may have been seen.
///
/// Complexity: at the start O(store); a delivery O(its events), and a reading of each pair touched (live_pairs.hpp). An
/// alarm: one attribution of its pair. Memory: that of `LivePairs`.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "detente/live/live_pairs.hpp"
#include "detente/live/store/store.hpp"
#include "detente/live/watch/alarm_rule.hpp"
#include "detente/live/watch/feed.hpp"
#include "detente/questions/relation/history.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// What is watched, and how it is scored.
struct WatchOptions {
  Scoring scoring;
  ActorTable actors = {};
  /// Only events of this issue; empty for all.
  std::string issue = {};
  std::vector<AlarmRule> alarms = {};
  /// Only these pairs are published and raise alarms; empty for all.
  std::vector<Dyad> pairs = {};
};

/// A pair whose reading may have changed.
struct WatchUpdate {
  /// What was published with it.
  PublishedReading reading;
  /// The index published before it in this run.
  std::optional<double> before = {};
};

/// One of the events that caused an alarm.
struct AlarmCause {
  EventKey key;
  Day day;
  /// Who did it to whom.
  Dyad way;
  std::string label;
  /// What it did to the index, in points; nothing for an alarm of an earlier run, whose events may have changed since.
  std::optional<double> index = {};
};

/// An alarm, with its causes by name.
struct WatchAlarm {
  /// As the store keeps it.
  RaisedAlarm alarm;
  /// In the order of `RaisedAlarm::events`; of an alarm of an earlier run, those that are found again.
  std::vector<AlarmCause> causes = {};
};

/// What a delivery brought; by pair, in alphabetical order.
struct WatchNews {
  /// Of the store.
  Receipt receipt = {};
  /// Pairs whose reading may have changed.
  std::vector<WatchUpdate> updates = {};
  std::vector<WatchAlarm> alarms = {};
};

/// Takes deliveries into a store, reads the pairs they touch and raises alarms. Threads: one at a time may use an
/// object; different objects share nothing.
class Watch {
 public:
  /// Reads the store. Throws as `LivePairs` does.
  Watch(Store& store, WatchOptions options);
  /// The other is of no use then.
  Watch(Watch&&) noexcept;
  /// The other is of no use then.
  Watch& operator=(Watch&&) noexcept;
  ~Watch();

  /// Takes it and commits it, with its offset, readings and alarms. Throws as `Store::append` does; `InputError` for
  /// events that cannot be told apart (an id of a source without a name with other content; a row without an id that
  /// says something else than came from the same place). The watch is of no use after an exception: begin another.
  WatchNews take(const Delivery& delivery);

  /// Alarms that were committed and perhaps not said.
  std::vector<WatchAlarm> unsaid() const;
  /// The alarms up to this id have been said; kept in the store with the next delivery, or by `finish`.
  void said(std::uint64_t alarm);
  /// Commits what is still to be kept.
  void finish();

  /// The last day on which anything was reported; nothing without events.
  std::optional<Day> today() const;
  /// The relations as they stand.
  const LivePairs& pairs() const;

 private:
  class Inner;
  std::unique_ptr<Inner> inner_;
};

}  // namespace detente
#pragma GCC visibility pop
