#pragma once
/// \file
/// A model's readings of a pair: of each side, of both together, each by a track of its own that exists once it has
/// been asked for.

#include <array>
#include <memory>
#include <span>

#include "detente/engines/score.hpp"
#include "live/track.hpp"

namespace detente::detail {

class Sides {
 public:
  explicit Sides(const AnyModel& model) : model_(&model) {}

  void forget_from(std::size_t place);
  /// `score(model, acts, {day}).of(direction, 0)`.
  Reading read(const ImpulseList& list, Day day, DirectionChoice direction);
  /// `score(model, acts, days)`.
  SidedReadings read(const ImpulseList& list, std::span<const Day> days);
  std::size_t states() const;

 private:
  Track& track(DirectionChoice direction);

  const AnyModel* model_;
  std::array<std::unique_ptr<Track>, 3> tracks_;
};

}  // namespace detente::detail
