#include "live/sides.hpp"

namespace detente::detail {

void Sides::forget_from(std::size_t place) {
  for (const auto& track : tracks_)
    if (track) track->forget_from(place);
}

Track& Sides::track(DirectionChoice direction) {
  auto& track = tracks_[static_cast<std::size_t>(direction)];
  if (track) return *track;
  TrackLane lane;
  if (direction != DirectionChoice::both) {
    lane.side = direction == DirectionChoice::forward ? Direction::forward : Direction::backward;
    if (model_->pools_sides()) lane.weight = 2;
  }
  track = std::make_unique<Track>(*model_, lane);
  return *track;
}

Reading Sides::read(const ImpulseList& list, Day day, DirectionChoice direction) {
  if (model_->undirected()) direction = DirectionChoice::both;
  if (direction != DirectionChoice::both || model_->undirected() || model_->pools_sides())
    return track(direction).read(list, day);
  return combined(track(DirectionChoice::forward).read(list, day), track(DirectionChoice::backward).read(list, day));
}

SidedReadings Sides::read(const ImpulseList& list, std::span<const Day> days) {
  SidedReadings out;
  out.undirected = model_->undirected();
  out.pooled = !out.undirected && model_->pools_sides();
  if (out.undirected) {
    out.forward = out.backward = track(DirectionChoice::both).read(list, days);
    return out;
  }
  out.forward = track(DirectionChoice::forward).read(list, days);
  out.backward = track(DirectionChoice::backward).read(list, days);
  if (out.pooled) out.both = track(DirectionChoice::both).read(list, days);
  return out;
}

std::size_t Sides::states() const {
  std::size_t n = 0;
  for (const auto& track : tracks_) n += track ? track->states() : 0;
  return n;
}

}  // namespace detente::detail
