#pragma once
/// \file
/// A model on its way through the impulses of a pair. It keeps states at ends of days: from the end of the list back,
/// each at most twice as far from the end as the days behind it need, so that whatever changes, reading costs at most
/// twice the impulses after the first one that changed, and four. O(log n) states.

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "detente/detail/prefetch.hpp"
#include "detente/engines/score.hpp"
#include "live/impulse_list.hpp"

namespace detente::detail {

/// A state with all impulses before `place` taken in; none while the track has had no impulse.
struct KeptState {
  std::size_t place = 0;
  std::optional<AnyModel::State> state = {};
};

/// Working copies, one for all tracks, so that reading allocates nothing.
struct TrackDesk {
  KeptState now;
  AnyModel::State at_day;
};

class Track {
 public:
  /// One side sees the impulses of its direction, with twice their weight if the model pools its sides; `both` sees all.
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

  /// It will be asked soon.
  void look_ahead() const noexcept {
    if (!states_.empty()) prefetch(&states_.back());
  }
  std::size_t states() const noexcept { return states_.size(); }

 private:
  bool sees(const Impulse& impulse) const noexcept;
  Impulse seen(const Impulse& impulse) const noexcept;
  std::vector<Impulse> impulses(const ImpulseList& list) const;
  /// Sets `now` to the last state that is kept and not beyond the place.
  void go_back(std::size_t place, KeptState& now) const;
  /// Sets `now` to the place, and keeps states if that is beyond all that are kept, unless the last one is so near that
  /// to take in what comes after it again is as cheap as a copy.
  void go_to(const ImpulseList& list, std::size_t place, KeptState& now);
  void take_in(const ImpulseList& list, std::size_t end, KeptState& now) const;
  void keep(const KeptState& now) { states_.push_back(now); }
  std::size_t last_kept() const noexcept { return states_.empty() ? 0 : states_.back().place; }
  void thin(std::size_t end);
  Reading reading_on(Day day, TrackDesk& desk) const;
  bool begins_after(const ImpulseList& list, Day day) const;

  const AnyModel* model_;
  DirectionChoice side_;
  bool pulses_only_;  // it does not know measures, and takes a hold for a pulse (`as_pulses`)
  bool is_doubled_;
  std::vector<KeptState> states_;  // ascending by place
};

}  // namespace detente::detail
