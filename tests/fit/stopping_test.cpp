/// Fits and tests by simulation tell how far they have come, and end when they are asked to.

#include <gtest/gtest.h>

#include <vector>

#include "detente/fit/latent_level_fit.hpp"
#include "detente/fit/reciprocity.hpp"
#include "detente/processes/hawkes/simulation.hpp"
#include "support/watched_work.hpp"

namespace detente {
namespace {

using test::expect_watched;

HawkesEvents some_events() {
  return simulate({{0.05, 0.15}, {0.2, 0.5, 0, 0.2}, {0.15}}, 2, {{{0, 1500}}}, {.draw = 0});
}

TEST(Stopping, OfAHawkesFit) {
  const HawkesEvents events = some_events();
  expect_watched([&](const WorkControl& control) { fit_hawkes(events, {.control = control}); }, "passes");
}

TEST(Stopping, OfATestOfExcitation) {
  const std::vector<HawkesEvents> placings{some_events()};
  expect_watched([&](const WorkControl& control) { test_excitation(placings, {.replicates = 19, .control = control}); },
                 "replicates");
}

TEST(Stopping, OfReciprocity) {
  const HawkesEvents events = some_events();
  std::vector<Act> acts;
  for (std::size_t i = 0; i < events.size(); ++i) {
    Act act;
    act.key = {i + 1};
    act.date = DateSpan::on(Day{18000} + static_cast<std::int32_t>(events.columns().times[i]));
    act.direction = events.columns().streams[i] == 0 ? Direction::forward : Direction::backward;
    act.points = 5;
    acts.push_back(act);
  }
  for (const char* what : {"fits", "replicates"})
    expect_watched(
        [&](const WorkControl& control) {
          reciprocity(acts, {"COL", "USA"}, {.replicates = 19, .control = control});
        },
        what);
}

TEST(Stopping, OfALatentLevelFit) {
  DayMeans history;
  for (int t = 0; t < 200; ++t) {
    history.time.push_back(t);
    history.mean.push_back(static_cast<double>(t * t % 17) / 4 - 2);
    history.share.push_back(1);
  }
  expect_watched([&](const WorkControl& control) { fit_latent_level(history, {.sd_day = 0, .control = control}); },
                 "passes");
}

}  // namespace
}  // namespace detente
