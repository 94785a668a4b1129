#include "detente/scores/quantile.hpp"

#include <algorithm>
#include <limits>

#include "detente/ground/error.hpp"
#include "ground/limits.hpp"

namespace detente {
using namespace detail;
namespace {

void check_share(const char* name, double share) {
  if (!(share > 0 && share < 1)) throw_invalid(name, share, "is between 0 and 1");
}

}  // namespace

double pinball_score(double quantile, double level, double outcome) {
  check_share("level", level);
  require_within("quantile", quantile, -highest, highest);
  require_within("outcome", outcome, -highest, highest);
  return ((outcome <= quantile ? 1 : 0) - level) * (quantile - outcome);
}

double interval_score(double lower, double upper, double coverage, double outcome) {
  check_share("coverage", coverage);
  require_within("lower", lower, -highest, highest);
  require_within("upper", upper, lower, highest);
  require_within("outcome", outcome, -highest, highest);
  const double outside = std::max(lower - outcome, 0.0) + std::max(outcome - upper, 0.0);
  return upper - lower + 2 / (1 - coverage) * outside;
}

}  // namespace detente
