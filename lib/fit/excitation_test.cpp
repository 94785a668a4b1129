#include "detente/fit/excitation_test.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <utility>

#include "detente/ground/error.hpp"
#include "detente/ground/random.hpp"
#include "detente/processes/hawkes/simulation.hpp"

namespace detente {
namespace {

class Tester {
 public:
  explicit Tester(const ExcitationTestOptions& options)
      : full_(options.fit), simple_(options.fit), draws_(options.seed) {
    simple_.excites = options.kept;
    full_.control = simple_.control = options.control.without_progress();
  }

  HawkesFit simple_fit(const HawkesEvents& events) {
    const auto streams = static_cast<std::size_t>(events.streams());
    if (simple_.excites.empty()) simple_.excites.assign(streams * streams, false);
    return fit_hawkes(events, simple_);
  }

  /// Mean gain over the placings; each fit begins where the one before ended, because the events are nearly the same.
  double gain(std::span<const HawkesEvents> placings) {
    double sum = 0;
    HawkesFitOptions full = full_;
    for (const HawkesEvents& events : placings) {
      const HawkesFit with = fit_hawkes(events, full);
      sum += std::max(0.0, 2 * (with.log_likelihood - simple_fit(events).log_likelihood));
      if (with.status != FitStatus::failed) full.start = with.parameters;
    }
    return sum / static_cast<double>(placings.size());
  }

  /// The simulated events treated like the data: dated to the day and placed anew.
  std::vector<HawkesEvents> placings_of(const HawkesEvents& made_up, std::uint32_t replicate, std::size_t count) const {
    if (count == 1) return {made_up};
    std::vector<HawkesEvents> out;
    for (std::size_t j = 0; j < count; ++j) {
      std::vector<std::pair<double, std::size_t>> order;
      for (std::size_t i = 0; i < made_up.size(); ++i) {
        const double u = draws_.uniform(Purpose::time_of_day, replicate, i * count + j);
        order.emplace_back(std::floor(made_up.columns().times[i]) + u, i);
      }
      out.push_back(sorted(made_up, std::move(order)));
    }
    return out;
  }

 private:
  static HawkesEvents sorted(const HawkesEvents& events, std::vector<std::pair<double, std::size_t>> order) {
    std::sort(order.begin(), order.end());
    EventColumns columns;
    for (const auto& [time, i] : order) {
      columns.times.push_back(time);
      columns.streams.push_back(events.columns().streams[i]);
      columns.marks.push_back(events.columns().marks[i]);
    }
    return HawkesEvents(std::move(columns), events.streams(), events.observation());
  }

  HawkesFitOptions full_, simple_;
  Draws draws_;
};

}  // namespace

ExcitationTest test_excitation(std::span<const HawkesEvents> placings, const ExcitationTestOptions& options) {
  if (placings.empty()) throw_invalid("placings", "none", "are at least one");
  if (options.replicates < 19) throw_invalid("replicates", std::to_string(options.replicates), "are at least 19");
  Tester tester(options);
  const HawkesEvents& events = placings.front();
  const HawkesParameters null = tester.simple_fit(events).parameters;
  ExcitationTest out{tester.gain(placings), 0, 1, options.replicates};
  std::vector<double> gains;
  for (std::uint32_t r = 0; r < options.replicates; ++r) {
    options.control.at({r, options.replicates, "replicates"});
    const HawkesEvents made_up = simulate(null, events.streams(), events.observation(),
                                          {.seed = options.seed, .draw = r, .marks = events.columns().marks});
    gains.push_back(tester.gain(tester.placings_of(made_up, r, placings.size())));
  }
  std::sort(gains.begin(), gains.end());
  const auto reached = gains.end() - std::lower_bound(gains.begin(), gains.end(), out.gain);
  out.p_value = (1.0 + static_cast<double>(reached)) / (1.0 + static_cast<double>(gains.size()));
  out.chance_gain = gains[static_cast<std::size_t>(0.95 * static_cast<double>(gains.size()))];
  return out;
}

}  // namespace detente
