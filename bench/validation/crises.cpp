#include "validation/crises.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "validation/skill.hpp"

namespace validation {
namespace {

constexpr int window = 6, near_peak = 1, near_crisis = 2;
constexpr double high_level = 0.98;

CrisisFinding finding_of(const Monthly& series, const std::vector<double>& values, const Crisis& crisis) {
  CrisisFinding out{&crisis};
  double best = -HUGE_VAL, here = std::nan("");
  for (std::size_t t = 0; t < values.size(); ++t) {
    const int off = months_between(crisis.month, series.months[t]);
    if (off == 0) here = values[t];
    if (std::abs(off) > window || std::isnan(values[t]) || values[t] <= best) continue;
    best = values[t];
    out.off = off;
  }
  out.found = best > -HUGE_VAL && std::abs(out.off) <= near_peak;
  const auto known = std::count_if(values.begin(), values.end(), [](double x) { return !std::isnan(x); });
  const auto lower = std::count_if(values.begin(), values.end(), [&](double x) { return x < here; });
  out.rank = static_cast<double>(lower) / static_cast<double>(known);
  return out;
}

void count_alarms(const Monthly& series, const Dyad& pair, const std::vector<Crisis>& crises, CrisisFindings& out) {
  const std::vector<double>& values = series.values.at(pair);
  const double bound = quantile(values, high_level);
  for (std::size_t t = 0; t < values.size(); ++t) {
    if (!(values[t] > bound)) continue;
    ++out.high;
    const bool near = std::any_of(crises.begin(), crises.end(), [&](const Crisis& c) {
      return c.pair == pair && std::abs(months_between(c.month, series.months[t])) <= near_crisis;
    });
    out.false_alarms += near ? 0U : 1U;
  }
}

}  // namespace

CrisisFindings find_crises(const Monthly& series, const std::vector<Crisis>& crises) {
  CrisisFindings out;
  for (const Crisis& crisis : crises) {
    const auto values = series.values.find(crisis.pair);
    if (values == series.values.end()) continue;
    out.crises.push_back(finding_of(series, values->second, crisis));
    out.found += out.crises.back().found ? 1U : 0U;
    out.unseen += crisis.seen ? 0U : 1U;
    out.found_unseen += out.crises.back().found && !crisis.seen ? 1U : 0U;
  }
  for (const Dyad& pair : series.pairs)
    if (std::any_of(crises.begin(), crises.end(), [&](const Crisis& c) { return c.pair == pair; }))
      count_alarms(series, pair, crises, out);
  return out;
}

}  // namespace validation
