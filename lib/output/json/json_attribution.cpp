#include "detente/output/json/json.hpp"
#include "detente/output/wording/headline.hpp"
#include "output/json/json_value.hpp"
#include "output/wording/others.hpp"

namespace detente {
using namespace detail;
namespace {

Json json_of_change(const Change& c) {
  return {{"change", json_of(c.total())},
          {"acts", json_of(c.acts)},
          {"fading", json_of(c.fading)},
          {"measures", json_of(c.measures)},
          {"releases", json_of(c.releases)}};
}

Json json_of_line(const EventFinder& events, const AttributionLine& line, const Dyad& pair) {
  const Dyad way = who(line.others, line.direction, pair);
  const Event event = events.event(line.event);
  return {{"date", json_of(line.day)},
          {"source", way.source},
          {"target", way.target},
          {"code", line.code},
          {"issue", json_or_null(line.issue)},
          {"class", to_text(line.quad)},
          {"id", json_or_null(event.id)},
          {"object", json_or_null(event.object)},
          {"note", json_or_null(event.note)},
          {"url", json_or_null(event.url)},
          {"index", json_of_change(line.index)},
          {"level", json_of_change(line.level)}};
}

Json json_of_others(const Others& others) {
  return {{"events", others.events}, {"index", json_of_change(others.index)}, {"level", json_of_change(others.level)}};
}

Json json_of_groups(std::span<const AttributionGroup> groups) {
  Json out = Json::array();
  for (const AttributionGroup& g : groups)
    out.push_back({{"name", g.name}, {"events", g.events}, {"index", json_of_change(g.index)}});
  return out;
}

}  // namespace

std::string attribution_json(const EventFinder& events, const Attribution& a, const Dyad& pair, std::size_t top) {
  const Dyad canonical = pair.canonical();
  Json lines = Json::array();
  for (const AttributionLine& line : listed(a, top)) lines.push_back(json_of_line(events, line, canonical));
  return json_text({{"source", canonical.source},
                    {"target", canonical.target},
                    {"from", json_of(a.from)},
                    {"to", json_of(a.to)},
                    {"index_from", json_of(a.index_from)},
                    {"index_to", json_of(a.index_to)},
                    {"level_from", json_of(a.level_from)},
                    {"level_to", json_of(a.level_to)},
                    {"exact", a.exact},
                    {"profile", json_of(a.profile)},
                    {"warm_from", json_of(a.warm_from)},
                    {"warming_up", a.warm_from ? Json(warming_up_text(*a.warm_from)) : Json(nullptr)},
                    {"fading_cooperation", json_of(a.fading_cooperation)},
                    {"rise_by_fading", is_rise_by_fading(a)},
                    {"remainder_index", json_of(a.remainder_index)},
                    {"remainder_level", json_of(a.remainder_level)},
                    {"events", std::move(lines)},
                    {"others", json_of_others(others_of(a, top))},
                    {"by_issue", json_of_groups(by_issue(a))},
                    {"by_class", json_of_groups(by_quad(a))},
                    {"by_direction", json_of_groups(by_direction(a, canonical))}});
}

}  // namespace detente
