#include "detente/output/json/json_forecast.hpp"

#include "output/json/json_outlook.hpp"

namespace detente {
using namespace detail;
namespace {

Json json_of_months(const OwnMonths& m) {
  return {{"months", m.months}, {"share", json_of(m.share)}, {"mean", json_of(m.mean)}};
}

Json json_of_day(const FanDay& d) {
  return {{"day", json_of(d.day)},        {"silent", json_of(d.silent)}, {"lowest", json_of(d.lowest)},
          {"low", json_of(d.low)},        {"middle", json_of(d.middle)}, {"high", json_of(d.high)},
          {"highest", json_of(d.highest)}};
}

Json json_of_outcome(const OutcomePath& o) {
  return {{"scheduled", o.scheduled},
          {"outcome", json_or_null(o.outcome)},
          {"probability", json_of(o.probability)},
          {"path", list_of(o.path, json_of_day)}};
}

Json json_of_curve(const CalibrationCurve& curve, double log_likelihood) {
  return {{"at", curve.at}, {"error", curve.error}, {"log_likelihood", json_of(log_likelihood)}};
}

Json json_of_coding(const CalibrationCoding& c) {
  return {{"codebook", c.codebook},
          {"codebook_hash", c.codebook_hash},
          {"rules", c.rules},
          {"scores", c.scores},
          {"roll_up", c.roll_up},
          {"profile", c.profile},
          {"profile_standing", c.profile_standing},
          {"rho", json_of(c.rho)},
          {"kappa", json_of(c.kappa)},
          {"half_life_acute", json_of(c.half_life_acute)},
          {"half_life_chronic", json_of(c.half_life_chronic)}};
}

}  // namespace

std::string forecast_json(const Forecast& f) {
  return json_text({{"source", f.pair.source},
                    {"target", f.pair.target},
                    {"day", json_of(f.day)},
                    {"last_day", json_of(f.last)},
                    {"index", json_of(f.index)},
                    {"outlook", json_of(f.outlook)},
                    {"own_history", json_of_months(f.own)},
                    {"own_last_year", json_of_months(f.recent)},
                    {"pasts", f.pasts},
                    {"fan", list_of(f.fan, json_of_day)},
                    {"provenance", json_of(f.provenance)}});
}

std::string scenario_json(const ScenarioForecast& s) {
  return json_text({{"source", s.pair.source},
                    {"target", s.pair.target},
                    {"direction", std::string(to_text(s.direction))},
                    {"day", json_of(s.day)},
                    {"last_day", json_of(s.last)},
                    {"index", json_of(s.index)},
                    {"pasts", s.pasts},
                    {"whole_pasts", s.whole_pasts},
                    {"combinations", s.combinations},
                    {"fan", list_of(s.fan, json_of_day)},
                    {"outcomes", list_of(s.outcomes, json_of_outcome)},
                    {"provenance", json_of(s.provenance)}});
}

std::string calibration_json(const Calibration& c) {
  return json_text({{"name", c.name},
                    {"hash", hash_of(c)},
                    {"first", json_of(c.first)},
                    {"last", json_of(c.last)},
                    {"coding", json_of_coding(c.coding)},
                    {"pairs", c.pairs},
                    {"months", c.months},
                    {"severe_months", c.severe_months},
                    {"chance", json_of_curve(c.chance, c.chance_log_likelihood)},
                    {"count", json_of_curve(c.count, c.count_log_likelihood)},
                    {"dispersion", json_of(c.alpha)},
                    {"bins", list_of(c.bins, [](const CalibrationBin& b) { return json_of(b); })}});
}

}  // namespace detente
