#include "validation/skill.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <stdexcept>

#include "detente/scores/chances.hpp"

namespace validation {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// `concordance` takes chances, but only their order counts.
detente::Concordance concordance_of(std::vector<Case> cases) {
  std::sort(cases.begin(), cases.end(), [](const Case& a, const Case& b) { return a.value < b.value; });
  std::vector<detente::ChanceForecast> ranked;
  double rank = 0;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    if (i > 0 && cases[i].value > cases[i - 1].value) ++rank;
    ranked.push_back({rank / static_cast<double>(cases.size()), cases[i].came});
  }
  return detente::concordance(ranked);
}

std::vector<double> mean_ranks(const std::vector<double>& values) {
  if (std::any_of(values.begin(), values.end(), [](double x) { return std::isnan(x); }))
    throw std::invalid_argument("what is no number has no rank");
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> out(values.size());
  for (std::size_t i = 0, end = 0; i < order.size(); i = end) {
    while (end < order.size() && values[order[end]] == values[order[i]]) ++end;
    for (std::size_t k = i; k < end; ++k) out[order[k]] = static_cast<double>(i + end - 1) / 2;
  }
  return out;
}

}  // namespace

Discrimination discrimination(const std::vector<Case>& cases) {
  std::map<std::size_t, std::vector<Case>> by_pair;
  std::vector<Case> known;
  Discrimination out;
  for (const Case& c : cases) {
    if (std::isnan(c.value)) continue;
    known.push_back(c);
    by_pair[c.pair].push_back(c);
    out.came += c.came ? 1U : 0U;
  }
  detente::Concordance within;
  for (const auto& [pair, own] : by_pair) within += concordance_of(own);
  out.cases = known.size();
  out.over_all = concordance_of(known).auc().value_or(none);
  out.within = within.auc().value_or(none);
  return out;
}

double rank_correlation(const std::vector<double>& a, const std::vector<double>& b) {
  const std::vector<double> x = mean_ranks(a), y = mean_ranks(b);
  const double middle = (static_cast<double>(a.size()) - 1) / 2;
  double xy = 0, xx = 0, yy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xy += (x[i] - middle) * (y[i] - middle);
    xx += (x[i] - middle) * (x[i] - middle);
    yy += (y[i] - middle) * (y[i] - middle);
  }
  return xy / std::sqrt(xx * yy);
}

double quantile(std::vector<double> values, double level) {
  std::erase_if(values, [](double x) { return std::isnan(x); });
  if (values.empty()) return none;
  std::sort(values.begin(), values.end());
  const double at = level * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, values.size() - 1);
  return values[below] + (at - static_cast<double>(below)) * (values[above] - values[below]);
}

}  // namespace validation
