#include "detente/processes/shifts/page_cusum.hpp"

#include <algorithm>
#include <cmath>

#include "detente/ground/error.hpp"
#include "ground/limits.hpp"

namespace detente {
using namespace detail;

PageCusum::PageCusum(const CusumOptions& options) : options_(options) {
  require_within("target", options.target, -highest, highest);
  require_within("k", options.k, 0, highest, "standard deviations");
  if (!(options.sd > 0 && options.sd <= highest)) throw_invalid("sd", options.sd, "is above 0 and finite");
  if (!(options.h > 0 && options.h <= highest)) throw_invalid("h", options.h, "is above 0 and finite");
}

void PageCusum::observe(State& state, double value) const noexcept {
  if (std::isnan(value)) return;
  const double z = (value - options_.target) / options_.sd;
  state.upper = std::max(0.0, state.upper + z - options_.k);
  state.lower = std::min(0.0, state.lower + z + options_.k);
  ++state.seen;
  if (state.upper == 0) state.above_since = state.seen;
  if (state.lower == 0) state.below_since = state.seen;
}

CusumAlarm PageCusum::alarm(const State& state) const noexcept {
  const bool above = state.upper > options_.h, below = state.lower < -options_.h;
  if (above && below) return CusumAlarm::both;
  if (above) return CusumAlarm::above;
  return below ? CusumAlarm::below : CusumAlarm::none;
}

}  // namespace detente
