#include "detente/scores/chances.hpp"

#include <algorithm>
#include <cmath>

#include "detente/ground/error.hpp"

namespace detente {
namespace {

/// Forecasts with the same chance.
struct Tie {
  double chance = 0;
  std::size_t came = 0, forecasts = 0;
};

/// Passes the forecasts of each chance together.
template <class Take>
void by_chance(std::span<const ChanceForecast> forecasts, const Take& take) {
  double last = 0;
  for (std::size_t i = 0; i < forecasts.size();) {
    Tie tie{forecasts[i].chance};
    if (!(tie.chance <= 1)) throw_invalid("chance", tie.chance, "is within 0 to 1");
    if (tie.chance < last) throw_invalid("chance", tie.chance, "ascends from 0");
    for (; i < forecasts.size() && forecasts[i].chance == tie.chance; ++i, ++tie.forecasts)
      tie.came += forecasts[i].came ? 1U : 0U;
    last = tie.chance;
    take(tie);
  }
}

/// A step during pooling.
struct Pool {
  double low = 0, high = 0, sum = 0;
  double came = 0, forecasts = 0;
  double share() const { return came / forecasts; }
};

void pool(std::vector<Pool>& steps, const Tie& tie) {
  const auto n = static_cast<double>(tie.forecasts);
  Pool last{tie.chance, tie.chance, tie.chance * n, static_cast<double>(tie.came), n};
  while (!steps.empty() && steps.back().share() >= last.share()) {
    const Pool& before = steps.back();
    last = {before.low, last.high, before.sum + last.sum, before.came + last.came, before.forecasts + last.forecasts};
    steps.pop_back();
  }
  steps.push_back(last);
}

void check_chance(double chance) { require_within("chance", chance, 0, 1); }

}  // namespace

Concordance& Concordance::operator+=(const Concordance& other) noexcept {
  won += other.won;
  compared += other.compared;
  return *this;
}

std::optional<double> Concordance::auc() const { return compared > 0 ? std::optional(won / compared) : std::nullopt; }

void sort_by_chance(std::span<ChanceForecast> forecasts) {
  std::sort(forecasts.begin(), forecasts.end(),
            [](const ChanceForecast& a, const ChanceForecast& b) { return a.chance < b.chance; });
}

Concordance concordance(std::span<const ChanceForecast> ascending) {
  Concordance out;
  double came = 0, absent = 0;
  by_chance(ascending, [&](const Tie& tie) {
    const auto here = static_cast<double>(tie.came), not_here = static_cast<double>(tie.forecasts - tie.came);
    out.won += here * (absent + not_here / 2);
    came += here;
    absent += not_here;
  });
  out.compared = came * absent;
  return out;
}

Reliability reliability(std::span<const ChanceForecast> ascending) {
  Reliability out;
  std::vector<Pool> steps;
  by_chance(ascending, [&](const Tie& tie) { pool(steps, tie); });
  if (steps.empty()) return out;
  double came = 0, recalibrated = 0;
  const auto n = static_cast<double>(ascending.size());
  for (const Pool& step : steps) {
    came += step.came;
    recalibrated += step.came * (1 - step.share());
    out.steps.push_back(
        {step.low, step.high, step.sum / step.forecasts, step.share(), static_cast<std::size_t>(step.forecasts)});
  }
  for (const ChanceForecast& f : ascending) out.brier += brier_score(f.chance, f.came);
  out.brier /= n;
  out.uncertainty = came / n * (1 - came / n);
  out.miscalibration = out.brier - recalibrated / n;
  out.discrimination = out.uncertainty - recalibrated / n;
  return out;
}

double brier_score(double chance, bool came) {
  check_chance(chance);
  const double off = chance - (came ? 1 : 0);
  return off * off;
}

double log_score(double chance, bool came) {
  check_chance(chance);
  return came ? -std::log(chance) : -std::log1p(-chance);
}

}  // namespace detente
