#pragma once
/// \file
/// Relations while events arrive: one by one or in batches, late, corrected, withdrawn, twice, in any order. Whatever
/// the order of arrival, a pair reads as a batch over the same events reads, bit for bit.
///
/// ```cpp
/// LivePairs live({.model = model, .codebook = codebook}, "my notes");
/// for (const Event& event : events)
///   for (const std::uint32_t pair : live.add(event).pairs)
///     print(live.pair(pair), live.reading(pair, today).level);
/// ```
///
/// *How.* A pair's list of impulses, in the order of `comes_before`, is the whole truth of its index. An event changes
/// the list where it has to: the day on which it counts goes through the coding rules again, and so do the measures
/// that it opens or closes. One state of the model stands in front of the last day that was read and moves on with the
/// days; behind it states are kept at ends of days, ever farther apart the farther they lie back (8, 16, 32 …
/// impulses). Reading goes on from the last state in front of the first impulse that changed. So a late event, a
/// correction, a withdrawal, a lifted measure and a vague date need no rules of their own.
///
/// *What counts.* All versions of an event are kept; the one that `settlement.hpp` names counts. An event touches the
/// pair it is of (by the names that the actor table gives on its day), the pair that it `affects`, and, if it is a
/// closing, the pairs that its actors affect by other events; a version, also those of the version that counted before.
///
/// *Not here.* `Volume::log` divides by the totals of all pairs, so that an event would change every index: it is
/// refused. `Volume::dyad` is taken: an event changes the year after its day.
///
/// Complexity. Adding: O(1), and O(k) in the pair's later events for one that comes late (moving them up). Reading: the
/// rules over the days that changed, O(day log day), and over all acts of the measures that changed; with
/// `Volume::dyad`, O(days of the pair); then, from the first impulse that changed, at most twice the impulses after its
/// day. A path model replays its pair. Where others affect the pair, a change of theirs there, or a closing on their
/// own pair, costs O(n log n) in both. Memory: about 24 bytes a row, 16 to 32 an id, 32 an event of a pair, 56 an
/// impulse (both up to four times as much while their arrays grow), and O(log n) states a pair and side read;
/// `bench/README.md` has figures.
/// Not to be used by several threads at once; different objects share nothing. After `std::bad_alloc` an object is to
/// be thrown away.

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "detente/contracts/coding.hpp"
#include "detente/engines/score.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// How live events are scored.
struct LiveScoring {
  AnyModel model;
  Codebook codebook;
  CodingRules rules = {};
  /// Whether a row's own score overrides the codebook's.
  bool own_scores = true;
  ActorTable actors = {};
  /// Only events of this issue; empty for all.
  std::string issue = {};
};

/// What an event that arrived was.
enum class Arrived : std::uint8_t {
  event,        ///< the first report of an event
  version,      ///< a version that counts from now on
  superseded,   ///< a version that another already overrules, told for the first time or again
  redelivered,  ///< equal to the report that counts
};
/// "event", "version", "superseded" or "redelivered".
std::string_view to_text(Arrived what);

/// What became of an event that arrived.
struct Arrival {
  /// What it was.
  Arrived what = Arrived::event;
  /// Its id in `log()`.
  EventId event;
  /// The version that counts (`superseded`, `redelivered`) or that counted until now (`version`).
  std::optional<EventId> other;
  /// Whether it contradicts that version: reported on the same day, with the same revision.
  bool conflicts = false;
  /// The pairs whose reading may have changed, each once; valid until the next event.
  std::span<const std::uint32_t> pairs;
};

/// How many events of each kind have arrived. What overrules what, and so these numbers, depends on the order of
/// arrival; readings do not.
struct ArrivalCounts {
  /// By kind; `conflicting` counts those that contradict the version that counts, in addition.
  std::size_t events = 0, versions = 0, superseded = 0, redelivered = 0, conflicting = 0;
};

/// Relations while events arrive. Threads: one at a time may use an object; different objects share nothing.
class LivePairs {
 public:
  /// Throws `std::invalid_argument` for `Volume::log`, and for rules other than the model requires. Events that do not
  /// say of which source their ids are have them of `ids`.
  explicit LivePairs(LiveScoring scoring, IdSource ids = {});
  /// The other is of no use then.
  LivePairs(LivePairs&&) noexcept;
  /// The other is of no use then.
  LivePairs& operator=(LivePairs&&) noexcept;
  ~LivePairs();

  /// Ids of events added from now on belong to this source.
  void from_source(IdSource ids);
  /// Adds one event. Throws as `EventLog::add` does, and `RepeatedIds` as `EventLog::arrange` does for an id that it
  /// would refuse; nothing is added then.
  Arrival add(const Event& event);
  /// Adds all events of the batch, in their order; gives the pairs touched, each once, valid until the next event.
  /// Throws as `add` does; nothing is added then.
  std::span<const std::uint32_t> add(const EventBatch& batch);
  /// By kind of what arrived.
  const ArrivalCounts& arrivals() const noexcept;

  /// How many pairs have been touched by any event. They are numbered in order of arrival.
  std::size_t size() const noexcept;
  /// The canonical pair with this number.
  const Dyad& pair(std::uint32_t number) const;
  /// The number of the pair, in either order; nothing before its first event.
  std::optional<std::uint32_t> find(const Dyad& pair) const;

  /// What the model reads on that day: the bits of `score` over the pair's acts, asked about that day alone.
  Reading reading(std::uint32_t pair, Day day, DirectionChoice direction = DirectionChoice::both);
  /// The same of its second reading; nothing in it for a model without one.
  Reading heat(std::uint32_t pair, Day day, DirectionChoice direction = DirectionChoice::both);
  /// Both sides on these days, ascending: what `score` gives. For scales that need the whole path.
  SidedReadings readings(std::uint32_t pair, std::span<const Day> days);
  /// Points of the measures in force on that day in one direction (measures.hpp).
  double points_in_force(std::uint32_t pair, Day day, Direction direction);
  /// The acts of the pair, as `code_events` gives them (but for the direction of a closing that is here only to end a
  /// measure, which says nothing): for bands, attribution, and all that asks for a history.
  /// O(n log n) in the pair's events.
  Coding coding(std::uint32_t pair) const;

  /// All that arrived and was not refused: reports that count for nothing are among them.
  const EventLog& log() const noexcept;
  /// As given.
  const LiveScoring& scoring() const noexcept;

 private:
  class Engine;
  std::unique_ptr<Engine> engine_;
};

}  // namespace detente
#pragma GCC visibility pop
