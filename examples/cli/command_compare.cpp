#include <fmt/format.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

#include "commands.hpp"
#include "compare_request.hpp"
#include "console.hpp"
#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "detente/output/json/json_comparison.hpp"
#include "detente/output/page/comparison_page.hpp"
#include "detente/questions/comparison/comparison_columns.hpp"
#include "form.hpp"
#include "input.hpp"
#include "kind.hpp"
#include "pairs_input.hpp"
#include "patience.hpp"
#include "request.hpp"
#include "stopping.hpp"
#include "usage_error.hpp"

namespace detente::cli {
namespace {

struct CompareCommand : ComparisonWords {
  OutputOptions output;
  std::string page;

  void run() const {
    const Form form = form_of(output);
    (void)comparison_request(*this, {}, {});  // what makes no sense is said before a long read
    refuse_overlaps(files_in(), {{"--to-file", output.to_file}, {"--rejects", input.rejects}, {"--page", page}});
    (void)actors_of(coding);
    DyadRows pairs;
    const std::vector<FileReport> files = read_pairs(pairs, input, coding, scoring.scores != "codebook");
    const FileKind kind = kind_of(files, coding);
    ComparisonRequest request = comparison_request(*this, kind, [&] { return pairs.totals(); });
    request.options.control.stop = stopping();
    say_idle_volume(files, scoring, request.scoring.rules);
    say_roll_ups(roll_ups_by_rule(pairs.log(), pairs.rows_by_dyad(), pairs.actors()));
    const Comparison found = compared(pairs, request);
    const ComparisonView view{found, outcome_text(request), provenance(files, kind, request)};
    if (!page.empty()) deliver_file(comparison_page_html(view), page);
    deliver(text_in(form, view, {comparison_table, comparison_csv, comparison_json, "inputs"}), output);
  }

 private:
  std::vector<NamedFile> files_in() const {
    std::vector<NamedFile> out = files_read(input, coding, scoring);
    if (names_file()) out.push_back({"--outcome", outcome});
    return out;
  }

  Comparison compared(const DyadRows& pairs, const ComparisonRequest& request) const {
    const Patience patience(fmt::format("comparing {} inputs", request.inputs.size() + 4));
    const ComparisonColumns columns = comparison_columns(pairs, request);
    if (columns.table.periods.size() <= burn_in)
      throw InputError(fmt::format("the events span {} {}s, of which --burn-in takes {}: nothing is left to judge",
                                   columns.table.periods.size(), to_text(request.every), burn_in));
    say(fmt::format("{} pairs, {} events; {} pairs have fewer than {} and are left out", columns.table.pairs.size(),
                    columns.events, columns.too_few, least_events));
    return compare(columns.table, columns.inputs, request.options);
  }

  std::string outcome_text(const ComparisonRequest& request) const {
    switch (request.outcome) {
      case OutcomeChoice::severe: return fmt::format("severe acts of the next {}", to_text(request.every));
      case OutcomeChoice::escalation: return fmt::format("escalation within three {}s", to_text(request.every));
      case OutcomeChoice::file: break;
    }
    return fmt::format("the outcome of the next {} in {}", to_text(request.every), outcome);
  }

  Provenance provenance(const std::vector<FileReport>& files, const FileKind& kind,
                        const ComparisonRequest& request) const {
    Provenance p = provenance_of({.dyad = {}, .issue = scoring.issue}, request.scoring);
    name_sources(p, files);
    p.assumptions = kind.assumptions;
    p.profile = profile(kind);
    p.model.clear();
    p.scale.clear();
    return p;
  }

  /// The profile of the first model that has one.
  std::optional<SourceProfile> profile(const FileKind& kind) const {
    for (const std::string& text : compared_models(*this))
      if (auto found = profile_of_model(text, kind.profile)) return found;
    return {};
  }
};

constexpr const char* compare_description =
    "Which model forecasts best, and is it better than the pair's own past? Every model makes the forecasts that it\n"
    "would have made at the time, from what was reported by then, and is judged beside baselines without a model.";

constexpr const char* compare_footer = R"(
At the end of each period every model gives its level. One link for all of them (a regression with linear splines, fitted
to all pairs and only to outcomes known by then) turns it into an expected number of severe acts in the next period and a
chance of at least one. So models differ only in what they know. The codebook says which acts are severe.

How to read it:
  gain %         by how much the log score (a loss) is below that of a constant forecast; 0 is no better than that
  to own history the difference in gain from the best baseline (whichever it is), with a 95 % interval by resampling
                 pairs: this decides, not the gains. If the interval contains 0, no difference has been shown
  AUC, within    how often an outcome that occurred had the higher chance than one that did not, over all pairs and
                 within pairs; over all it mostly says which pairs are violent
  MCB            miscalibration: what is lost because 30 % did not mean 30 %
  90 % covers    how many outcomes lay in the central 90 %; more than 90 where most are 0
Severe acts come from the reports that the models read. Forecasting them shows that what is reported persists, and is no
evidence about the world; outcomes of your own (--outcome FILE: disputes, deaths, crises) are.

Examples:
  detente compare keds.tsv --all
      every model of the catalogue over every pair with 200 events or more
  detente compare keds.tsv --all --models 'two_speed; decayed_sum omega=0' --page compare.html
      two of them, with pictures of reliability, PIT and paired differences
  detente compare keds.tsv --dyad ISR:LBN --dyad ISR:SYR --outcome escalation
      whether the worst of the next three months is far above the year's mean
  detente compare gdelt/*.zip --all --outcome disputes.csv --output json
      an outcome of your own: ISR:LBN,2006-07,1 says what is to be forecast at the end of 2006-06)";

}  // namespace

void add_compare(CLI::App& program) {
  CLI::App* app = program.add_subcommand("compare", compare_description)->footer(compare_footer);
  const auto command = std::make_shared<CompareCommand>();
  add_files(*app, command->input);
  add_comparison(*app, *command);
  app->add_option("--page", command->page, "also write a page with pictures")
      ->type_name("FILE.html")
      ->group(comparison_group);
  add_rules(*app, command->scoring);
  add_coding(*app, command->coding);
  add_reading(*app, command->input);
  add_resources(*app, command->input);
  add_output(*app, command->output);
  app->callback([command] { command->run(); });
}

}  // namespace detente::cli
