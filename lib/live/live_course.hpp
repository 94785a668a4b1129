#pragma once
/// \file
/// The impulses of a pair as models need them: with unknown days spread or put on their middle, and what is read from
/// them. A pair has both kinds only if some of its readings need the other.

#include <boost/container/small_vector.hpp>
#include <map>
#include <memory>
#include <memory_resource>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "contracts/act_impulses.hpp"
#include "live/track.hpp"

namespace detente::detail {

/// Of whom, and what it is called: acts with the same open and close one measure (pairing.hpp).
using MeasureId = std::tuple<std::optional<Dyad>, Direction, std::string, std::string>;
MeasureId measure_of(const Act& act);
bool is_of(const Act& act, const MeasureId& id);

class LiveCourse {
 public:
  explicit LiveCourse(DatePolicy policy, std::pmr::memory_resource* memory = std::pmr::get_default_resource())
      : list_(memory), policy_(policy) {}

  DatePolicy policy() const noexcept { return policy_; }
  const ImpulseList& list() const noexcept { return list_; }
  /// `score(model, acts, {day}).of(direction, 0)`; `model` outlives the course.
  Reading read(const AnyModel& model, Day day, DirectionChoice direction, TrackDesk& desk);
  /// `score(model, acts, days)`.
  SidedReadings read(const AnyModel& model, std::span<const Day> days, TrackDesk& desk);

  /// It will be asked soon.
  void look_ahead() const noexcept { list_.look_ahead(); }

  /// One more pulse of its day.
  void add(const Impulse& pulse);
  /// What a day of plain events adds.
  void set_day(Day day, std::span<const Impulse> pulses);
  /// What the acts of a day add by themselves.
  void set_day(Day day, std::span<const Act> acts);
  /// What becomes of a measure, given its acts as `by_measure` does; none if it has none any more.
  void set_measure(const MeasureId& id, std::span<const Act* const> acts);

 private:
  struct Measure {
    Part part = 0;
    std::vector<Impulse> impulses = {};
  };
  struct Days {
    Day first, last;
  };
  /// What few pairs have; apart, so that what all have lies together.
  struct Rare {
    std::map<Day, Days> wide;  // days whose acts reach beyond them, and how far they have ever reached
    std::map<MeasureId, Measure> measures;
  };

  Rare& rare();
  /// Made when it is first asked for.
  Track& track(const AnyModel& model, DirectionChoice side);
  template <class When>
  auto side(const AnyModel& model, DirectionChoice choice, const When& when, TrackDesk& desk);
  void replace(Part part, Days days, std::span<const Impulse> now);
  /// The list is another from this place on.
  void forget_from(std::size_t place);

  ImpulseList list_;
  std::size_t reached_ = 0;  // no track's head is beyond
  std::unique_ptr<Rare> rare_;
  DatePolicy policy_;
  boost::container::small_vector<Track, 2> tracks_;
};

}  // namespace detente::detail
