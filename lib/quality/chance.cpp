#include "detente/quality/chance.hpp"

#include <cmath>

namespace detente::quality {

std::uint32_t Chance::poisson(double mean, Use use, std::uint64_t which) const {
  double left = uniform(use, which), probability = std::exp(-mean);
  std::uint32_t count = 0;
  while (left > probability && probability > 0) {
    left -= probability;
    probability *= mean / ++count;
  }
  return count;
}

}  // namespace detente::quality
