#include "detente/output/json/json.hpp"
#include "output/json/json_value.hpp"

namespace detente::detail {
namespace {

Json json_of_row(const IndexRow& r) {
  return {{"period", r.period.label()},
          {"first_day", json_of(r.period.first)},
          {"last_day", json_of(r.period.last_day())},
          {"index", json_of(r.index)},
          {"lower", json_of(r.lower)},
          {"upper", json_of(r.upper)},
          {"level", json_of(r.level)},
          {"heat", json_of(r.heat)},
          {"measures", json_of(r.measures)},
          {"events", r.events},
          {"support", json_of(r.support)},
          {"warming_up", r.warming_up},
          {"lowest", json_of(r.lowest)},
          {"highest", json_of(r.highest)},
          {"forward", json_of(r.forward)},
          {"backward", json_of(r.backward)}};
}

}  // namespace

Json json_of(const IndexSeries& series) {
  Json rows = Json::array();
  for (const IndexRow& row : series.rows) rows.push_back(json_of_row(row));
  return rows;
}

Json json_of(const SourceProfile& profile) {
  return {{"name", profile.name},
          {"source", std::string(profile.source())},
          {"rho", json_of(profile.rho)},
          {"kappa", json_of(profile.kappa)},
          {"standing", to_text(profile.standing)},
          {"caution", json_or_null(caution_of(profile))},
          {"basis", profile.basis}};
}

Json json_of(const Provenance& p) {
  return {{"version", p.version},
          {"sources", p.sources},
          {"codebook", p.codebook},
          {"codebook_version", p.codebook_version},
          {"codebook_hash", p.codebook_hash},
          {"codebook_title", p.codebook_title},
          {"model", p.model},
          {"profile", json_of(p.profile)},
          {"scale", p.scale},
          {"rules", p.rules},
          {"status_weights", p.status_weights},
          {"as_of", json_of(p.as_of)},
          {"issue", json_or_null(p.issue)},
          {"band", json_or_null(p.band)},
          {"assumptions", p.assumptions}};
}

}  // namespace detente::detail

namespace detente {
using namespace detail;

std::string index_rows_json(const IndexSeries& series) {
  std::string out;
  for (const IndexRow& row : series.rows) {
    Json json{{"source", series.dyad.source}, {"target", series.dyad.target}};
    json.update(json_of_row(row));
    const Provenance& made = series.provenance;
    json["codebook"] = made.codebook;
    json["source_profile"] = made.profile ? Json(to_text(*made.profile)) : Json(nullptr);
    json["assumptions"] = made.assumptions;
    out += json_text(json, -1);
  }
  return out;
}

}  // namespace detente
