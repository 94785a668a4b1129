// How long does it take to fit latent_level to a panel? 10,000 dyads of 50 to 850 days with acts (4.5 million days in
// all), one half-life and three standard deviations for all of them, and a separate mean for each; with one thread and
// with two.

#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <vector>

#include "detente/fit/latent_level_fit.hpp"
#include "detente/ground/random.hpp"

namespace {

using namespace detente;

const LatentLevelOptions truth{.half_life = 40, .sd_level = 0.3, .sd_day = 1.5, .sd_event = 4};

/// Days with 1 to 5 acts, 1 to 4 days apart, drawn from the model itself.
DayMeans history(std::uint32_t dyad) {
  const Draws draws(1);
  const MeanReversion process = LatentLevel(truth).process();
  const auto size = static_cast<std::size_t>(50 + 800 * draws.uniform(Purpose::occurrence, dyad, 0));
  DayMeans out;
  const double mean = 3 * draws.normal(Purpose::occurrence, dyad, 1);
  double level = mean + std::sqrt(process.stationary_variance()) * draws.normal(Purpose::occurrence, dyad, 2), day = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const double elapsed = std::floor(1 + 4 * draws.uniform(Purpose::day, dyad, i));
    const double acts = std::floor(1 + 5 * draws.uniform(Purpose::code_offset, dyad, i));
    const Transition step = process.over(elapsed);
    level = mean + step.keep * (level - mean) + std::sqrt(step.added) * draws.normal(Purpose::model_noise, dyad, i);
    const double sd = std::sqrt(truth.sd_day * truth.sd_day + truth.sd_event * truth.sd_event / acts);
    out.time.push_back(day += elapsed);
    out.mean.push_back(level + sd * draws.normal(Purpose::event_offset, dyad, i));
    out.share.push_back(1 / acts);
    out.freedom += acts - 1;
    out.spread += (acts - 1) * truth.sd_event * truth.sd_event;
  }
  return out;
}

void fit_with(std::size_t threads, const std::vector<DayMeans>& panel) {
  const auto start = std::chrono::steady_clock::now();
  const std::clock_t cpu_start = std::clock();
  const LatentFit fit = fit_latent_level(panel, {.threads = threads});
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  const double cpu = static_cast<double>(std::clock() - cpu_start) / CLOCKS_PER_SEC;
  std::printf("%zu thread%s: %.1f s (CPU %.1f s), %d evaluations, %.0f ns of CPU a day and evaluation\n%s\n", threads,
              threads == 1 ? "" : "s", taken.count(), cpu, fit.evaluations,
              1e9 * cpu / fit.evaluations / static_cast<double>(fit.days), fit.full().c_str());
}

}  // namespace

int main() {
#ifndef NDEBUG
  std::fputs("a debug build measures nothing; configure with --preset bench\n", stderr);
  return 2;
#endif
  std::vector<DayMeans> panel;
  for (std::uint32_t dyad = 0; dyad < 10'000; ++dyad) panel.push_back(history(dyad));
  for (const std::size_t threads : {std::size_t{1}, std::size_t{2}}) fit_with(threads, panel);
}
