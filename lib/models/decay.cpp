#include "detente/models/decay.hpp"

#include <algorithm>

#include "detente/ground/error.hpp"

namespace detente {

Decay::Decay(double half_life) : half_life_(half_life) {
  if (!(half_life > 0)) throw_invalid("half_life", half_life, "is above 0 days");
  auto table = std::make_shared<std::array<double, table_size>>();
  for (std::size_t d = 0; d < table->size(); ++d) (*table)[d] = (*this)(static_cast<double>(d));
  table_ = std::move(table);
}

double DecayedMoments::variance_of_mean() const noexcept {
  const double n = effective_n();
  if (n <= 1 + 1e-9) return std::numeric_limits<double>::quiet_NaN();
  return spread / weight / (n - 1);
}

}  // namespace detente
