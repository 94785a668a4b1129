#pragma once
/// \file
/// A model on its way through the impulses of a pair. One state, the *head*, stands in front of the last day that was
/// read and moves on with the days: an event in order costs the impulses of its day. Behind it states are kept at ends
/// of days: from the end of the list back, each at most twice as far from the end as the days behind it need, so that
/// whatever changes, reading costs at most twice the impulses after the first one that changed, and eight. O(log n)
/// states.

#include <cstddef>
#include <span>
#include <vector>

#include "detente/engines/score.hpp"
#include "live/impulse_list.hpp"

namespace detente::detail {

/// A state with all impulses before `place` taken in.
struct KeptState {
  std::size_t place = 0;
  bool begun = false;  ///< whether the track has had an impulse; if not, there is no state
  AnyModel::State state = {};

  /// Becomes the other, in the memory that it has.
  void set(const KeptState& other) {
    place = other.place;
    begun = other.begun;
    if (begun) state = other.state;
  }
};

/// What a model reads on a day if nothing has happened yet: half the sides of pairs.
struct SilentReading {
  const AnyModel* model = nullptr;
  Day day;
  Reading reading;
};

/// Working copies, one for all tracks, so that reading allocates nothing.
struct TrackDesk {
  KeptState now;
  AnyModel::State at_day;
  SilentReading silent;
};

class Track {
 public:
  /// One side sees the impulses of its direction, with twice their weight if the model pools its sides; `both` sees
  /// all.
  Track(const AnyModel& model, DirectionChoice side)
      : model_(&model),
        side_(side),
        pulses_only_(!model.knows_measures()),
        is_doubled_(side != DirectionChoice::both && model.pools_sides()) {}

  bool is(const AnyModel& model, DirectionChoice side) const noexcept { return model_ == &model && side_ == side; }
  /// The list is another from this place on.
  void forget_from(std::size_t place);

  /// The bits of `model.read(its impulses, {day})`.
  Reading read(const ImpulseList& list, Day day, TrackDesk& desk);
  /// The bits of `model.read(its impulses, days)`.
  std::vector<Reading> read(const ImpulseList& list, std::span<const Day> days, TrackDesk& desk);

  /// How many impulses the head, and so every state, has seen at most.
  std::size_t head() const noexcept { return head_.place; }
  std::size_t states() const noexcept { return states_.size(); }

 private:
  bool sees(const Impulse& impulse) const noexcept;
  Impulse seen(const Impulse& impulse) const noexcept;
  std::vector<Impulse> impulses(const ImpulseList& list) const;
  /// The last state that is kept and not beyond the place, or none.
  const KeptState& kept_before(std::size_t place) const;
  /// Sets `now` to the place, and moves the head on if it is not beyond.
  void go_to(const ImpulseList& list, std::size_t place, KeptState& now);
  /// Moves the head to the beginning of the last day in front of the place, and keeps states on its way.
  void move_head(const ImpulseList& list, std::size_t place);
  void take_in(const ImpulseList& list, std::size_t end, KeptState& now) const;
  /// Whether so far from the end another state has to be kept, if the next is `next`.
  bool is_wanted(std::size_t next, std::size_t end) const noexcept;
  void thin(std::size_t end);
  Reading reading_on(Day day, TrackDesk& desk) const;
  Reading silence(Day day, SilentReading& last) const;
  bool begins_after(const ImpulseList& list, Day day) const;

  const AnyModel* model_;
  DirectionChoice side_;
  bool pulses_only_;  // it does not know measures, and takes a hold for a pulse (`as_pulses`)
  bool is_doubled_;
  KeptState head_;
  std::vector<KeptState> states_;  // ascending by place, none beyond the head
};

}  // namespace detente::detail
