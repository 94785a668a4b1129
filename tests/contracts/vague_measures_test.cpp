#include "detente/contracts/measures.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "detente/questions/doubt/bands.hpp"
#include "support/acts.hpp"
#include "support/impulses.hpp"

namespace detente {
namespace {

using test::closes;
using test::day;
using test::jan;
using test::likely;
using test::opens;
using test::until;

/// What each day's points in force would be on average over draws, with its standard error.
struct Average {
  std::vector<double> mean, error;
};

Average average_over_draws(const std::vector<Act>& acts, const std::vector<Day>& days, int n) {
  std::vector<double> sum(days.size()), squares(days.size());
  const Draws draws(5);
  for (int d = 0; d < n; ++d) {
    auto drawn = draw_acts(acts, draws, static_cast<std::uint32_t>(d), 0);
    for (Act& a : drawn) a.points = a.standing == Standing::opens ? 8 : a.points;  // dates and occurrence only
    const auto points = points_in_force(impulses_of(drawn), Direction::forward, days);
    for (std::size_t i = 0; i < days.size(); ++i) {
      sum[i] += points[i];
      squares[i] += points[i] * points[i];
    }
  }
  Average out;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const double mean = sum[i] / n;
    out.mean.push_back(mean);
    out.error.push_back(std::sqrt(std::max(0.0, squares[i] / n - mean * mean) / n));
  }
  return out;
}

struct VagueCase {
  const char* name;
  std::vector<Act> acts;
};

void PrintTo(const VagueCase& c, std::ostream* os) { *os << c.name; }

class VagueMeasures : public testing::TestWithParam<VagueCase> {};

/// The point path is the mean of the draws: five standard errors, and the error of a mean of 0 or 1.
TEST_P(VagueMeasures, PointPathIsTheMeanOfTheDraws) {
  std::vector<Day> days;
  for (Day d = day(jan(1)); d <= day("2025-02-28"); ++d) days.push_back(d);
  const auto point = points_in_force(impulses_of(GetParam().acts), Direction::forward, days);
  const auto draws = average_over_draws(GetParam().acts, days, 4000);
  for (std::size_t i = 0; i < days.size(); ++i)
    EXPECT_NEAR(point[i], draws.mean[i], 5 * draws.error[i] + 0.02) << to_text(days[i]);
  EXPECT_GT(*std::max_element(point.begin(), point.end()), 0);
}

const VagueCase vague_cases[] = {
    {"vague_opening", {opens(1, "2025-01")}},
    {"vague_opening_exact_closing_after", {opens(1, "2025-01"), closes(2, "2025-02-10")}},
    {"vague_opening_exact_closing_within", {opens(1, "[2025-01-05..2025-01-20]"), closes(2, "2025-01-12")}},
    {"exact_opening_vague_closing", {opens(1, "2025-01-10"), closes(2, "[2025-01-15..2025-02-05]")}},
    {"exact_opening_within_a_vague_closing", {opens(1, "2025-01-10"), closes(2, "2025-01")}},
    {"vague_opening_vague_closing", {opens(1, "2025-01"), closes(2, "[2025-01-15..2025-02-05]")}},
    {"vague_opening_and_closing_in_one_month", {opens(1, "2025-01"), closes(2, "2025-01")}},
    {"alleged_vague_opening", {likely(opens(1, "2025-01"), 0.7), closes(2, "2025-02-10")}},
    {"disputed_closing", {opens(1, "2025-01-10"), likely(closes(2, "2025-01-20"), 0.5)}},
    {"alleged_opening_then_a_confirmed_one",
     {likely(opens(1, "2025-01-10"), 0.7), opens(2, "2025-01-15"), closes(3, "2025-01-20")}},
    {"alleged_opening_disputed_closings",
     {likely(opens(1, "2025-01-10"), 0.7), opens(2, "2025-01-15"), likely(closes(3, "2025-01-20"), 0.5),
      likely(closes(4, "2025-01-25"), 0.5)}},
    {"vague_lift", {opens(1, "2025-01-10"), until(closes(2, "[2025-01-15..2025-01-25]"), "2025-02-02")}},
    {"vague_opening_lifted", {opens(1, "2025-01"), until(closes(2, "2025-02-05"), "2025-02-09")}},
    {"alleged_lift_vague_closing",
     {opens(1, "2025-01-10"), likely(until(closes(2, "2025-01-12"), "2025-02-20"), 0.5),
      closes(3, "[2025-01-15..2025-02-10]")}},
    {"vague_opening_until", {until(opens(1, "2025-01"), "2025-02-10")}},
    {"closed_within_a_month_and_opened_again",
     {opens(1, "2025-01-03"), closes(2, "[2025-01-10..2025-01-20]"), opens(3, "2025-01-31")}},
};

INSTANTIATE_TEST_SUITE_P(Table, VagueMeasures, testing::ValuesIn(vague_cases),
                         [](const auto& c) { return c.param.name; });

}  // namespace
}  // namespace detente
