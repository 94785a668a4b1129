// What does it cost to run a model on one dyad in memory? 1,000,000 impulses over 10,000 days, a sample every day,
// against a plain loop that only adds (the limit) and against the textbook exponential per event.

#include <cmath>
#include <vector>

#include "detente/contracts/run.hpp"
#include "detente/engines/score.hpp"
#include "detente/ground/random.hpp"
#include "detente/models/catalogue.hpp"
#include "detente/models/decayed_sum.hpp"
#include "support/ratios.hpp"

namespace {

using namespace detente;

constexpr std::int32_t event_count = 1'000'000;
constexpr std::int32_t day_count = 10'000;

struct Workload {
  std::vector<Impulse> impulses;
  std::vector<Day> days = every_day({0}, {day_count});
};

const Workload& workload() {
  static const Workload made = [] {
    Workload w;
    const Draws draws(1);
    for (std::int32_t i = 0; i < event_count; ++i) {
      const auto key = static_cast<std::uint64_t>(i);
      Impulse impulse;
      impulse.day = {static_cast<std::int32_t>(std::int64_t{i} * day_count / event_count)};
      impulse.key = impulse.opening = {key};
      impulse.points = 20 * draws.uniform(Purpose::code_offset, 0, key) - 10;
      impulse.quad = quad_classes[static_cast<std::size_t>(4 * draws.uniform(Purpose::day, 0, key))];
      w.impulses.push_back(impulse);
    }
    return w;
  }();
  return made;
}

void count(benchmark::State& state) {
  state.SetItemsProcessed(state.iterations() * event_count);
  state.SetBytesProcessed(state.iterations() * event_count * static_cast<std::int64_t>(sizeof(Impulse)));
}

/// The limit: reads every impulse and adds it up.
void plain_add(benchmark::State& state) {
  const Workload& w = workload();
  for (auto _ : state) {
    double sum = 0;
    for (const Impulse& i : w.impulses) sum += i.points * i.weight;
    benchmark::DoNotOptimize(sum);
  }
  count(state);
}
BENCHMARK(plain_add);

void decayed_sum(benchmark::State& state) {
  const Workload& w = workload();
  const DecayedSum model;
  for (auto _ : state) benchmark::DoNotOptimize(run(model, w.impulses, w.days));
  count(state);
}
BENCHMARK(decayed_sum);

/// The same through the run-time wrapper.
void any_model(benchmark::State& state) {
  const Workload& w = workload();
  const AnyModel model = Catalogue::built_in().make("decayed_sum");
  for (auto _ : state) benchmark::DoNotOptimize(model.read(w.impulses, w.days));
  count(state);
}
BENCHMARK(any_model);

/// The textbook: one exponential for every event, whether or not a day has passed.
void textbook_exp(benchmark::State& state) {
  const Workload& w = workload();
  constexpr double rate = 0.0495105129;  // ln 2 / 14
  for (auto _ : state) {
    double level = 0;
    Day last{0};
    for (const Impulse& i : w.impulses) {
      level = level * std::exp(-rate * static_cast<double>(i.day - last)) + i.points * i.weight;
      last = i.day;
    }
    benchmark::DoNotOptimize(level);
  }
  count(state);
}
BENCHMARK(textbook_exp);

}  // namespace

int main(int argc, char** argv) { return bench::run(argc, argv, "plain_add"); }
