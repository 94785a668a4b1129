#include "detente/quality/truth.hpp"

#include <cmath>
#include <numeric>

namespace detente::quality {
namespace {

using Path = std::vector<double>;

Path mean_reverting(std::size_t days, const Chance& chance) {
  constexpr double mean = 1, sd = 1.5, half_life = 45;
  const double keeps = std::exp2(-1 / half_life);
  const double step = sd * std::sqrt(1 - keeps * keeps);
  Path path{mean + sd * chance.normal(Use::truth, 0)};
  for (std::size_t d = 1; d < days; ++d)
    path.push_back(mean + keeps * (path.back() - mean) + step * chance.normal(Use::truth, d));
  return path;
}

Path random_walk(std::size_t days, const Chance& chance) {
  Path path{1};
  for (std::size_t d = 1; d < days; ++d) path.push_back(path.back() + 0.1 * chance.normal(Use::truth, d));
  return path;
}

Path regimes(std::size_t days, const Chance& chance) {
  Path path;
  for (std::size_t d = 0; d < days; ++d) {
    const bool jumps = d == 0 || chance.uniform(Use::jump_day, d) < 1.0 / 120;
    path.push_back(jumps ? 1 + 2 * chance.normal(Use::jump_level, d) : path.back());
  }
  return path;
}

/// Daily rate of hostile acts: a background rate of 0.2, and each act triggers 0.8 more over the days that follow.
Path hostile_rates(std::size_t days, const Chance& chance) {
  constexpr double base = 0.2, branching = 0.8;
  const double keeps = std::exp(-1.0 / 15);
  double excited = base * branching / (1 - branching);  // its mean
  Path rates;
  for (std::size_t d = 0; d < days; ++d) {
    rates.push_back(base + excited);
    const auto acts = static_cast<double>(chance.poisson(rates.back(), Use::truth, d));
    excited = keeps * excited + branching * (1 - keeps) * acts;
  }
  return rates;
}

Truth self_exciting(std::size_t days, const Chance& chance) {
  constexpr double peaceful = 1, hostile_score = 5, peaceful_score = -3;
  Truth truth;
  for (const double rate : hostile_rates(days, chance)) {
    const double all = rate + peaceful;
    truth.level.push_back((rate * hostile_score + peaceful * peaceful_score) / all);
    truth.activity.push_back(all / 2);
  }
  return truth;
}

Truth with_news(Path level) {
  const double mean = std::accumulate(level.begin(), level.end(), 0.0) / static_cast<double>(level.size());
  Truth truth{std::move(level), {}};
  for (const double l : truth.level) truth.activity.push_back(std::exp(0.1 * (l - mean)));
  return truth;
}

}  // namespace

std::string_view to_text(TruthKind kind) {
  constexpr std::array<std::string_view, truth_kinds.size()> names{"mean_reverting", "random_walk", "regimes",
                                                                   "self_exciting"};
  return names[static_cast<std::size_t>(kind)];
}

Truth make_truth(TruthKind kind, std::size_t days, const Chance& chance) {
  switch (kind) {
    case TruthKind::mean_reverting: return with_news(mean_reverting(days, chance));
    case TruthKind::random_walk: return with_news(random_walk(days, chance));
    case TruthKind::regimes: return with_news(regimes(days, chance));
    case TruthKind::self_exciting: break;
  }
  return self_exciting(days, chance);
}

}  // namespace detente::quality
