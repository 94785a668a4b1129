#include "contracts/pulse_columns.hpp"

#include "detente/contracts/time_order.hpp"
#include "detente/ground/error.hpp"

namespace detente::detail {

void check_order(const PulseColumns& pulses) {
  const auto rows = [](std::size_t count) { return static_cast<double>(count); };
  if (pulses.points.size() != pulses.size())
    throw_invalid("rows of points", rows(pulses.points.size()), "are as many as of days");
  if (!pulses.quads.empty() && pulses.quads.size() != pulses.size())
    throw_invalid("rows of quads", rows(pulses.quads.size()), "are as many as of days, or none");
  check_order(pulses.days);
}

}  // namespace detente::detail
