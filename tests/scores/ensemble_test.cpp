#include "detente/scores/ensemble.hpp"

#include <gtest/gtest.h>

#include "detente/ground/random.hpp"
#include "detente/scores/continuous.hpp"
#include "support/golden.hpp"

namespace detente {
namespace {

using test::meets;

constexpr test::Tolerance as_published{1e-10, 1e-12};

std::vector<double> members_of(const test::Golden& table, std::size_t row) {
  std::vector<double> out;
  for (int m = 1; m <= 50; ++m) out.push_back(table("m" + std::to_string(m), row));
  return out;
}

TEST(EnsembleScores, MeetScoringRules) {
  const test::Golden golden("scores/ensemble.csv", 60), weights("scores/ensemble_weights.csv", 60);
  for (std::size_t i = 0; i < golden.size(); ++i) {
    SCOPED_TRACE(i);
    const auto members = members_of(golden, i);
    EXPECT_TRUE(meets(ensemble_crps(members, golden("y", i)), golden("crps_edf", i), as_published));
    EXPECT_TRUE(
        meets(ensemble_crps(members, members_of(weights, i), golden("y", i)), golden("crps_edf_w", i), as_published));
  }
}

TEST(EnsembleScores, AreTheDoubleSumTheyStandFor) {
  const std::vector<double> x{3, -1, 3, 7.5}, w{0.5, 1, 2, 0.25};
  double sum = 0, error = 0, total = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    total += w[i];
    error += w[i] * std::abs(x[i] - 2);
    for (std::size_t j = 0; j < x.size(); ++j) sum += w[i] * w[j] * std::abs(x[i] - x[j]);
  }
  EXPECT_NEAR(ensemble_crps(x, w, 2), error / total - sum / (2 * total * total), 1e-15);
}

TEST(EnsembleScores, HaveTheirLandmarks) {
  EXPECT_EQ(ensemble_crps(std::vector{4.0}, 1), 3);
  EXPECT_EQ(ensemble_crps(std::vector{4.0, 4.0, 4.0}, 1), 3);
  EXPECT_EQ(ensemble_crps(std::vector{4.0, 90.0}, std::vector{1.0, 0.0}, 1), 3);
  EXPECT_DOUBLE_EQ(ensemble_crps(std::vector{1.0, 2.0}, std::vector{1.0, 3.0}, 0),
                   ensemble_crps(std::vector{1.0, 2.0, 2.0, 2.0}, 0));
}

/// Over many small ensembles of draws the fair score averages to that of the distribution; the other stays above.
TEST(EnsembleScores, TheFairOneIsUnbiased) {
  const Draws draws(7);
  double fair = 0, empirical = 0;
  constexpr std::uint32_t ensembles = 20000;
  for (std::uint32_t e = 0; e < ensembles; ++e) {
    std::vector<double> members;
    for (std::uint64_t m = 0; m < 4; ++m) members.push_back(draws.normal(Purpose::event_offset, e, m));
    fair += ensemble_crps(members, 0.5, EnsembleScore::fair) / ensembles;
    empirical += ensemble_crps(members, 0.5) / ensembles;
  }
  EXPECT_NEAR(fair, crps(Normal{}, 0.5), 0.01);
  EXPECT_GT(empirical, crps(Normal{}, 0.5) + 0.1);  // by a quarter of E|X − X′|/2 = 0.14
}

TEST(EnsembleScores, RefuseWhatIsNoEnsemble) {
  EXPECT_THROW(ensemble_crps(std::vector<double>{}, 1), std::invalid_argument);
  EXPECT_THROW(ensemble_crps(std::vector{1.0, 2.0}, std::vector{1.0}, 1), std::invalid_argument);
  EXPECT_THROW(ensemble_crps(std::vector{1.0, 2.0}, std::vector{1.0, -1.0}, 1), std::invalid_argument);
  EXPECT_THROW(ensemble_crps(std::vector{1.0, 2.0}, std::vector{0.0, 0.0}, 1), std::invalid_argument);
  EXPECT_THROW(ensemble_crps(std::vector{1.0, std::nan("")}, 1), std::invalid_argument);
  EXPECT_THROW(ensemble_crps(std::vector{1.0}, 1, EnsembleScore::fair), std::invalid_argument);
}

}  // namespace
}  // namespace detente
