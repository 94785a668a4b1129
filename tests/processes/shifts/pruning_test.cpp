// The searches by themselves, at prices that the named penalties do not reach: a dear logarithm of length, where the
// older of two starts is behind at first and may win later, and cuts that cost next to nothing.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "detente/ground/random.hpp"
#include "processes/shifts/exact_sums.hpp"
#include "processes/shifts/functional_pruning.hpp"
#include "processes/shifts/pelt.hpp"
#include "support/plain_partition.hpp"

namespace detente {
namespace {

using detail::CutPrice;

std::vector<double> wandering_series(std::uint64_t seed, std::size_t size) {
  const Draws draws(seed);
  std::vector<double> out(size);
  double level = 0;
  for (std::size_t i = 0; i < size; ++i) {
    if (draws.uniform(Purpose::occurrence, 0, i) < 0.1) level = 3 * draws.normal(Purpose::mark, 0, i);
    out[i] = level + draws.normal(Purpose::model_noise, 0, i);
  }
  return out;
}

test::PlainPartition plain_at(const std::vector<double>& values, const CutPrice& price) {
  ChangePoints priced;
  priced.penalty = price.per_cut;
  priced.length_weight = price.per_log;
  priced.noise.sd = 1;
  return {values, ChangeIn::mean, priced, price.min_length};
}

struct SquaresCost {
  detail::StretchMoments moments;
  double operator()(std::size_t from, std::size_t to) const { return moments.squares_around_mean(from, to); }
};

void expect_both_optimal(const std::vector<double>& values, const CutPrice& price) {
  const test::PlainPartition plain = plain_at(values, price);
  const auto optimum = static_cast<double>(plain.optimum());
  const auto objective = [&](const std::vector<std::size_t>& cuts) {
    return static_cast<double>(plain.objective(cuts));
  };
  const double room = 1e-9 * std::max(1.0, std::abs(optimum));
  EXPECT_NEAR(objective(detail::functional_pruning(values, price)), optimum, room) << "functional pruning";
  const SquaresCost cost{detail::StretchMoments(values)};
  EXPECT_NEAR(objective(detail::pelt(values.size(), cost, price)), optimum, room) << "PELT";
}

TEST(Pruning, LosesNothingAtAnyPrice) {
  for (std::uint64_t seed = 1; seed <= 350; ++seed)
    for (const double per_cut : {0.0, 1.0, 20.0})
      for (const double per_log : {0.0, 0.5, 4.0})
        for (const std::size_t min_length : std::array<std::size_t, 3>{1, 2, 6}) {
          SCOPED_TRACE("seed " + std::to_string(seed));
          expect_both_optimal(wandering_series(seed, 20 + seed % 61), {per_cut, per_log, min_length});
          if (HasFailure()) return;
        }
}

}  // namespace
}  // namespace detente
