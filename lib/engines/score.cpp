#include "detente/engines/score.hpp"

namespace detente {
namespace {

template <class Combine>
std::optional<double> combine(const std::optional<double>& a, const std::optional<double>& b, Combine both) {
  if (a && b) return both(*a, *b);
  return a ? a : b;
}

}  // namespace

SidedImpulses impulses_for(const AnyModel& model, std::span<const Act> acts) {
  std::vector<Impulse> all = impulses_of(acts, model.counts_days() ? DatePolicy::middle : DatePolicy::spread);
  if (!model.knows_measures()) all = as_pulses(std::move(all));
  SidedImpulses out;
  out.undirected = model.undirected();
  if (out.undirected) {
    out.forward = std::move(all);
    return out;
  }
  for (const Impulse& i : all) (i.direction == Direction::forward ? out.forward : out.backward).push_back(i);
  return out;
}

Reading SidedReadings::of(DirectionChoice choice, std::size_t day) const {
  const Reading& a = forward[day];
  const Reading& b = backward[day];
  if (choice == DirectionChoice::forward || undirected) return a;
  if (choice == DirectionChoice::backward) return b;
  Reading out;
  out.level = combine(a.level, b.level, [](double x, double y) { return (x + y) / 2; });
  if (a.level && b.level) {
    if (a.variance && b.variance) out.variance = (*a.variance + *b.variance) / 4;
  } else {
    out.variance = a.level ? a.variance : b.variance;
  }
  out.support = combine(a.support, b.support, [](double x, double y) { return x + y; });
  return out;
}

SidedReadings score(const AnyModel& model, const SidedImpulses& impulses, std::span<const Day> days) {
  SidedReadings out;
  out.undirected = impulses.undirected;
  out.forward = model.read(impulses.forward, days);
  out.backward = out.undirected ? out.forward : model.read(impulses.backward, days);
  return out;
}

SidedReadings score(const AnyModel& model, std::span<const Act> acts, std::span<const Day> days) {
  return score(model, impulses_for(model, acts), days);
}

std::vector<Day> every_day(Day from, Day to) {
  std::vector<Day> days;
  for (Day d = from; d < to; ++d) days.push_back(d);
  return days;
}

}  // namespace detente
