#pragma once
/// \file
/// Random numbers of a study: every number is a function of (seed, purpose, index), so a study gives the same table on
/// every machine, and changing one condition leaves all other numbers as they were.

#include <cstdint>

#include "detente/ground/random.hpp"

#pragma GCC visibility push(default)
namespace detente::quality {

/// What a number of the simulation is for.
enum class Use : std::uint32_t { truth, jump_day, jump_level, gap, volume, day_effect, score, deed };

/// Numbers by seed, purpose and place. Threads: any number may use an object at once.
class Chance {
 public:
  /// Another seed gives other numbers for everything.
  explicit Chance(std::uint64_t seed) : draws_(seed) {}

  /// From 0 to 1, without 1.
  double uniform(Use use, std::uint64_t which) const {
    return draws_.uniform(Purpose::model_noise, static_cast<std::uint32_t>(use), which);
  }
  /// Of mean 0 and variance 1.
  double normal(Use use, std::uint64_t which) const {
    return draws_.normal(Purpose::model_noise, static_cast<std::uint32_t>(use), which);
  }
  /// A Poisson number whose mean is at most a few hundred, by inversion.
  std::uint32_t poisson(double mean, Use use, std::uint64_t which) const;

 private:
  Draws draws_;
};

}  // namespace detente::quality
#pragma GCC visibility pop
