#pragma once
/// \file
/// A model on its way through the impulses of a pair. It keeps states at ends of days: from the end of the list back,
/// each at most twice as far from the end as the days behind it need, so that whatever changes, reading costs at most
/// twice the impulses after the first one that changed. O(log n) states.

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "detente/models/any_model.hpp"
#include "live/impulse_list.hpp"

namespace detente::detail {

/// What a run of a model sees of a pair's impulses.
struct TrackLane {
  /// Nothing: both directions.
  std::optional<Direction> side = {};
  /// Of each weight: 2 for a side of a model that pools its sides.
  double weight = 1;
};

class Track {
 public:
  Track(const AnyModel& model, TrackLane lane) : model_(&model), lane_(lane) {}

  /// The list is another from this place on.
  void forget_from(std::size_t place);

  /// The bits of `model.read(impulses of the lane, {day})`.
  Reading read(const ImpulseList& list, Day day);
  /// The bits of `model.read(impulses of the lane, days)`.
  std::vector<Reading> read(const ImpulseList& list, std::span<const Day> days);

  std::size_t states() const noexcept { return states_.size(); }

 private:
  /// A state with all impulses before `place` taken in; none while the lane has had no impulse.
  struct Kept {
    std::size_t place = 0;
    std::optional<AnyModel::State> state = {};
  };

  std::optional<Impulse> seen(const Impulse& impulse) const;
  std::vector<Impulse> impulses(const ImpulseList& list) const;
  Kept nearest(std::size_t place) const;
  /// Goes on to the place, and keeps states if that is beyond all that are kept.
  Kept go_on(const ImpulseList& list, std::size_t place);
  void take_in(const ImpulseList& list, std::size_t end, Kept& at) const;
  void keep(const Kept& at);
  void thin(std::size_t end);
  Reading reading_at(const Kept& at, Day day) const;
  bool begins_after(const ImpulseList& list, Day day) const;

  const AnyModel* model_;
  TrackLane lane_;
  std::vector<Kept> states_;  // ascending by place
};

}  // namespace detente::detail
