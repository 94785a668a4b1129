#pragma once
/// \file
/// Noise that remembers.

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "detente/ground/random.hpp"

namespace detente::test {

/// An AR(1) with mean 0, standard deviation 1 and autocorrelation `memory` between neighbours, from its own law on.
inline std::vector<double> autoregression(std::uint64_t seed, std::size_t size, double memory) {
  const Draws draws(seed);
  std::vector<double> out(size);
  for (std::size_t i = 0; i < size; ++i) {
    const double shock = draws.normal(Purpose::model_noise, 0, i);
    out[i] = i == 0 ? shock : memory * out[i - 1] + std::sqrt(1 - memory * memory) * shock;
  }
  return out;
}

}  // namespace detente::test
