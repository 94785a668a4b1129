#pragma once
/// \file
/// The impulses of a pair as models need them: with unknown days spread or put on their middle, and what is read from
/// them. A pair has both kinds only if some of its readings need the other.

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "contracts/act_impulses.hpp"
#include "live/sides.hpp"

namespace detente::detail {

/// Of whom, and what it is called: acts with the same open and close one measure (pairing.hpp).
using MeasureId = std::tuple<std::optional<Dyad>, Direction, std::string, std::string>;
MeasureId measure_of(const Act& act);
bool is_of(const Act& act, const MeasureId& id);

class LiveCourse {
 public:
  explicit LiveCourse(DatePolicy policy) : policy_(policy) {}

  DatePolicy policy() const noexcept { return policy_; }
  const ImpulseList& list() const noexcept { return list_; }
  /// A reading of these impulses, made when it is first asked for; `model` outlives it.
  Sides& sides(const AnyModel& model);

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

  void replace(Part part, Days days, std::span<const Impulse> now);

  DatePolicy policy_;
  ImpulseList list_;
  std::map<Day, Days> wide_;  // days whose acts reach beyond them, and how far they have ever reached
  std::map<MeasureId, Measure> measures_;
  std::vector<std::pair<const AnyModel*, std::unique_ptr<Sides>>> sides_;
};

}  // namespace detente::detail
