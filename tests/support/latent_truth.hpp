#pragma once
/// \file
/// Histories from a known hidden level, for recovery tests: an Ornstein–Uhlenbeck level, a day effect, acts.

#include <cmath>
#include <vector>

#include "detente/ground/random.hpp"
#include "detente/models/day_means.hpp"
#include "detente/models/latent_level.hpp"

namespace detente::test {

struct Truth {
  LatentLevelOptions options;
  std::int32_t days = 1000;
  int acts_a_day = 60;
  double share_of_days = 1;  ///< that have any acts
};

struct SimulatedHistory {
  std::vector<double> level;  ///< of each day
  std::vector<Impulse> impulses;
};

inline SimulatedHistory simulate(const Truth& truth, std::uint64_t seed) {
  const Draws draws(seed);
  const LatentLevelOptions& o = truth.options;
  const MeanReversion process = LatentLevel(o).process();
  const Transition step = process.over(1);
  SimulatedHistory out;
  double level = o.mean;
  if (!process.wanders()) level += std::sqrt(process.stationary_variance()) * draws.normal(Purpose::day, 0, 0);
  for (std::int32_t day = 0; day < truth.days; ++day) {
    const auto key = static_cast<std::uint64_t>(day);
    if (day > 0) {
      const double origin = process.wanders() ? level : o.mean;
      level = origin + step.keep * (level - origin) + std::sqrt(step.added) * draws.normal(Purpose::day, 1, key);
    }
    out.level.push_back(level);
    if (draws.uniform(Purpose::occurrence, 0, key) > truth.share_of_days) continue;
    const double today = level + o.sd_day * draws.normal(Purpose::code_offset, 0, key);
    for (int a = 0; a < truth.acts_a_day; ++a) {
      Impulse act;
      act.day = {day};
      act.key = act.opening = {key * 1000 + static_cast<std::uint64_t>(a)};
      act.points = today + o.sd_event * draws.normal(Purpose::event_offset, 0, act.key.value);
      out.impulses.push_back(act);
    }
  }
  return out;
}

/// The share of days on which the true level lies within the filter's band of 90 %.
inline double coverage(const SimulatedHistory& history, const LatentLevelOptions& options) {
  const DayMeans days = day_means(history.impulses);
  const FilteredPath path = filter(LatentLevel(options), days);
  double inside = 0;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const Moments& m = path.points[i].filtered;
    const double off = history.level[static_cast<std::size_t>(days.time[i])] - m.mean;
    inside += std::abs(off) <= 1.6448536 * std::sqrt(m.variance) ? 1 : 0;
  }
  return inside / static_cast<double>(days.size());
}

}  // namespace detente::test
