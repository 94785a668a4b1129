// What does a fit of 1,000,000 events cost per step? The log-likelihood with its gradient, one stream and two, against
// the limit: a loop that does only the one exponential, division and logarithm that each event needs.

#include <cmath>
#include <span>
#include <vector>

#include "detente/ground/random.hpp"
#include "detente/processes/hawkes/hawkes.hpp"
#include "support/ratios.hpp"

namespace {

using namespace detente;

constexpr std::size_t event_count = 1'000'000;

EventColumns make_columns(bool to_days) {
  const Draws draws(1);
  EventColumns out;
  double now = 0;
  for (std::size_t i = 0; i < event_count; ++i) {
    now -= std::log(draws.uniform(Purpose::day, 0, i));
    out.times.push_back(to_days ? std::floor(now) : now);
    out.streams.push_back(draws.uniform(Purpose::occurrence, 0, i) < 0.5 ? 0 : 1);
  }
  return out;
}

HawkesEvents make_events(int streams, bool to_days = false) {
  EventColumns columns = make_columns(to_days);
  if (streams == 1) columns.streams.clear();
  const double end = columns.times.back() + 1;
  return HawkesEvents(std::move(columns), streams, {{{0, end}}});
}

void count(benchmark::State& state) {
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(event_count));
}

/// The limit: nothing but the operations, independent of each other.
template <int Exps>
void limit(benchmark::State& state) {
  const std::vector<double> times = make_events(1).columns().times;
  for (auto _ : state) {
    double exps = 0, inverses = 0, logs = 0, last = 0;
    for (const double time : times) {
      const double rate = 0.5 + (time - last);
      for (int b = 0; b < Exps; ++b) exps += std::exp((-0.3 - 0.1 * b) * (time - last));
      inverses += 1 / rate;
      logs += std::log(rate);
      last = time;
    }
    benchmark::DoNotOptimize(exps + inverses + logs);
  }
  count(state);
}
void exp_div_log(benchmark::State& state) { limit<1>(state); }
BENCHMARK(exp_div_log);

/// The operations for two betas.
void two_exps_div_log(benchmark::State& state) { limit<2>(state); }
BENCHMARK(two_exps_div_log);

void likelihood(benchmark::State& state, const HawkesEvents& events, const HawkesParameters& parameters) {
  std::vector<double> gradient(parameters.size());
  for (auto _ : state) {
    benchmark::DoNotOptimize(log_likelihood(events, parameters, SameTime::strict, gradient));
    benchmark::ClobberMemory();
  }
  count(state);
}

const HawkesParameters one{{0.6}, {0.4}, {0.3}};
const HawkesParameters two{{0.3, 0.3}, {0.2, 0.2, 0.2, 0.2}, {0.3}};
const HawkesParameters two_betas{{0.3, 0.3}, {0.2, 0.2, 0.2, 0.2}, {0.3, 0.2}};

void one_stream(benchmark::State& state) { likelihood(state, make_events(1), one); }
BENCHMARK(one_stream);

void two_streams(benchmark::State& state) { likelihood(state, make_events(2), two); }
BENCHMARK(two_streams);

void two_streams_two_betas(benchmark::State& state) { likelihood(state, make_events(2), two_betas); }
BENCHMARK(two_streams_two_betas);

/// Whole days: about one event in three shares its day with the one before.
void one_stream_in_days(benchmark::State& state) { likelihood(state, make_events(1, true), one); }
BENCHMARK(one_stream_in_days);

void one_stream_curvature(benchmark::State& state) {
  const HawkesEvents events = make_events(1);
  for (auto _ : state) benchmark::DoNotOptimize(curvature(events, one));
  count(state);
}
BENCHMARK(one_stream_curvature);

}  // namespace

int main(int argc, char** argv) { return bench::run(argc, argv, "exp_div_log"); }
