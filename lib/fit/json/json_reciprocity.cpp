#include "detente/fit/json/json_reciprocity.hpp"

#include "fit/tables/reciprocity_rows.hpp"
#include "output/json/json_value.hpp"

namespace detente {
using namespace detail;
namespace {

Json json_of_check(const ExponentialCheck& check) {
  return {{"count", check.count},
          {"mean", json_of(check.mean)},
          {"variance", json_of(check.variance)},
          {"distance", json_of(check.distance)},
          {"p_value", json_of(check.p_value)}};
}

Json json_of_test(const std::optional<ExcitationTest>& test) {
  if (!test) return nullptr;
  return {{"p_value", json_of(test->p_value)},
          {"gain", json_of(test->gain)},
          {"chance_gain", json_of(test->chance_gain)},
          {"replicates", test->replicates}};
}

Json json_of_sides(const Reciprocity& r) {
  Json out = Json::array();
  for (std::size_t a = 0; a < 2; ++a)
    out.push_back({{"name", r.sides[a]},
                   {"events", r.events[a]},
                   {"half_life", json_of(r.half_life[a])},
                   {"half_life_error", json_of(r.half_life_error[a])},
                   {"residuals", json_of_check(r.residuals[a])}});
  return out;
}

Json json_of_ratios(const ReciprocityView& view) {
  const Reciprocity& r = view.found;
  Json out = Json::array();
  for (const AnswerRow& row : answer_rows(view)) {
    const BranchingRatio& ratio = r.ratio[row.who][row.whom];
    out.push_back({{"who", r.sides[row.who]},
                   {"whom", r.sides[row.whom]},
                   {"ratio", json_of(ratio.value)},
                   {"standard_error", json_of(ratio.standard_error)},
                   {"under_drift", json_of(ratio.under_drift)},
                   {"from_dates", json_of(share_from_dates(r, row))}});
  }
  return out;
}

Json json_of_fit(const PooledFit& fit) {
  return {{"status", to_text(fit.status)},
          {"why", json_or_null(fit.why)},
          {"placings", fit.draws},
          {"failed", fit.failed},
          {"gain", json_of(fit.gain)}};
}

}  // namespace

std::string reciprocity_json(const ReciprocityView& view) {
  const Reciprocity& r = view.found;
  return json_text({{"source", r.sides[0]},
                    {"target", r.sides[1]},
                    {"days", r.days},
                    {"ties", to_text(r.ties)},
                    {"same_day", r.same_day},
                    {"sides", json_of_sides(r)},
                    {"ratios", json_of_ratios(view)},
                    {"spectral_radius", json_of(r.fit.parameters.spectral_radius())},
                    {"drift_pieces", r.drift_pieces},
                    {"fit", json_of_fit(r.fit)},
                    {"tests", {{"any", json_of_test(r.any)}, {"answers", json_of_test(r.answers)}}},
                    {"caveats", r.caveats},
                    {"provenance", json_of(view.provenance)}});
}

}  // namespace detente
