#include "detente/questions/index/rivals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "detente/models/catalogue.hpp"

namespace detente {
namespace {

using Values = std::vector<std::optional<double>>;

constexpr std::array rival_names{"period_sum", "window_mean", "conflict_share", "period_count"};

/// As the catalogue has it, by our periods where it has periods.
AnyModel model_named(const Catalogue& catalogue, std::string_view name, PeriodKind every) {
  const auto& parameters = catalogue.find(name)->parameters;
  const bool has_periods =
      std::any_of(parameters.begin(), parameters.end(), [](const ParameterInfo& p) { return p.name == "every"; });
  return catalogue.make(has_periods ? fmt::format("{} every={}", name, to_text(every)) : std::string(name));
}

/// The acts under the rules that a model requires; ours if it requires none.
std::vector<Act> acts_for(const EventLog& log, const Selection& selection, const Scoring& scoring,
                          const History& history, const CodingRules& rules) {
  if (to_text(rules) == to_text(scoring.rules)) return history.coding.acts;
  return code_events(log, selection, scoring.codebook, rules, scoring.own_scores).acts;
}

/// 1 for the least, and so on; equal values share the mean of their ranks.
std::vector<double> ranks_of(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> ranks(values.size());
  for (std::size_t i = 0; i < order.size();) {
    std::size_t end = i;
    while (end < order.size() && values[order[end]] == values[order[i]]) ++end;
    for (std::size_t k = i; k < end; ++k) ranks[order[k]] = static_cast<double>(i + end + 1) / 2;
    i = end;
  }
  return ranks;
}

double covariance(const std::vector<double>& a, const std::vector<double>& b) {
  const double mean = (static_cast<double>(a.size()) + 1) / 2;  // of ranks
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - mean) * (b[i] - mean);
  return sum;
}

}  // namespace

std::optional<double> rank_correlation(std::span<const std::optional<double>> a,
                                       std::span<const std::optional<double>> b) {
  std::vector<double> x, y;
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    if (!a[i] || !b[i]) continue;
    x.push_back(*a[i]);
    y.push_back(*b[i]);
  }
  if (x.size() < 3) return std::nullopt;
  x = ranks_of(x), y = ranks_of(y);
  const double scale = std::sqrt(covariance(x, x) * covariance(y, y));
  return scale > 0 ? std::optional(covariance(x, y) / scale) : std::nullopt;
}

std::vector<Rival> rivals(const EventLog& log, const Selection& selection, const Scoring& scoring,
                          const History& history, std::span<const IndexRow> rows) {
  std::vector<Rival> out;
  if (rows.empty()) return out;
  std::vector<Day> days;
  Values index;
  for (const IndexRow& row : rows) {
    days.push_back(row.period.last_day());
    index.push_back(row.index);
  }
  const Catalogue catalogue = Catalogue::built_in();
  for (const char* name : rival_names) {
    const AnyModel model = model_named(catalogue, name, rows.front().period.kind);
    if (model.text() == scoring.model.text()) continue;
    const CodingRules rules = with_required(scoring.rules, model.required_rules());
    const std::vector<Act> acts = acts_for(log, selection, scoring, history, rules);
    Rival rival{.name = name, .model = model.text(), .rules = to_text(rules), .values = {}};
    rival.values = score(model, acts, days, scoring.direction).levels(scoring.direction);
    rival.rank_correlation = rank_correlation(index, rival.values);
    for (std::size_t i = 0; i < days.size(); ++i) rival.periods += index[i] && rival.values[i] ? 1U : 0U;
    out.push_back(std::move(rival));
  }
  return out;
}

}  // namespace detente
