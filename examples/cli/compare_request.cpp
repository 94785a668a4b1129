#include "compare_request.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/split.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <algorithm>

#include "console.hpp"
#include "detente/models/two_speed.hpp"
#include "option_words.hpp"
#include "request.hpp"
#include "usage_error.hpp"

namespace detente::cli {
namespace {

using Totals = std::function<Exposure()>;

// ---- inputs ----

ScoringOptions words_with(const ComparisonWords& words, const std::string& model) {
  ScoringOptions out = words.scoring;
  out.model = model;
  return out;
}

Scoring scoring_with(const ComparisonWords& words, const std::string& model, const FileKind& kind, PeriodKind every) {
  return scoring_of(completed(words_with(words, model), kind), completed(words.coding, kind), every);
}

void add_model(const std::string& text, const AnyModel& model, std::vector<ForecastInput>& out) {
  out.push_back(level_input(Catalogue::built_in(), model));
  out.back().name = text;
  if (model.as<TwoSpeed>()) out.push_back(strain_input(text + ", its two parts", model));
}

/// All inputs are made of the same events; a model that weighs them otherwise is left out, or refused if it was named.
void refuse_rules(const ComparisonWords& words, const std::string& text, const CodingRules& own,
                  const CodingRules& rules, bool aloud) {
  const std::string why =
      fmt::format("its coding rules are {}, those of the comparison {}", to_text(own), to_text(rules));
  if (words.models != "all") throw_bad_value("--models", text, why);
  if (aloud) say(fmt::format("left out: {}: {}", text, why));
}

std::vector<ForecastInput> inputs_of(const ComparisonWords& words, const FileKind& kind, PeriodKind every,
                                     const CodingRules& rules, const Totals& totals) {
  std::vector<ForecastInput> out{event_count_input(), hostile_count_input()};
  for (const std::string& text : compared_models(words)) {
    Scoring own = scoring_with(words, text, kind, every);
    if (to_text(own.rules) != to_text(rules)) {
      refuse_rules(words, text, own.rules, rules, totals != nullptr);
      continue;
    }
    if (totals) take_totals(own, totals);
    add_model(text, own.model, out);
  }
  return out;
}

// ---- pairs, outcomes, periods ----

void refuse_contradictions(const ComparisonWords& words) {
  if (words.all == !words.dyads.empty())
    throw UsageError("say --all for every pair with enough events, or --dyad A:B for each pair to compare on");
  if (!words.coding.as_of.empty())
    throw_conflict("--as-of", "compare", "it goes back to each period's end by itself; --to says where it ends");
}

Dyad pair_called(const ComparisonWords& words, const std::string& text) {
  ScoringOptions out = words.scoring;
  out.dyad = text;
  return dyad_of(out);
}

void take_outcome(const ComparisonWords& words, ComparisonRequest& request) {
  const std::string& outcome = words.outcome;
  if (!words.names_file()) {
    request.outcome = outcome == "severe" ? OutcomeChoice::severe : OutcomeChoice::escalation;
    return;
  }
  if (outcome.find_first_of("./\\") == std::string::npos)
    throw_bad_value("--outcome", outcome,
                    fmt::format("is {}, or a file pair,period,outcome", fmt::join(words_of("--outcome"), ", ")));
  request.outcome = OutcomeChoice::file;
  request.file = read_outcomes(outcome);
  if (request.file.every != request.every)
    throw_conflict("--outcome " + outcome, "--every " + std::string(to_text(request.every)),
                   fmt::format("its periods are {}s", to_text(request.file.every)));
}

/// Whole periods that a chronic sum takes to fill.
std::size_t usual_warm_up(PeriodKind every) {
  const Period period = period_of(every, Day{});
  return static_cast<std::size_t>(TwoSpeed().warm_up_days() / std::max<std::int64_t>(1, period.end - period.first)) + 1;
}

CompareOptions options_of(const ComparisonWords& words, PeriodKind every) {
  CompareOptions out;
  out.rolling = {
      .burn_in = words.burn_in, .refit = words.refit, .warm_up = words.warm_up.value_or(usual_warm_up(every))};
  out.draws = words.draws;
  out.against = words.against;
  out.seed = words.seed;
  out.threads = words.input.threads.value_or(0);
  return out;
}

}  // namespace

std::vector<std::string> compared_models(const ComparisonWords& words) {
  const Catalogue catalogue = Catalogue::built_in();
  std::vector<std::string> out;
  if (words.models == "all")
    for (const ModelEntry& entry : catalogue.entries()) out.push_back(entry.name);
  else if (!words.models.empty())
    boost::split(out, words.models, boost::is_any_of(";"));
  for (std::string& text : out) boost::trim(text);
  if (out.empty()) throw_bad_value("--models", words.models, "is all, or models separated by semicolons");
  return out;
}

ComparisonRequest comparison_request(const ComparisonWords& words, const FileKind& kind, const Totals& totals) {
  refuse_contradictions(words);
  const PeriodKind every = every_of(words.periods, words_with(words, "decayed_sum"));
  ComparisonRequest request{.scoring = scoring_with(words, "decayed_sum", kind, every)};
  request.every = every;
  request.inputs = inputs_of(words, kind, every, request.scoring.rules, totals);
  request.lag = words.lag;
  request.least_events = words.least_events;
  request.issue = words.scoring.issue;
  if (!words.periods.from.empty()) request.from = begin_of("--from", words.periods.from);
  if (!words.periods.to.empty()) request.to = begin_of("--to", words.periods.to);
  for (const std::string& text : words.dyads) request.pairs.push_back(pair_called(words, text));
  take_outcome(words, request);
  request.options = options_of(words, every);
  return request;
}

}  // namespace detente::cli
