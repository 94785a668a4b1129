#include "detente/output/json/json_comparison.hpp"

#include "output/json/json_value.hpp"
#include "output/text/comparison_rows.hpp"

namespace detente {
using namespace detail;
namespace {

Json json_of_reliability(const Reliability& r) {
  Json steps = Json::array();
  for (const ReliabilityStep& step : r.steps)
    steps.push_back({{"low", step.low},
                     {"high", step.high},
                     {"mean", step.mean},
                     {"share", step.share},
                     {"forecasts", step.forecasts}});
  return {{"brier", r.brier},
          {"miscalibration", r.miscalibration},
          {"discrimination", r.discrimination},
          {"uncertainty", r.uncertainty},
          {"steps", steps}};
}

Json json_of_difference(const Comparison& found, const std::optional<PairedDifference>& d) {
  if (!d) return nullptr;
  return {{"points", json_of(d->points)},
          {"lower", json_of(d->lower)},
          {"upper", json_of(d->upper)},
          {"without",
           {{"least", json_of(d->least_without)},
            {"least_pair", to_text(found.pairs[d->least_pair])},
            {"most", json_of(d->most_without)},
            {"most_pair", to_text(found.pairs[d->most_pair])}}},
          {"by_era", d->by_era},
          {"diebold_mariano", json_of(d->test.statistic)},
          {"p", json_of(d->test.p)},
          {"p_holm", json_of(d->corrected_p)}};
}

Json json_of_input(const Comparison& found, const ComparedInput& input) {
  const InputScores& s = input.scores;
  return {{"name", input.name},
          {"verdict", to_text(input.verdict)},
          {"sentence", verdict_sentence(found, input)},
          {"log_score", json_of(s.log_score)},
          {"gain", json_of(s.gain)},
          {"crps", json_of(s.crps)},
          {"interval_score", json_of(s.interval_score)},
          {"coverage", json_of(s.coverage)},
          {"auc", json_of(s.auc)},
          {"auc_within", json_of(s.auc_within)},
          {"reliability", json_of_reliability(s.reliability)},
          {"pit", s.pit},
          {"difference", json_of_difference(found, input.difference)},
          {"repeats", json_or_null(input.repeats)}};
}

}  // namespace

std::string comparison_json(const ComparisonView& view) {
  const Comparison& found = view.found;
  Json pairs = Json::array(), inputs = Json::array(), eras = Json::array();
  for (const Dyad& pair : found.pairs) pairs.push_back(to_text(pair));
  for (const Period& era : found.eras) eras.push_back(era.label());
  for (const ComparedInput& input : found.inputs) inputs.push_back(json_of_input(found, input));
  return json_text({{"outcome", view.outcome},
                    {"kind", found.kind == OutcomeKind::count ? "count" : "event"},
                    {"first", found.first.label()},
                    {"last", found.last.label()},
                    {"periods", found.periods},
                    {"forecasts", found.judged},
                    {"came", found.positive},
                    {"burn_in", found.options.rolling.burn_in},
                    {"refit", found.options.rolling.refit},
                    {"warm_up", found.options.rolling.warm_up},
                    {"draws", found.options.draws},
                    {"seed", found.options.seed},
                    {"best_baseline", found.inputs[found.best_baseline].name},
                    {"against", found.inputs[found.against].name},
                    {"eras", eras},
                    {"pairs", pairs},
                    {"inputs", inputs},
                    {"caveats", caveats_of(found)},
                    {"provenance", json_of(view.provenance)}});
}

}  // namespace detente
