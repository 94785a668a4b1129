#include "detente/output/json/json_diff.hpp"

#include "output/json/json_value.hpp"

namespace detente {
using namespace detail;
namespace {

Json json_of_event(const EventFinder& log, const std::optional<EventId>& id) {
  if (!id) return nullptr;
  const Event event = log.event(*id);
  return {{"id", json_or_null(event.id)}, {"line", event.line > 0 ? Json(event.line) : Json(nullptr)},
          {"date", to_text(event.date)},  {"source", event.source},
          {"target", event.target},       {"code", event.code}};
}

Json json_of_fields(const std::vector<FieldDifference>& fields) {
  Json out = Json::object();
  for (const FieldDifference& f : fields) out[f.field] = {f.left, f.right};
  return out;
}

Json json_of_difference(const DiffView& view, const EventDifference& d) {
  return {{"effect", json_of(d.effect)},
          {"effect_day", json_of(d.effect_day)},
          {"left", json_of_event(view.left, d.left)},
          {"right", json_of_event(view.right, d.right)},
          {"fields", json_of_fields(d.fields)}};
}

Json json_of_differences(const DiffView& view) {
  Json out = Json::array();
  for (const EventDifference& d : view.diff.differences) out.push_back(json_of_difference(view, d));
  return out;
}

Json json_of_days(const CoderDiff& d) {
  Json out = Json::array();
  for (std::size_t i = 0; i < d.days.size(); ++i)
    out.push_back({{"day", json_of(d.days[i])}, {"left", json_of(d.left[i])}, {"right", json_of(d.right[i])}});
  return out;
}

}  // namespace

std::string diff_json(const DiffView& view) {
  const CoderDiff& d = view.diff;
  const Dyad pair = view.pair.canonical();
  return json_text({{"left", view.left_name},
                    {"right", view.right_name},
                    {"source", pair.source},
                    {"target", pair.target},
                    {"left_events", d.left_events},
                    {"right_events", d.right_events},
                    {"agreed", d.agreed},
                    {"largest_difference", json_of(d.largest_difference)},
                    {"largest_day", d.largest_difference ? json_of(d.largest_day) : Json(nullptr)},
                    {"last_difference", json_of(d.last_difference)},
                    {"differences", json_of_differences(view)},
                    {"days", json_of_days(d)}});
}

}  // namespace detente
