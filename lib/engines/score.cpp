#include "detente/engines/score.hpp"

#include <functional>

namespace detente {
using namespace detail;
namespace {

/// Sets what is still empty to both combined, or to the one that is there. By the numbers alone: an optional just made
/// in two parts, number and flag, is slow to copy as one, and there are several for every day.
template <class Combine>
void combine(std::optional<double>& out, const std::optional<double>& a, const std::optional<double>& b, Combine both) {
  if (a && b)
    out.emplace(both(*a, *b));
  else if (a)
    out.emplace(*a);
  else if (b)
    out.emplace(*b);
}

double mean(double a, double b) { return (a + b) / 2; }

using Column = std::vector<std::optional<double>>;

/// One field of the readings of a side.
template <std::optional<double> Reading::*Field>
Column field_of(std::span<const Reading> side) {
  Column out(side.size());
  for (std::size_t i = 0; i < out.size(); ++i)
    if (const auto& value = side[i].*Field) out[i].emplace(*value);
  return out;
}

/// One field of the readings of two sides, combined day by day.
template <std::optional<double> Reading::*Field, class Combine>
Column field_of(std::span<const Reading> forward, std::span<const Reading> backward, Combine both) {
  Column out(forward.size());
  for (std::size_t i = 0; i < out.size(); ++i) combine(out[i], forward[i].*Field, backward[i].*Field, both);
  return out;
}

}  // namespace

SidedImpulses impulses_for(const AnyModel& model, std::span<const Act> acts) {
  std::vector<Impulse> all = impulses_of(acts, model.counts_days() ? DatePolicy::middle : DatePolicy::spread);
  if (!model.knows_measures()) all = as_pulses(std::move(all));
  return by_side(model, std::move(all));
}

SidedImpulses by_side(const AnyModel& model, std::vector<Impulse> impulses) {
  SidedImpulses out;
  out.undirected = model.undirected();
  if (out.undirected) {
    out.forward = std::move(impulses);
    return out;
  }
  out.pooled = model.pools_sides();
  for (const Impulse& i : impulses) {
    std::vector<Impulse>& side = i.direction == Direction::forward ? out.forward : out.backward;
    side.push_back(i);
    if (out.pooled) side.back().weight *= 2;
  }
  if (out.pooled) out.both = std::move(impulses);
  return out;
}

const std::vector<Reading>* SidedReadings::one_side(DirectionChoice choice) const {
  if (choice == DirectionChoice::forward || undirected) return &forward;
  if (choice == DirectionChoice::backward) return &backward;
  return pooled ? &both : nullptr;
}

std::vector<std::optional<double>> SidedReadings::levels(DirectionChoice choice) const {
  if (const std::vector<Reading>* side = one_side(choice)) return field_of<&Reading::level>(*side);
  return field_of<&Reading::level>(forward, backward, mean);
}

std::vector<std::optional<double>> SidedReadings::supports(DirectionChoice choice) const {
  if (const std::vector<Reading>* side = one_side(choice)) return field_of<&Reading::support>(*side);
  return field_of<&Reading::support>(forward, backward, std::plus<>());
}

Reading combined(const Reading& a, const Reading& b) {
  Reading out;
  combine(out.level, a.level, b.level, mean);
  if (a.level && b.level) {
    if (a.variance && b.variance) out.variance = (*a.variance + *b.variance) / 4;
  } else {
    out.variance = a.level ? a.variance : b.variance;
  }
  combine(out.support, a.support, b.support, std::plus<>());
  return out;
}

Reading SidedReadings::of(DirectionChoice choice, std::size_t day) const {
  const std::vector<Reading>* side = one_side(choice);
  return side != nullptr ? (*side)[day] : combined(forward[day], backward[day]);
}

SidedReadings score(const AnyModel& model, const SidedImpulses& impulses, std::span<const Day> days) {
  SidedReadings out = score(model, impulses, days, DirectionChoice::both);
  if (out.undirected) out.backward = out.forward;
  if (!out.pooled) return out;
  out.forward = model.read(impulses.forward, days);
  out.backward = model.read(impulses.backward, days);
  return out;
}

SidedReadings score(const AnyModel& model, const SidedImpulses& impulses, std::span<const Day> days,
                    DirectionChoice choice) {
  SidedReadings out;
  out.undirected = impulses.undirected;
  out.pooled = impulses.pooled;
  if (out.pooled && choice == DirectionChoice::both) {
    out.both = model.read(impulses.both, days);
    return out;
  }
  if (out.undirected || choice != DirectionChoice::backward) out.forward = model.read(impulses.forward, days);
  if (!out.undirected && choice != DirectionChoice::forward) out.backward = model.read(impulses.backward, days);
  return out;
}

SidedReadings score(const AnyModel& model, std::span<const Act> acts, std::span<const Day> days) {
  return score(model, impulses_for(model, acts), days);
}

SidedReadings score(const AnyModel& model, std::span<const Act> acts, std::span<const Day> days,
                    DirectionChoice choice) {
  return score(model, impulses_for(model, acts), days, choice);
}

std::vector<Day> every_day(Day from, Day to) {
  std::vector<Day> days;
  for (Day d = from; d < to; ++d) days.push_back(d);
  return days;
}

}  // namespace detente
