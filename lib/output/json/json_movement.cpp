#include "output/json/json_movement.hpp"

namespace detente::detail {
namespace {

Json json_of_mover(const Mover& mover, const Dyad& pair) {
  const Dyad way = who(mover.others, mover.direction, pair);
  return {{"day", json_of(mover.day)},
          {"source", way.source},
          {"target", way.target},
          {"label", mover.label},
          {"index", json_of(mover.index)}};
}

Json json_of_causes(const Movement& m, const Dyad& pair) {
  return {{"index_from", json_of(m.from)},          {"index_to", json_of(m.to)},
          {"acts", json_of(m.causes.acts)},         {"measures", json_of(m.causes.measures)},
          {"releases", json_of(m.causes.releases)}, {"silence", json_of(m.change() - m.deeds())},
          {"movers", json_of_movers(m, pair)},      {"not_listed", m.more}};
}

}  // namespace

Json json_of_movers(const Movement& movement, const Dyad& pair) {
  return list_of(movement.movers, [&](const Mover& mover) { return json_of_mover(mover, pair); });
}

Json json_of_phase(const Phase& p, const Dyad& pair) {
  return {{"kind", to_text(p.kind)},       {"from", json_of(p.from)},
          {"to", json_of(p.to)},           {"heat_from", json_of(p.heat_from)},
          {"heat_to", json_of(p.heat_to)}, {"acts_share", json_of(p.acts_share)},
          {"ongoing", p.ongoing},          {"causes", p.movement ? json_of_causes(*p.movement, pair) : Json(nullptr)}};
}

Json json_of_unknown_codes(const std::vector<UnknownCode>& unknown) {
  return list_of(unknown, [](const UnknownCode& u) { return Json{{"code", u.code}, {"events", u.events}}; });
}

}  // namespace detente::detail
