// What does the likelihood of a hidden level cost? 1,000,000 irregular observations, against a loop that does only what
// each of them needs anyway: one exponential, one division, one logarithm (the limit). Then the whole filter and
// smoother.

#include <cmath>
#include <vector>

#include "detente/ground/random.hpp"
#include "detente/models/kalman.hpp"
#include "support/ratios.hpp"

namespace {

using namespace detente;

constexpr std::size_t observation_count = 1'000'000;
const MeanReversion process{0.02, 0.5, 0.3};

struct Workload {
  std::vector<double> time, value, variance;
  operator Observations() const { return {time, value, variance}; }  // NOLINT(google-explicit-constructor)
};

const Workload& workload() {
  static const Workload made = [] {
    Workload w;
    const Draws draws(1);
    double now = 0;
    for (std::size_t i = 0; i < observation_count; ++i) {
      now -= 2 * std::log(draws.uniform(Purpose::day, 0, i));
      w.time.push_back(now);
      w.value.push_back(2 * draws.normal(Purpose::model_noise, 0, i));
      w.variance.push_back(0.5 + 2 * draws.uniform(Purpose::event_offset, 0, i));
    }
    return w;
  }();
  return made;
}

void count(benchmark::State& state) {
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(observation_count));
}

/// The limit: the exponential, the division and the logarithm of each observation, independent of one another.
void exp_div_log(benchmark::State& state) {
  const Workload& w = workload();
  for (auto _ : state) {
    double kept = 0, shares = 0, logs = 0;
    for (std::size_t i = 1; i < observation_count; ++i) {
      kept += std::exp(-process.rate * (w.time[i] - w.time[i - 1]));
      shares += w.value[i] / w.variance[i];
      logs += std::log(w.variance[i]);
    }
    benchmark::DoNotOptimize(kept);
    benchmark::DoNotOptimize(shares);
    benchmark::DoNotOptimize(logs);
  }
  count(state);
}
BENCHMARK(exp_div_log);

void likelihood(benchmark::State& state) {
  const Workload& w = workload();
  for (auto _ : state) benchmark::DoNotOptimize(log_likelihood(process, w));
  count(state);
}
BENCHMARK(likelihood);

/// θ = 0: no exponential.
void likelihood_of_walk(benchmark::State& state) {
  const Workload& w = workload();
  for (auto _ : state) benchmark::DoNotOptimize(log_likelihood({0, 0, process.diffusion}, w));
  count(state);
}
BENCHMARK(likelihood_of_walk);

/// The textbook filter, one observation after the other, with everything kept.
void filter_kept(benchmark::State& state) {
  const Workload& w = workload();
  for (auto _ : state) benchmark::DoNotOptimize(filter(process, w));
  count(state);
}
BENCHMARK(filter_kept);

void filter_and_smooth(benchmark::State& state) {
  const Workload& w = workload();
  for (auto _ : state) benchmark::DoNotOptimize(smooth(process, w));
  count(state);
}
BENCHMARK(filter_and_smooth);

}  // namespace

int main(int argc, char** argv) { return bench::run(argc, argv, "exp_div_log"); }
