#include "detente/questions/change/attribution.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

#include "questions/change/attributions.hpp"

namespace detente {
namespace {

std::vector<AttributionGroup> group(const Attribution& attribution,
                                    const std::function<std::string(const AttributionLine&)>& name) {
  std::map<std::string, AttributionGroup> groups;
  for (const AttributionLine& line : attribution.lines) {
    AttributionGroup& g = groups[name(line)];
    g.name = name(line);
    g.index += line.index;
    ++g.events;
  }
  std::vector<AttributionGroup> out;
  out.reserve(groups.size());
  for (auto& [key, g] : groups) out.push_back(std::move(g));
  std::stable_sort(out.begin(), out.end(), [](const AttributionGroup& a, const AttributionGroup& b) {
    return std::abs(a.index.total()) > std::abs(b.index.total());
  });
  return out;
}

}  // namespace

Attribution attribute(const History& history, const Scoring& scoring, Day from, Day to) {
  return detail::Attributions(history, scoring).between(from, to);
}

bool is_rise_by_fading(const Attribution& attribution) {
  double brought = 0;
  for (const AttributionLine& line : attribution.lines)
    brought += std::max(0.0, line.index.acts) + std::max(0.0, line.index.measures);
  return attribution.index_to > attribution.index_from && attribution.fading_cooperation > brought;
}

std::vector<AttributionGroup> by_issue(const Attribution& attribution) {
  return group(attribution, [](const AttributionLine& l) { return l.issue.empty() ? "(no issue)" : l.issue; });
}

std::vector<AttributionGroup> by_quad(const Attribution& attribution) {
  return group(attribution, [](const AttributionLine& l) { return std::string(to_text(l.quad)); });
}

std::vector<AttributionGroup> by_direction(const Attribution& attribution, const Dyad& dyad) {
  return group(attribution, [&](const AttributionLine& l) {
    const Dyad way = who(l.others, l.direction, dyad);
    return way.source + " → " + way.target;
  });
}

std::vector<double> contributions_at(const History& history, const Scoring& scoring, Day day) {
  if (!scoring.model.is_additive()) return {};
  return detail::Attributions(history, scoring).contributions(day);
}

}  // namespace detente
