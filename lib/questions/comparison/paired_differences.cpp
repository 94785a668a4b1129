#include "questions/comparison/paired_differences.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "detente/ground/random.hpp"

namespace detente::detail {
namespace {

double total(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

/// A quantile; reorders the values.
double quantile(std::vector<double>& values, double level) {
  const auto at = values.begin() + std::lround(level * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

/// Losses of one input against the reference's, summed over some origins.
double points(double best, double own, double constant) { return constant > 0 ? 100 * (best - own) / constant : 0; }

/// How often a resampling draws each pair.
std::vector<double> multiplicities(const Draws& draws, std::uint32_t draw, std::size_t pairs) {
  std::vector<double> out(pairs);
  for (std::size_t i = 0; i < pairs; ++i) {
    const double at = draws.uniform(Purpose::resampling, draw, i) * static_cast<double>(pairs);
    ++out[std::min(pairs - 1, static_cast<std::size_t>(at))];
  }
  return out;
}

double weighted(const std::vector<double>& weights, const std::vector<double>& values) {
  return std::inner_product(weights.begin(), weights.end(), values.begin(), 0.0);
}

/// Computes the points of every input for one resampling after the other.
void add_intervals(std::vector<PairedDifference>& out, const std::vector<JudgedInput>& inputs, const Reference& of,
                   const CompareOptions& options) {
  const Draws draws(options.seed);
  std::vector<std::vector<double>> drawn(inputs.size());
  for (std::uint32_t draw = 0; draw < options.draws; ++draw) {
    options.control.at({draw, options.draws, "draws"});
    const std::vector<double> weights = multiplicities(draws, draw, inputs.front().by_pair.size());
    const double best = weighted(weights, inputs[of.best].by_pair);
    const double constant = weighted(weights, inputs[of.constant].by_pair);
    for (std::size_t i = 0; i < inputs.size(); ++i)
      drawn[i].push_back(points(best, weighted(weights, inputs[i].by_pair), constant));
  }
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    out[i].lower = quantile(drawn[i], 0.025);
    out[i].upper = quantile(drawn[i], 0.975);
  }
}

void add_without(PairedDifference& out, const JudgedInput& input, const JudgedInput& best,
                 const JudgedInput& constant) {
  const double own = total(input.by_pair), reference = total(best.by_pair), all = total(constant.by_pair);
  out.least_without = std::numeric_limits<double>::infinity();
  out.most_without = -out.least_without;
  for (std::size_t p = 0; p < input.by_pair.size(); ++p) {
    const double left = points(reference - best.by_pair[p], own - input.by_pair[p], all - constant.by_pair[p]);
    if (left < out.least_without) out.least_without = left, out.least_pair = p;
    if (left > out.most_without) out.most_without = left, out.most_pair = p;
  }
}

double sum_of(const std::vector<double>& values, std::size_t first, std::size_t end) {
  return std::accumulate(values.begin() + static_cast<std::ptrdiff_t>(first),
                         values.begin() + static_cast<std::ptrdiff_t>(end), 0.0);
}

/// Mean losses of the best baseline minus the input's, by judged period.
std::vector<double> by_origin(const ForecastTable& table, const JudgedInput& best, const JudgedInput& input,
                              std::size_t first) {
  std::vector<double> out;
  const std::size_t pairs = table.pairs.size();
  for (std::size_t t = first; t < table.periods.size(); ++t) {
    const auto from = table.outcomes.begin() + static_cast<std::ptrdiff_t>(t * pairs);
    const auto n =
        std::count_if(from, from + static_cast<std::ptrdiff_t>(pairs), [](float y) { return !std::isnan(y); });
    if (n > 0) out.push_back((best.by_period[t] - input.by_period[t]) / static_cast<double>(n));
  }
  return out;
}

void add_tests(std::vector<PairedDifference>& out, const ForecastTable& table, const std::vector<JudgedInput>& inputs,
               const Reference& of, const CompareOptions& options) {
  std::vector<double> p;
  std::vector<std::size_t> tested;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (i == of.best) continue;
    const std::vector<double> differences = by_origin(table, inputs[of.best], inputs[i], options.rolling.burn_in);
    if (differences.size() > table.complete_after && differences.size() >= 2)
      out[i].test = diebold_mariano(differences, table.complete_after);
    p.push_back(out[i].test.p);
    tested.push_back(i);
  }
  const std::vector<double> corrected = holm(p);
  for (std::size_t k = 0; k < tested.size(); ++k) out[tested[k]].corrected_p = corrected[k];
}

}  // namespace

std::size_t era_count(const CompareOptions& options) {
  return options.era_begins.empty() ? options.eras : options.era_begins.size() + 1;
}

std::size_t era_begin(const ForecastTable& table, const CompareOptions& options, std::size_t era) {
  const std::size_t first = options.rolling.burn_in, end = table.periods.size();
  if (options.era_begins.empty()) return first + (end - first) * era / options.eras;
  if (era == 0 || era > options.era_begins.size()) return era == 0 ? first : end;
  const auto at = std::lower_bound(table.periods.begin(), table.periods.end(), options.era_begins[era - 1],
                                   [](const Period& period, Day day) { return period.first < day; });
  return std::max(first, static_cast<std::size_t>(at - table.periods.begin()));
}

std::vector<PairedDifference> paired_differences(const ForecastTable& table, const std::vector<JudgedInput>& inputs,
                                                 const Reference& of, const CompareOptions& options) {
  std::vector<PairedDifference> out(inputs.size());
  const JudgedInput &best = inputs[of.best], &constant = inputs[of.constant];
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    out[i].points = points(total(best.by_pair), total(inputs[i].by_pair), total(constant.by_pair));
    add_without(out[i], inputs[i], best, constant);
    for (std::size_t era = 0; era < era_count(options); ++era) {
      const std::size_t first = era_begin(table, options, era), end = era_begin(table, options, era + 1);
      out[i].by_era.push_back(points(sum_of(best.by_period, first, end), sum_of(inputs[i].by_period, first, end),
                                     sum_of(constant.by_period, first, end)));
    }
  }
  add_intervals(out, inputs, of, options);
  add_tests(out, table, inputs, of, options);
  return out;
}

}  // namespace detente::detail
