#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "detente/models/conflict_share.hpp"
#include "request.hpp"
#include "request_words.hpp"

namespace detente::cli {
namespace {

// ---- model and scale ----

/// The model's words: its name, then its parameters.
bool names_parameter(const std::string& model, std::string_view name) {
  return (" " + model).find(fmt::format(" {}=", name)) != std::string::npos;
}

std::string name_of(const std::string& model) { return model.substr(0, model.find(' ')); }

/// Whether a model of the catalogue has calendar periods.
bool has_periods(const Catalogue& catalogue, const std::string& name) {
  const ModelEntry* entry = catalogue.find(name);
  return entry && std::any_of(entry->parameters.begin(), entry->parameters.end(),
                              [](const ParameterInfo& p) { return p.name == "every"; });
}

/// The catalogue by which words are judged before any file is read. A model that is measured against the whole log has
/// totals of no log here; `take_totals` gives it the true ones.
Catalogue catalogue_of_words() { return Catalogue::built_in(Exposure({{Day{}, 1.0}})); }

bool wants_totals(const AnyModel& model) {
  const auto* share = model.as<ConflictShare>();
  return share && share->options().log_totals;
}

AnyModel model_of(const std::string& text, PeriodKind every) {
  const Catalogue catalogue = catalogue_of_words();
  const bool takes_every = has_periods(catalogue, name_of(text)) && !names_parameter(text, "every");
  return catalogue.make(takes_every ? fmt::format("{} every={}", text, to_text(every)) : text);
}

Scale scale_of(const ScoringOptions& options, const AnyModel& model) {
  Scale scale = options.scale.empty() ? catalogue_of_words().usual_scale(model.text())
                                      : value("--scale", options.scale, parse_scale);
  const bool is_relative = scale.kind == ScaleKind::relative;
  if (is_relative && options.base.empty())
    throw UsageError("--scale relative needs --base FROM/TO, such as --base 2025-01/2025-07");
  if (!is_relative && !options.base.empty())
    throw_conflict("--base", "--scale " + to_text(scale), "only --scale relative has a base window");
  if (is_relative) scale.base = window_of("--base", options.base);
  return scale;
}

// ---- rules ----

void take_volume(CodingRules& rules, const std::string& text) {
  const std::map<std::string, Volume> words{{"none", Volume::none}, {"log", Volume::log}, {"dyad", Volume::dyad}};
  if (const auto at = words.find(text); at != words.end()) {
    rules.volume = at->second;
  } else if (text.find_first_of("./") == std::string::npos) {
    throw_unknown_word("--volume", text);
  } else {
    rules.volume = Volume::file;
    rules.exposure = Exposure::parse(*open_bytes(text), text);
  }
}

/// As written; else what the model requires.
Mentions mentions_of(const ScoringOptions& options, const AnyModel& model) {
  if (options.mentions.empty()) return model.required_rules().mentions.value_or(Mentions::one);
  return word("--mentions", options.mentions, parse_mentions);
}

CodingRules rules_of(const ScoringOptions& options, const AnyModel& model) {
  CodingRules rules = CodingRules::chronology();
  rules.one_a_day = options.one_a_day.value_or(false);
  rules.mirrors = word("--mirrors", options.mirrors, parse_mirrors);
  rules.mentions = mentions_of(options, model);
  rules.status = status_weights_of(options.status);
  take_volume(rules, options.volume);
  return rules;
}

/// As written, seen from the written dyad; the library counts from the alphabetical pair.
DirectionChoice direction_of(const ScoringOptions& options) {
  const DirectionChoice choice = word("--direction", options.direction, parse_direction_choice);
  if (choice == DirectionChoice::both || options.dyad.empty()) return choice;
  const Dyad dyad = dyad_of(options);
  if (dyad == dyad.canonical()) return choice;
  return choice == DirectionChoice::forward ? DirectionChoice::backward : DirectionChoice::forward;
}

bool own_scores(const std::string& text) {
  if (text != "file" && text != "codebook") throw_unknown_word("--scores", text);
  return text == "file";
}

}  // namespace

StatusWeights status_weights_of(const std::string& status) { return value("--status", status, parse_status_weights); }

Scoring scoring_of(const ScoringOptions& scoring, const CodingOptions& coding, PeriodKind every) {
  const AnyModel model = model_of(scoring.model, every);
  return {.codebook = codebook_of(coding),
          .model = model,
          .scale = scale_of(scoring, model),
          .rules = rules_of(scoring, model),
          .direction = direction_of(scoring),
          .own_scores = own_scores(scoring.scores),
          .profile = scoring.profile,
          .covered_from = scoring.covered_from,
          .covered_to = scoring.covered_to};
}

Calibration calibration_of(const std::string& file) {
  return file.empty() ? built_in_calibration() : open_calibration(file);
}

ScoringOptions for_calibration(ScoringOptions options) {
  if (options.model.empty()) options.model = "two_speed";
  return options;
}

void take_totals(Scoring& scoring, const std::function<Exposure()>& totals) {
  if (wants_totals(scoring.model)) scoring.model = Catalogue::built_in(totals()).make(scoring.model.text());
}

void take_totals(Scoring& scoring, const EventLog& log, const Selection& selection) {
  take_totals(scoring, [&] { return totals_of(log, selection.as_of); });
}

void take_totals(IndexRequest& request, const EventLog& log) {
  if (!wants_totals(request.scoring.model)) return;
  take_totals(request.scoring, log, request.selection);
  if (request.alternatives) request.alternatives = Catalogue::built_in(totals_of(log, request.selection.as_of));
}

void refuse_totals(const Scoring& scoring, const std::string& other, const std::string& why) {
  if (wants_totals(scoring.model)) throw_conflict("denominator=log", other, why);
}

void refuse_no_vintages(const Scoring& scoring, const std::string& asked) {
  refuse_totals(scoring, asked, "the totals know of later reports; denominator=dyad needs none");
  if (scoring.scale.kind == ScaleKind::relative)
    throw_conflict("--scale relative", asked, "what was known earlier may not reach its base window");
}

PeriodKind every_of(const PeriodOptions& periods, const ScoringOptions& scoring) {
  const std::string text = periods.every.empty() ? "month" : periods.every;
  const PeriodKind asked = word("--every", text, parse_period_kind);
  const PeriodKind own = model_of(scoring.model, asked).periodic().value_or(asked);
  if (!periods.every.empty() && own != asked)
    throw_conflict("--every " + text, fmt::format("--model '{}'", scoring.model), "the model has periods of its own");
  return own;
}

PeriodKind period_of_model(const std::string& every, const ScoringOptions& scoring) {
  const PeriodKind period = every_of({.every = every}, scoring);
  if (!every.empty() && !model_of(scoring.model, period).periodic())
    throw_conflict("--every " + every, fmt::format("--model '{}'", scoring.model), "the model has no periods");
  return period;
}

}  // namespace detente::cli
