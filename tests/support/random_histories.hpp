#pragma once
/// Histories for tests of models: by hand, and long ones that are the same on every machine.

#include <string_view>
#include <vector>

#include "detente/contracts/act.hpp"
#include "detente/ground/random.hpp"
#include "detente/values/impulse.hpp"

namespace detente::test {

inline Day date(std::string_view text) { return parse_day(text).value(); }

/// A pulse on a day; `key` orders those of the same day.
inline Impulse impulse_on(Day day, double points, QuadClass quad, std::uint64_t key = 1, double weight = 1) {
  Impulse i;
  i.day = i.since = day;
  i.points = points;
  i.quad = quad;
  i.key = i.opening = {key};
  i.weight = weight;
  return i;
}

/// A random act by one of the two, −10 to 10 points, of any class, some with a measure, some with a vague day.
inline Act any_act(const Draws& draws, std::uint32_t number) {
  const auto uniform = [&](std::uint64_t what) { return draws.uniform(Purpose::day, number, what); };
  Act act;
  act.key = {(number + 1) * 0x9e3779b97f4a7c15U};
  act.event = {number};
  act.date = DateSpan::on(date("2024-01-01") + static_cast<std::int32_t>(uniform(0) * 400));
  if (uniform(1) < 0.2) act.date.last = act.date.first + static_cast<std::int32_t>(uniform(2) * 30);
  act.direction = uniform(3) < 0.5 ? Direction::forward : Direction::backward;
  act.points = 20 * uniform(4) - 10;
  act.quad = quad_classes[static_cast<std::size_t>(4 * uniform(5))];
  act.weight = 2 * uniform(6);
  act.standing = uniform(7) < 0.2 ? Standing::opens : uniform(7) < 0.3 ? Standing::closes : Standing::none;
  act.measure = uniform(8) < 0.5 ? "visa" : "tariff";
  return act;
}

inline std::vector<Act> any_acts(std::uint64_t seed, std::uint32_t n) {
  const Draws draws(seed);
  std::vector<Act> acts;
  for (std::uint32_t i = 0; i < n; ++i) acts.push_back(any_act(draws, i));
  return acts;
}

}  // namespace detente::test
