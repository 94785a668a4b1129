#pragma once
/// Impulses for tests: written by hand, and random histories.

#include <rapidcheck.h>

#include <algorithm>
#include <ostream>
#include <vector>

#include "detente/contracts/measures.hpp"

namespace detente {

/// What RapidCheck shows of a history that breaks a law.
inline void showValue(const Act& act, std::ostream& os) {
  static constexpr const char* standings[] = {"", " opens", " closes"};
  os << to_text(act.date) << standings[static_cast<int>(act.standing)] << ' ' << act.measure << " points " << act.points
     << " weight " << act.weight << " probability " << act.probability << " key " << act.key.value;
  if (act.until) os << " until " << to_text(*act.until);
}

}  // namespace detente

namespace detente::test {

inline Impulse pulse(Day day, double points, QuadClass quad = QuadClass::verbal_conflict, std::uint64_t key = 1) {
  Impulse i;
  i.points = points;
  i.key = i.opening = {key};
  i.day = i.since = day;
  i.quad = quad;
  return i;
}

/// An act of some day of two years; a third of them on one of ten days, so that ties are common.
inline rc::Gen<Act> any_act() {
  return rc::gen::exec([] {
    Act act;
    const bool tied = *rc::gen::inRange(0, 3) == 0;
    act.date = DateSpan::on({20000 + (tied ? 70 * *rc::gen::inRange(0, 10) : *rc::gen::inRange(0, 700))});
    if (*rc::gen::inRange(0, 5) == 0) act.date.last = act.date.first + *rc::gen::inRange(0, 30);
    act.points = *rc::gen::inRange(-100, 101) / 10.0;
    act.weight = *rc::gen::inRange(0, 20) / 8.0;
    act.probability = *rc::gen::element(1.0, 1.0, 0.7, 0.5);
    act.quad = *rc::gen::elementOf(std::vector<QuadClass>(quad_classes.begin(), quad_classes.end()));
    act.standing = *rc::gen::element(Standing::none, Standing::none, Standing::opens, Standing::closes);
    act.measure = *rc::gen::element<std::string>("visa", "tariff");
    if (act.standing == Standing::closes && *rc::gen::inRange(0, 3) == 0)
      act.until = act.date.last + *rc::gen::inRange(0, 20);
    return act;
  });
}

/// A history of one direction: ordered by (day, key), keys as shuffled as hashes are.
inline rc::Gen<std::vector<Act>> any_acts() {
  return rc::gen::map(rc::gen::container<std::vector<Act>>(any_act()), [](std::vector<Act> acts) {
    for (std::size_t i = 0; i < acts.size(); ++i) acts[i].key = {(i + 1) * 0x9e3779b97f4a7c15U};
    std::sort(acts.begin(), acts.end(), [](const Act& a, const Act& b) {
      return std::make_pair(a.day(), a.key) < std::make_pair(b.day(), b.key);
    });
    for (std::size_t i = 0; i < acts.size(); ++i) acts[i].event = {static_cast<std::uint32_t>(i)};
    return acts;
  });
}

/// Impulses with holds, releases and resumes that belong together.
inline rc::Gen<std::vector<Impulse>> any_impulses() {
  return rc::gen::map(any_acts(), [](const std::vector<Act>& acts) { return impulses_of(acts); });
}

/// Days of and after such a history, ascending.
inline rc::Gen<std::vector<Day>> any_days() {
  const auto some = rc::gen::map(rc::gen::inRange(19990, 20900), [](int d) { return Day{d}; });
  return rc::gen::map(rc::gen::container<std::vector<Day>>(some), [](std::vector<Day> days) {
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
  });
}

}  // namespace detente::test
