#include "detente/output/json/json.hpp"
#include "detente/output/wording/headline.hpp"
#include "output/json/json_movement.hpp"
#include "output/json/json_outlook.hpp"
#include "output/json/json_value.hpp"

namespace detente {
using namespace detail;
namespace {

Json json_of_movement(const Movement& m, const Dyad& pair) {
  return {{"period", m.period.label()},    {"index_from", json_of(m.from)},     {"index_to", json_of(m.to)},
          {"silence", json_of(m.silence)}, {"movers", json_of_movers(m, pair)}, {"others", json_of(m.others)},
          {"not_listed", m.more}};
}

Json json_of_rank(const RankInHistory& rank) {
  return {{"since", json_of(rank.since)},
          {"below", json_of(rank.below)},
          {"above", json_of(rank.above)},
          {"peak", json_of(rank.highest)},
          {"peak_day", json_of(rank.peak)}};
}

Json json_of_headline(const IndexReport& report) {
  const Headline& h = report.headline;
  return {{"text", to_text(h, report.direction)},
          {"day", json_of(h.day)},
          {"index", json_of(h.index)},
          {"word", json_or_null(h.word)},
          {"lower", json_of(h.lower)},
          {"upper", json_of(h.upper)},
          {"heat", json_of(h.heat)},
          {"measures", json_of(h.measures)},
          {"open_measures", h.open_measures},
          {"phase", h.phase ? json_of_phase(*h.phase, report.pair) : Json(nullptr)},
          {"rank", h.rank ? json_of_rank(*h.rank) : Json(nullptr)},
          {"movement", h.movement ? json_of_movement(*h.movement, report.pair) : Json(nullptr)},
          {"largest", json_or_null(h.largest_label)},
          {"largest_day", json_of(h.largest_day)},
          {"outlook", h.outlook ? json_of(*h.outlook) : Json(nullptr)}};
}

Json json_of_lift(const MeasureSpell::Lift& lift) {
  return {{"first_day", json_of(lift.from)}, {"last_day", json_of(lift.to - 1)}};
}

Json json_of_measure(const MeasureSpell& m, const Dyad& pair) {
  const Dyad way = who(m.others, m.direction, pair);
  Json lifts = Json::array();
  for (const MeasureSpell::Lift& lift : m.lifts) lifts.push_back(json_of_lift(lift));
  return {{"measure", m.measure},
          {"object", json_or_null(m.object)},
          {"source", way.source},
          {"target", way.target},
          {"points", json_of(m.points)},
          {"first_day", json_of(m.from)},
          {"last_day", m.to == end_of_time ? Json(nullptr) : json_of(m.to - 1)},
          {"lifted", std::move(lifts)}};
}

Json json_of_mark(const EventMark& e) {
  const Event& s = e.source;
  return {{"id", json_or_null(s.id)},
          {"date", to_text(s.date)},
          {"day", json_of(e.day)},
          {"source", s.source},
          {"target", s.target},
          {"code", s.code},
          {"label", e.label},
          {"class", to_text(e.quad)},
          {"issue", json_or_null(s.issue)},
          {"status", to_text(s.status)},
          {"claim", to_text(s.claim)},
          {"points", json_of(e.points)},
          {"probability", json_of(e.probability)},
          {"impact", json_of(e.impact)},
          {"now", json_of(e.now)},
          {"third_party", e.third_party},
          {"line", e.line > 0 ? Json(e.line) : Json(nullptr)},
          {"note", json_or_null(s.note)},
          {"url", json_or_null(s.url)}};
}

Json json_of_choices(const IndexReport& report) {
  if (!report.sensitivity) return nullptr;
  Json out = Json::array();
  for (const Alternative& a : report.sensitivity->alternatives) {
    const auto& index = a.path.index;
    out.push_back({{"choice", a.choice}, {"index", index.empty() ? Json(nullptr) : json_of(index.back())}});
  }
  return out;
}

/// What was published of each period.
Json json_of_first_values(const IndexSeries& series) {
  if (series.first_values.empty()) return nullptr;
  Json out = Json::array();
  for (std::size_t i = 0; i < series.rows.size(); ++i)
    out.push_back({{"period", series.rows[i].period.label()},
                   {"first", json_of(series.first_values[i].index)},
                   {"first_as_of", json_of(series.first_values[i].as_of)},
                   {"revision", json_of(series.revision(i))}});
  return out;
}

Json index_document(const IndexReport& r) {
  const auto measure = [&](const MeasureSpell& m) { return json_of_measure(m, r.pair); };
  const auto phase = [&](const Phase& p) { return json_of_phase(p, r.pair); };
  return {{"source", r.series.dyad.source},
          {"target", r.series.dyad.target},
          {"names", Json(r.names.all())},
          {"direction", to_text(r.direction)},
          {"at", to_text(r.series.at)},
          {"headline", json_of_headline(r)},
          {"series", json_of(r.series)},
          {"phases", list_of(r.phases, phase)},
          {"measures", list_of(r.measures.spells, measure)},
          {"events", list_of(r.events, json_of_mark)},
          {"sensitivity", json_of_choices(r)},
          {"first_values", json_of_first_values(r.series)},
          {"unknown_codes", json_of_unknown_codes(r.unknown)},
          {"provenance", json_of(r.series.provenance)}};
}

}  // namespace

std::string index_json(const IndexReport& r) { return json_text(index_document(r)); }

std::string relations_json(std::span<const IndexReport> reports) {
  Json out = Json::object();
  out["relations"] = list_of(reports, index_document);
  return json_text(out);
}

}  // namespace detente
