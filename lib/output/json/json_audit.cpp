#include "detente/output/json/json_audit.hpp"

#include "detente/output/json/json.hpp"
#include "detente/questions/coding/look_alikes.hpp"
#include "output/json/json_value.hpp"

namespace detente {
using namespace detail;
namespace {

Json json_of_ref(const EventRef& e) {
  return {{"line", e.line > 0 ? Json(e.line) : Json(nullptr)},
          {"id", json_or_null(e.id)},
          {"day", json_of(e.day)},
          {"source", e.dyad.source},
          {"target", e.dyad.target},
          {"code", e.code}};
}

Json json_of_count(const std::pair<std::string, std::size_t>& count) {
  return {{"name", count.first}, {"events", count.second}};
}

Json json_of_group(const std::vector<CountedName>& alike) { return list_of(alike, json_of_count); }

Json json_of_unknown(const UnknownTerm& t) {
  Json codes = Json::array();
  for (const Suggestion& s : t.suggestions) codes.push_back(s.code);
  return {{"code", t.code}, {"events", t.events}, {"first", json_of_ref(t.first)}, {"suggestions", std::move(codes)}};
}

Json json_of_taken(const TakenTerm& t) { return {{"written", t.written}, {"code", t.code}, {"events", t.events}}; }

Json json_of_measure(const OpenMeasure& m) {
  return {{"opening", json_of_ref(m.opening)},
          {"measure", m.measure},
          {"object", json_or_null(m.object)},
          {"points", json_of(m.points)},
          {"age", m.age}};
}

Json json_of_pair(const std::pair<EventRef, EventRef>& pair) {
  return Json::array({json_of_ref(pair.first), json_of_ref(pair.second)});
}

/// How many findings of each kind are not in the lists.
Json json_of_beyond(const Audit& a) {
  return {{"open_measures", a.open_measures.beyond()},
          {"closings_without_opening", a.closings_without_opening.beyond()},
          {"outcome_not_coded", a.outcome_not_coded.beyond()},
          {"third_parties", a.third_parties.beyond()},
          {"idle_until", a.idle_until.beyond()},
          {"reported_before", a.reported_before.beyond()},
          {"likely_duplicates", a.likely_duplicates.beyond()}};
}

Json json_of_audit(const Audit& a) {
  return {{"day", json_of(a.day)},
          {"events", a.events},
          {"codebook", a.codebook},
          {"codebook_hash", a.codebook_hash},
          {"older_versions", a.older_versions},
          {"assumed_reported", a.assumed_reported},
          {"within_one_actor", a.within_one_actor},
          {"rolled_up", list_of(a.rolled_up,
                                [](const ActorRollUp& one) {
                                  return Json{{"actor", one.actor}, {"parent", one.parent}, {"events", one.events}};
                                })},
          {"mirrored_pairs", a.mirrored_pairs},
          {"repeats", a.repeats},
          {"lags", list_of(a.lags,
                           [](const auto& lag) {
                             return Json{{"days", lag.first}, {"events", lag.second}};
                           })},
          {"actors", list_of(a.actors, json_of_count)},
          {"dyads", list_of(a.dyads, json_of_count)},
          {"codes", list_of(a.codes, json_of_count)},
          {"objects", list_of(a.objects, json_of_count)},
          {"unknown", list_of(a.unknown, json_of_unknown)},
          {"taken", list_of(a.taken, json_of_taken)},
          {"open_measures", list_of(a.open_measures, json_of_measure)},
          {"closings_without_opening", list_of(a.closings_without_opening, json_of_ref)},
          {"outcome_not_coded", list_of(a.outcome_not_coded, json_of_ref)},
          {"third_parties", list_of(a.third_parties, json_of_ref)},
          {"idle_until", list_of(a.idle_until, json_of_ref)},
          {"reported_before", list_of(a.reported_before, json_of_ref)},
          {"likely_duplicates", list_of(a.likely_duplicates, json_of_pair)},
          {"not_listed", json_of_beyond(a)}};
}

}  // namespace

std::string check_json(std::span<const FileReport> files, const Audit& audit) {
  Json out = Json::parse(check_json(files));
  out["audit"] = json_of_audit(audit);
  out["audit"]["look_alikes"] = list_of(actor_look_alikes(audit.actors), json_of_group);
  out["audit"]["object_look_alikes"] = list_of(object_look_alikes(audit.objects), json_of_group);
  return json_text(out);
}

}  // namespace detente
