#include "detente/output/json/json_ranking.hpp"

#include "output/json/json_value.hpp"

namespace detente {
using namespace detail;
namespace {

Json json_of_cause(const Mover& mover, const Dyad& pair) {
  const Dyad way = who(mover.others, mover.direction, pair.canonical());
  return {{"label", mover.label},
          {"day", json_of(mover.day)},
          {"source", way.source},
          {"target", way.target},
          {"change", json_of(mover.index)}};
}

/// What moved the pair; all null where nobody can say.
Json json_of_movement(const RankedPair& pair) {
  if (!pair.movement) return {{"silence", nullptr}, {"acts", nullptr}, {"others", nullptr}, {"more", nullptr}};
  const Movement& m = *pair.movement;
  return {{"silence", json_of(m.silence)},
          {"acts", list_of(m.movers, [&](const Mover& mover) { return json_of_cause(mover, pair.dyad); })},
          {"others", json_of(m.others)},
          {"more", m.more}};
}

Json json_of_ranked(const RankedPair& p) {
  Json out{{"rank", p.rank > 0 ? Json(p.rank) : Json(nullptr)},
           {"doubt", json_or_null(to_text(p.doubt))},
           {"source", p.dyad.source},
           {"target", p.dyad.target},
           {"index", json_of(p.index)},
           {"word", json_or_null(p.word)},
           {"level", json_of(p.level)},
           {"support", json_of(p.support)},
           {"before", json_of(p.before)},
           {"before_support", json_of(p.before_support)},
           {"change", json_of(p.change())}};
  out.update(json_of_movement(p));
  out.update(Json{{"chance", json_of(p.chance)},
                  {"expected", json_of(p.expected)},
                  {"first_day", json_of(p.first)},
                  {"events", p.events}});
  return out;
}

Json json_of_calibration(const Ranking& r) {
  if (!r.calibrated) return nullptr;
  return {
      {"name", r.calibration}, {"standing", to_text(r.calibrated->standing)}, {"why", json_or_null(r.calibrated->why)}};
}

}  // namespace

std::string ranking_json(const Ranking& r) {
  Json names = Json::object();
  for (const auto& [code, name] : r.names.all()) names[code] = name;
  const Json out{{"day", json_of(r.day)},
                 {"since", json_of(r.since)},
                 {"sort", to_text(r.by)},
                 {"direction", to_text(r.direction)},
                 {"with_index", r.with_index},
                 {"not_ranked", r.unsure},
                 {"without_index", r.without_index},
                 {"warming_up_until", json_of(r.warm_from)},
                 {"calibration", json_of_calibration(r)},
                 {"pairs", list_of(r.pairs, json_of_ranked)},
                 {"names", names},
                 {"unknown_codes", list_of(r.unknown,
                                           [](const UnknownCode& u) {
                                             return Json{{"code", u.code}, {"events", u.events}};
                                           })},
                 {"provenance", json_of(r.provenance)}};
  return json_text(out);
}

}  // namespace detente
