// What does a comparison of forecasts cost, on data of the size of all pairs of countries? Made-up columns, by default
// 40,000 pairs × 10 models × 240 monthly origins beside six baselines, against the limit: reading every feature once.
//
//   bench_compare [PAIRS] [MODELS] [ORIGINS] [THREADS]      the target: under 5 minutes and 2 GiB on 2 cores
//
// It is a single timed run and not a repeated benchmark, because the run is long and its limit is much shorter.

#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>
#include <cmath>
#include <cstdlib>
#include <string>
#include <vector>

#include "detente/detail/hash.hpp"
#include "detente/questions/comparison/comparison.hpp"

namespace {

using namespace detente;
using namespace detente::detail;

double uniform(std::uint64_t of) { return static_cast<double>(mix64(of + 1) >> 11) * 0x1p-53; }

/// A column that reflects more or less of the strain behind the outcomes; most origins are calm.
InputColumns model(std::size_t number, const std::vector<float>& strain) {
  InputColumns out{fmt::format("model {}", number), {std::vector<float>(strain.size())}};
  for (std::size_t i = 0; i < strain.size(); ++i) {
    const double noise = uniform(i * 64 + number) * (0.2 + 0.1 * static_cast<double>(number));
    out.features[0][i] = static_cast<float>(std::log1p(strain[i] * 20 * (0.5 + noise)));
  }
  return out;
}

struct Made {
  ForecastTable table;
  std::vector<InputColumns> inputs;
};

Made made(std::size_t pairs, std::size_t models, std::size_t origins) {
  Made out;
  out.table.pairs.resize(pairs);
  Period month = period_of(PeriodKind::month, Day::from_civil(1990, 1, 1));
  for (std::size_t t = 0; t < origins; ++t, month = month.next()) out.table.periods.push_back(month);
  std::vector<float> strain(pairs * origins);
  out.table.outcomes.resize(strain.size());
  out.table.history.resize(strain.size());
  for (std::size_t i = 0; i < strain.size(); ++i) {
    const std::size_t pair = i % pairs;
    const double violent = std::pow(uniform(pair * 2), 6), now = uniform(i * 64 + 63);
    strain[i] = static_cast<float>(violent * now);
    const bool came = uniform(i * 64 + 62) < strain[i] * 0.6;
    out.table.outcomes[i] = came ? static_cast<float>(1 + mix64(i) % 5) : 0;
    out.table.history[i] = i < pairs ? 0 : out.table.outcomes[i - pairs];
  }
  for (std::size_t m = 0; m < models + 2; ++m) out.inputs.push_back(model(m, strain));
  out.inputs[models].baseline = out.inputs[models + 1].baseline = true;
  return out;
}

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// The limit.
double read_once(const Made& of, double& sum) {
  const auto start = std::chrono::steady_clock::now();
  for (const InputColumns& input : of.inputs)
    for (const auto& feature : input.features)
      for (const float x : feature) sum += x;
  return seconds_since(start);
}

std::size_t number(int argc, char** argv, int at, std::size_t standard) {
  return argc > at ? std::strtoull(argv[at], nullptr, 10) : standard;
}

}  // namespace

int main(int argc, char** argv) {
#ifndef NDEBUG
  fmt::print(stderr, "a debug build measures nothing\n");
  return 1;
#endif
  const std::size_t pairs = number(argc, argv, 1, 40'000), models = number(argc, argv, 2, 10);
  const std::size_t origins = number(argc, argv, 3, 240), threads = number(argc, argv, 4, 2);
  const Made of = made(pairs, models, origins);
  double sum = 0;
  const double limit = read_once(of, sum);
  const auto start = std::chrono::steady_clock::now();
  const Comparison found = compare(of.table, of.inputs, {.threads = threads});
  const double taken = seconds_since(start);
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  fmt::print("{} pairs x {} models x {} origins, {} threads: {:.1f} s, {:.0f} MiB at most\n", pairs, models, origins,
             threads, taken, static_cast<double>(used.ru_maxrss) / 1024);
  fmt::print("reading every feature once: {:.3f} s, {:.5f} of it (sum {:.0f}, best {})\n", limit, limit / taken, sum,
             found.inputs[found.best_baseline].name);
}
