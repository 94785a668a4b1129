#include "detente/output/json/json_what_if.hpp"

#include "output/json/json_value.hpp"

namespace detente {
using namespace detail;
namespace {

Json json_of_changed(const Event& event) {
  return {{"id", json_or_null(event.id)}, {"date", to_text(event.date)}, {"source", event.source},
          {"target", event.target},       {"code", event.code},          {"object", json_or_null(event.object)}};
}

Json json_of_altered(const EventChange& change) {
  if (change.kind != ChangeKind::alter) return Json::array();
  return list_of(altered_fields(change.before, change.after), [](const AlteredField& f) -> Json {
    return {{"field", f.field}, {"from", f.from}, {"to", f.to}};
  });
}

void add_effect(Json& to, const ChangeEffect& effect) {
  to["on_largest"] = json_of(effect.on_largest);
  to["on_last"] = json_of(effect.on_last);
  to["most"] = json_of(effect.most);
  to["most_day"] = effect.most ? json_of(effect.most_day) : Json(nullptr);
}

Json json_of_effect(const ChangeEffect& effect) {
  Json out = Json::object();
  add_effect(out, effect);
  return out;
}

Json json_of_changes(const WhatIf& found) {
  Json out = Json::array();
  for (std::size_t i = 0; i < found.changes.size(); ++i) {
    const EventChange& change = found.changes[i];
    Json item = {{"change", std::string(to_text(change.kind))},
                 {"before", change.kind == ChangeKind::insert ? Json(nullptr) : json_of_changed(change.before)},
                 {"after", change.kind == ChangeKind::remove ? Json(nullptr) : json_of_changed(change.after)},
                 {"fields", json_of_altered(change)}};
    add_effect(item, found.alone[i]);
    out.push_back(std::move(item));
  }
  return out;
}

Json with_values(Json item, const Compared& c) {
  item["as_is"] = json_of(c.as_is);
  item["what_if"] = json_of(c.what_if);
  item["difference"] = json_of(c.difference);
  item["lower"] = json_of(c.lower);
  item["upper"] = json_of(c.upper);
  return item;
}

Json json_of_periods(const WhatIf& found) {
  Json out = Json::array();
  for (std::size_t i = 0; i < found.periods.size(); ++i) {
    const Period& period = found.periods[i];
    out.push_back(with_values(
        {{"period", period.label()}, {"first_day", json_of(period.first)}, {"last_day", json_of(period.last_day())}},
        found.by_period[i]));
  }
  return out;
}

Json json_of_compared(const WhatIf& found) {
  Json out = Json::array();
  for (std::size_t i = 0; i < found.days.size(); ++i)
    out.push_back(with_values({{"day", json_of(found.days[i])}}, found.daily[i]));
  return out;
}

}  // namespace

std::string what_if_json(const WhatIf& found) {
  return json_text(
      {{"source", found.pair.source},
       {"target", found.pair.target},
       {"direction", std::string(to_text(found.direction))},
       {"at", std::string(to_text(found.at))},
       {"changes", json_of_changes(found)},
       {"together", json_of_effect(found.together)},
       {"interaction",
        {{"on_largest", json_of(found.interaction_on_largest)}, {"on_last", json_of(found.interaction_on_last)}}},
       {"periods", json_of_periods(found)},
       {"days", json_of_compared(found)},
       {"provenance", json_of(found.provenance)}});
}

}  // namespace detente
