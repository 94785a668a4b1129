#include <memory>

#include "commands.hpp"
#include "console.hpp"
#include "detente/output/chart/chart.hpp"
#include "detente/output/csv/csv.hpp"
#include "detente/output/json/json.hpp"
#include "detente/output/page/page.hpp"
#include "detente/output/text/table.hpp"
#include "form.hpp"
#include "input.hpp"
#include "kind.hpp"
#include "patience.hpp"
#include "rasteriser.hpp"
#include "request.hpp"
#include "usage_error.hpp"

namespace detente::cli {
namespace {

struct IndexCommand {
  InputOptions input;
  CodingOptions coding;
  ScoringOptions scoring;
  PeriodOptions periods;
  UncertaintyOptions uncertainty;
  OutputOptions output;
  PictureOptions pictures;
  std::string calibration;

  void run() const {
    const Form form = form_of(output);
    if ((form == Form::csv || form == Form::jsonl) && pictures.chart.empty() && pictures.page.empty()) refuse_unseen();
    refuse_idle_title();
    require_rasteriser(pictures.chart);
    (void)request_for({});  // errors in the options are reported before a long read
    std::vector<NamedFile> files = files_read(input, coding, scoring);
    files.push_back({"--calibration", calibration});
    refuse_overlaps(files, {{"--to-file", output.to_file},
                            {"--rejects", input.rejects},
                            {"--chart", pictures.chart},
                            {"--page", pictures.page}});
    const ReadResult read = read_files(input, options_for_one(input, scoring, coding));
    say_damage(read, input);
    const FileKind kind = kind_of(read.files, coding);
    IndexRequest request = request_for(kind);
    take_totals(request, read.log);
    say_idle_volume(read.files, scoring, request.scoring.rules);
    say_idle_also({&read.log}, request.selection);
    say_roll_ups(roll_ups_by_rule(read.log, request.selection.actors));
    IndexReport report = reported(read, request);
    say_unknown(report.unknown, request.scoring.codebook);
    say_assumptions(report.series.provenance);
    auto& assumptions = report.series.provenance.assumptions;
    assumptions.insert(assumptions.begin(), kind.assumptions.begin(), kind.assumptions.end());
    draw(report, read);
    if (form == Form::jsonl) return deliver(index_rows_json(report.series), output);
    const auto table = [](const IndexReport& all) { return index_table(all); };
    const auto csv = [](const IndexReport& all) { return index_csv(all.series); };
    deliver(text_in(form, report, {table, csv, index_json}), output);
  }

 private:
  IndexRequest request_for(const FileKind& kind) const {
    IndexRequest request =
        index_request(completed(scoring, kind), completed(coding, kind), periods, uncertainty, !pictures.page.empty());
    request.calibration = calibration_of(calibration);
    request.movements = request.further = !pictures.page.empty();
    return request;
  }

  void refuse_idle_title() const {
    if (!pictures.title.empty() && pictures.chart.empty() && pictures.page.empty())
      throw_bad_value("--title", pictures.title, "is for --chart or --page, and neither is asked for");
  }

  /// Throws for requested results that the rows of a CSV or of JSON lines do not have.
  void refuse_unseen() const {
    const std::string form = "--output " + output.format;
    const char* why = "its rows have no place for it; use json, or add --chart or --page";
    if (uncertainty.sensitivity && form_of(output) == Form::csv) throw_conflict("--sensitivity", form, why);
    if (periods.delta) throw_conflict("--delta", form, why);
  }

  static IndexReport reported(const ReadResult& read, const IndexRequest& request) {
    const Patience patience("scoring");
    IndexReport report = index_report(read.log, request);
    name_sources(report.series.provenance, read.files);
    return report;
  }

  void draw(const IndexReport& report, const ReadResult& read) const {
    if (!pictures.chart.empty()) draw_chart(report);
    if (!pictures.page.empty()) deliver_file(page_html(report, read.files, {.title = pictures.title}), pictures.page);
  }

  void draw_chart(const IndexReport& report) const {
    const std::string svg = chart_svg(report, {.name = pictures.title});
    if (is_png(pictures.chart))
      deliver_png(svg, pictures.chart);
    else
      deliver_file(svg, pictures.chart);
  }
};

constexpr const char* index_description =
    "How tense is a relation? Reads dated events and prints the index of one pair of actors by period,\n"
    "from 0 (close) through 50 (neutral) to 100 (hostile), with the band that vague dates and doubtful acts leave "
    "open.";

constexpr const char* index_footer = R"(
Examples:
  detente index us_colombia_2025_2026.csv --dyad USA:COL
      month by month; the last line says it in words
  detente index us_colombia_2025_2026.csv --dyad USA:COL --page usa_col.html --chart usa_col.svg
      the same, and a page to open in a browser and a picture for a report
  detente index us_colombia_2025_2026.csv --dyad USA:COL --direction forward --issue security
      only what the United States did to Colombia, only in matters of security
  detente index us_colombia_2025_2026.csv --dyad USA:COL --as-of 2025-10-23
      what the index would have said that day
  detente index us_colombia_2025_2026.csv --dyad USA:COL --every week --from 2025-09 --to 2026 --output csv
      the last four months of 2025 by week, for other programs
  detente index us_colombia_article.csv --dyad USA:COL --model 'decayed_sum half_life_verbal=28' --sensitivity
      insults that are forgotten half as fast, and how much such choices matter
  cat us_colombia_2025_2026.csv | detente index - --dyad USA:COL --output json --no-bands)";

}  // namespace

void add_index(CLI::App& program) {
  CLI::App* app = program.add_subcommand("index", index_description)->footer(index_footer);
  const auto command = std::make_shared<IndexCommand>();
  add_files(*app, command->input);
  add_scoring(*app, command->scoring);
  add_calibration(*app, command->calibration);
  add_coding(*app, command->coding);
  add_periods(*app, command->periods);
  add_delta(*app, command->periods);
  add_uncertainty(*app, command->uncertainty);
  add_reading(*app, command->input);
  add_threads(*app, command->input);
  add_output(*app, command->output);
  add_pictures(*app, command->pictures);
  app->callback([command] { command->run(); });
}

}  // namespace detente::cli
