#include <memory>

#include "commands.hpp"
#include "console.hpp"
#include "detente/output/chart/what_if_chart.hpp"
#include "detente/output/json/json_what_if.hpp"
#include "detente/output/text/what_if_table.hpp"
#include "detente/questions/ahead/change_file.hpp"
#include "detente/scales/words.hpp"
#include "form.hpp"
#include "input.hpp"
#include "kind.hpp"
#include "patience.hpp"
#include "rasteriser.hpp"
#include "request.hpp"
#include "stopping.hpp"
#include "usage_error.hpp"

namespace detente::cli {
namespace {

struct WhatIfCommand {
  InputOptions input;
  CodingOptions coding;
  ScoringOptions scoring;
  PeriodOptions periods;
  UncertaintyOptions uncertainty;
  OutputOptions output;
  std::string change;
  std::string chart;

  void run() const {
    const Form form = form_of(output);
    if (change.empty()) throw UsageError("--change FILE.csv is needed: what is to be inserted, removed or altered");
    refuse_shared_input(input, {"--change", change});
    require_rasteriser(chart);
    (void)request_for({});
    std::vector<NamedFile> files = files_read(input, coding, scoring);
    files.push_back({"--change", change});
    refuse_overlaps(files, {{"--to-file", output.to_file}, {"--rejects", input.rejects}, {"--chart", chart}});
    const ReadResult read = read_files(input, options_for_one(input, scoring, coding));
    say_damage(read.files, input);
    const FileKind kind = kind_of(read.files, coding);
    IndexRequest how = request_for(kind);
    if (how.band) how.band->control.stop = stopping();
    take_totals(how, read.log);
    say_idle_volume(read.files, scoring, how.scoring.rules);
    say_idle_also({&read.log}, how.selection);
    say_roll_ups(roll_ups_by_rule(read.log, how.selection.actors));
    WhatIf found = answered(read, how);
    say_unknown(found.unknown, how.scoring.codebook);
    name_sources(found.provenance, read.files);
    auto& assumptions = found.provenance.assumptions;
    assumptions.insert(assumptions.begin(), kind.assumptions.begin(), kind.assumptions.end());
    if (!chart.empty()) draw(found, how.scoring);
    deliver(text_of(found, how.scoring.codebook, form), output);
  }

 private:
  IndexRequest request_for(const FileKind& kind) const {
    return index_request(completed(scoring, kind), completed(coding, kind), periods, uncertainty, false);
  }

  WhatIf answered(const ReadResult& read, const IndexRequest& how) const {
    const std::vector<EventChange> changes =
        read_changes(*open_bytes(change), change, read.log, how.scoring.codebook,
                     {.dates = read_options(input).dates, .as_of = how.selection.as_of});
    const Patience patience("comparing");
    return what_if(read.log, changes, {how.selection, how.scoring, how.every, how.at, how.from, how.to, how.band});
  }

  void draw(const WhatIf& found, const Scoring& how) const {
    const std::string svg = what_if_svg(found, scale_words(how.model.text(), how.scale), &how.codebook);
    if (is_png(chart))
      deliver_png(svg, chart);
    else
      deliver_file(svg, chart);
  }

  static std::string text_of(const WhatIf& found, const Codebook& codebook, Form form) {
    if (form == Form::table) return what_if_table(found, &codebook);
    const auto none = [](const WhatIf&) { return std::string(); };
    return text_in(form, found, {none, what_if_csv, what_if_json, "days"});
  }
};

constexpr const char* what_if_description =
    "What would the index be if an event had not happened, or another had? Scores the history as it is and with the\n"
    "changes, and says the difference by period, with the band that the coding leaves open.";

constexpr const char* what_if_footer = R"(
FILE.csv is a chronology with one more column, `change`; one row is one change:
  insert   an event, in the columns of a chronology
  remove   the event of this `id`; the other cells stay empty
  alter    the event of this `id`: cells with text are what it is to be, empty ones leave it as it is, and (empty)
           empties a field
Every event that is not changed is drawn alike in both, so its doubt is not in the band. A row that breaks a rule is an
error, and nothing is changed then. The index is what the acts add up to: how others would have acted, it does not know.

Examples:
  detente what-if us_colombia_2025_2026.csv --dyad USA:COL --change us_colombia_changes.csv
      without the threat of force of January 2026, and with a visit in its place
  detente what-if us_colombia_2025_2026.csv --dyad USA:COL --change us_colombia_changes.csv --output csv
      both paths and their difference by day
  detente what-if us_colombia_2025_2026.csv --dyad USA:COL --change us_colombia_changes.csv --chart what_if.svg
      a picture of both paths and their difference)";

}  // namespace

void add_what_if(CLI::App& program) {
  CLI::App* app = program.add_subcommand("what-if", what_if_description)->footer(what_if_footer);
  const auto command = std::make_shared<WhatIfCommand>();
  add_files(*app, command->input);
  app->add_option("--change", command->change, "what is inserted, removed or altered (needed)")->type_name("FILE.csv");
  add_scoring(*app, command->scoring);
  add_periods(*app, command->periods);
  add_difference_bands(*app, command->uncertainty);
  app->add_option("--chart", command->chart,
                  "also draw both paths, their difference and the\ndays of the changes: FILE.svg, or FILE.png where\n"
                  "rsvg-convert is found")
      ->type_name("FILE")
      ->group("Output");
  add_ending(*app, command);
}

}  // namespace detente::cli
