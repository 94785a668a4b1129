#include "compare_request.hpp"

namespace detente::cli {

void add_comparison(CLI::App& app, ComparisonWords& words) {
  const auto add = [&](const char* name, auto& value, const char* kind, const char* help) {
    return app.add_option(name, value, help)->type_name(kind)->group(comparison_group);
  };
  const auto number = [&](const char* name, auto& value, const char* help) {
    add(name, value, "N", help)->check(not_whole)->capture_default_str();
  };
  app.add_flag("--all", words.all, "every pair with --min-events events or more")->group(comparison_group);
  add("--dyad", words.dyads, "A:B", "only this pair; may be repeated")->allow_extra_args(false);
  add("--models", words.models, "'M;M'", "models of the catalogue, separated by semicolons, or all")
      ->capture_default_str();
  add("--outcome", words.outcome, "WHAT", "severe, escalation, or a file pair,period,outcome")->capture_default_str();
  number("--refit", words.refit, "periods between fits of the link");
  number("--burn-in", words.burn_in, "first periods, which are fitted to but not judged");
  add("--warm-up", words.warm_up, "N",
      "first periods that no fit uses either, because sums\nthat began empty read low; "
      "a year by default")
      ->check(not_whole);
  number("--lag", words.lag, "periods after its own in which an outcome may still be\nreported");
  number("--min-events", words.least_events, "of a pair, for --all");
  add("--against", words.against, "INPUT",
      "what all are compared with: a model as written, or a\nbaseline such as 'hostile events'; by default the "
      "best baseline");
  number("--draws", words.draws, "resamplings of pairs behind an interval");
  number("--seed", words.seed, "the same seed, the same intervals");
  add("--every", words.periods.every, "PERIOD", "day, week, month, quarter, year")->default_str("month");
  add("--from", words.periods.from, "DAY", "first day that reports cover, or a period; by default\nthe first event");
  add("--to", words.periods.to, "DAY", "day after the last one");
}

}  // namespace detente::cli
