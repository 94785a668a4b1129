#include "detente/values/impulse.hpp"

#include <tuple>

namespace detente {

bool comes_before(const Impulse& a, const Impulse& b) noexcept {
  const auto order = [](const Impulse& i) { return std::tie(i.day, i.key, i.kind, i.opening, i.since); };
  return order(a) < order(b);
}

}  // namespace detente
