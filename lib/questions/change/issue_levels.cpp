#include "detente/questions/change/issue_levels.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "questions/change/attributions.hpp"

namespace detente {
using namespace detail;
namespace {

/// By issue, of acts that have one: points at the end of each period.
using PointsOfIssues = std::map<std::string, std::vector<double>>;

PointsOfIssues points_of_issues(const History& history, const Scoring& scoring, std::span<const Period> periods,
                                std::span<const std::optional<double>> levels) {
  PointsOfIssues out;
  for (const Act& act : history.coding.acts)
    if (!act.issue.empty()) out.try_emplace(act.issue, periods.size(), 0.0);
  if (out.empty()) return out;
  const Attributions attributions(history, scoring);
  for (std::size_t i = 0; i < periods.size(); ++i) {
    if (!levels[i]) continue;
    const std::vector<double> points = attributions.contributions(periods[i].last_day());
    for (std::size_t a = 0; a < points.size(); ++a)
      if (const Act& act = history.coding.acts[a]; !act.issue.empty()) out[act.issue][i] += points[a];
  }
  return out;
}

double weight_of(const IssueLevel& level) {
  double sum = 0;
  for (const double points : level.points) sum += std::abs(points);
  return sum;
}

std::vector<IssueLevel> heaviest_first(PointsOfIssues&& points) {
  std::vector<IssueLevel> out;
  out.reserve(points.size());
  for (auto& [issue, values] : points) out.push_back({issue, std::move(values)});
  std::stable_sort(out.begin(), out.end(),
                   [](const IssueLevel& a, const IssueLevel& b) { return weight_of(a) > weight_of(b); });
  return out;
}

/// What is left of the levels.
std::vector<double> others_of(const IssueLevels& all) {
  std::vector<double> out(all.periods.size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = all.levels[i].value_or(0);
    for (const IssueLevel& level : all.issues) out[i] -= level.points[i];
  }
  return out;
}

}  // namespace

std::optional<IssueLevels> issue_levels(const History& history, const Scoring& scoring, std::span<const Period> periods,
                                        std::size_t most) {
  if (!scoring.model.is_additive()) return std::nullopt;
  std::vector<Day> days;
  for (const Period& period : periods) days.push_back(period.last_day());
  IssueLevels out;
  out.periods.assign(periods.begin(), periods.end());
  out.levels = score(scoring.model, history.coding.acts, days, scoring.direction).levels(scoring.direction);
  out.issues = heaviest_first(points_of_issues(history, scoring, periods, out.levels));
  if (out.issues.empty()) return std::nullopt;
  out.joined = out.issues.size() - std::min(most, out.issues.size());
  out.issues.resize(out.issues.size() - out.joined);
  out.others = others_of(out);
  return out;
}

}  // namespace detente
