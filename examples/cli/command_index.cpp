#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "ahead_options.hpp"
#include "commands.hpp"
#include "console.hpp"
#include "detente/output/chart/chart.hpp"
#include "detente/output/chart/relations_chart.hpp"
#include "detente/output/csv/csv.hpp"
#include "detente/output/json/json.hpp"
#include "detente/output/page/page.hpp"
#include "detente/output/page/relations_page.hpp"
#include "detente/output/text/table.hpp"
#include "detente/questions/ahead/scenario_file.hpp"
#include "form.hpp"
#include "input.hpp"
#include "kind.hpp"
#include "patience.hpp"
#include "rasteriser.hpp"
#include "request.hpp"
#include "stopping.hpp"
#include "store_input.hpp"
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
  bool vintages = false;
  AheadOptions ahead;
  std::vector<std::string> dyads;

  void run() const {
    const Form form = form_of(output);
    if ((form == Form::csv || form == Form::jsonl) && pictures.chart.empty() && pictures.page.empty()) refuse_unseen();
    refuse_idle_title();
    refuse_ahead(ahead, pictures, dyads.size());
    refuse_shared_input(input, {"--scenario", ahead.scenario});
    require_rasteriser(pictures.chart);
    if (dyads.size() > 1) refuse_of_several();
    if (dyads.empty()) (void)dyad_of(scoring);                                           // says that one is needed
    for (const std::string& dyad : dyads) refuse_vintages(request_for(dyad, {}), form);  // errors before a long read
    std::vector<NamedFile> files = files_read(input, coding, scoring);
    files.push_back({"--calibration", calibration});
    files.push_back({"--scenario", ahead.scenario});
    refuse_overlaps(files, {{"--to-file", output.to_file},
                            {"--rejects", input.rejects},
                            {"--chart", pictures.chart},
                            {"--page", pictures.page}});
    const ReadResult read = read_files(input, options_for_all());
    say_damage(read.files, input);
    const FileKind kind = kind_of(read.files, coding);
    std::vector<IndexReport> reports;
    for (const std::string& dyad : dyads) reports.push_back(report_of(dyad, kind, read, dyad == dyads.front()));
    draw(reports, read);
    deliver(text_of(form, reports), output);
  }

 private:
  /// Where an event came from is kept for those of any of the relations.
  ReadOptions options_for_all() const {
    std::vector<ReadOptions> each;
    for (const std::string& dyad : dyads) {
      ScoringOptions words = scoring;
      words.dyad = dyad;
      each.push_back(options_for_one(input, words, coding));
    }
    ReadOptions out = each.front();
    out.provenance_of = [each](std::string_view source, std::string_view target) {
      return std::any_of(each.begin(), each.end(),
                         [&](const ReadOptions& options) { return options.provenance_of(source, target); });
    };
    return out;
  }

  /// What is true of all relations is said with the first.
  IndexReport report_of(const std::string& dyad, const FileKind& kind, const ReadResult& read, bool is_first) const {
    IndexRequest request = request_for(dyad, kind);
    take_totals(request, read.log);
    if (is_first) say_idle_volume(read.files, scoring, request.scoring.rules);
    say_idle_also({&read.log}, request.selection);
    if (is_first) say_roll_ups(roll_ups_by_rule(read.log, request.selection.actors));
    IndexReport report = reported(read, request);
    if (ahead.asked()) report.ahead = made_ahead(read, request, report.headline.day);
    say_unknown(report.unknown, request.scoring.codebook);
    say_assumptions(report.series.provenance);
    auto& assumptions = report.series.provenance.assumptions;
    assumptions.insert(assumptions.begin(), kind.assumptions.begin(), kind.assumptions.end());
    return report;
  }

  /// Where the index may go after its last day, or after the last day of reports if that is earlier.
  PathAhead made_ahead(const ReadResult& read, const IndexRequest& request, Day last) const {
    const Scoring& how = request.scoring;
    const Day to = std::min(last + 1, how.covered_to.value_or(last + 1));
    const Patience patience("forecasting");
    if (ahead.scenario.empty())
      return path_ahead(forecast(read.log, {request.selection, how, calibration_of(calibration), to}));
    return path_ahead(scenario_forecast(
        read.log, {.selection = request.selection,
                   .scoring = how,
                   .scheduled = read_scenario(*open_bytes(ahead.scenario), ahead.scenario, read_options(input).dates),
                   .horizon = ahead.horizon.value_or(usual_horizon),
                   .to = to,
                   .name = ahead.scenario}));
  }

  static std::string text_of(Form form, const std::vector<IndexReport>& reports) {
    if (form == Form::json) return reports.size() == 1 ? index_json(reports.front()) : relations_json(reports);
    if (form == Form::csv) return rows_of(reports);
    std::string out;
    for (const IndexReport& report : reports) {
      if (form == Form::jsonl) out += index_rows_json(report.series);
      if (form == Form::table) out += (out.empty() ? "" : "\n") + index_table(report);
    }
    return out;
  }

  static std::string rows_of(const std::vector<IndexReport>& reports) {
    std::vector<IndexSeries> series;
    series.reserve(reports.size());
    for (const IndexReport& report : reports) series.push_back(report.series);
    return index_csv(series);
  }

  IndexRequest request_for(const std::string& dyad, const FileKind& kind) const {
    ScoringOptions words = completed(scoring, kind);
    words.dyad = dyad;
    IndexRequest request = index_request(words, completed(coding, kind), periods, uncertainty,
                                         !pictures.page.empty() && dyads.size() == 1);
    request.calibration = calibration_of(calibration);
    request.movements = request.further = !pictures.page.empty() && dyads.size() == 1;
    request.first_values = vintages;
    request.control.stop = stopping();
    return request;
  }

  /// Throws for what has no first values.
  void refuse_vintages(const IndexRequest& request, Form form) const {
    if (!vintages) return;
    if (form == Form::jsonl)
      throw_conflict("--vintages", "--output jsonl", "its lines are those of a panel; use json, or detente vintages");
    refuse_no_vintages(request.scoring, "--vintages");
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

  /// Throws for several relations that are one, or more than a picture holds.
  void refuse_of_several() const {
    std::vector<Dyad> seen;
    for (const std::string& text : dyads) {
      const Dyad pair = dyad_called(text).canonical();
      if (std::find(seen.begin(), seen.end(), pair) != seen.end())
        throw_bad_value("--dyad", text, "is asked for twice; its two sides are --direction forward and backward");
      seen.push_back(pair);
    }
    if (!scoring.also.empty())
      throw_conflict("--also " + scoring.also.front(), "more than one --dyad", "it counts for a single relation");
    const std::string& picture = pictures.chart.empty() ? pictures.page : pictures.chart;
    if (dyads.size() > most_relations && !picture.empty())
      throw_bad_value(pictures.chart.empty() ? "--page" : "--chart", picture,
                      fmt::format("holds {} relations at most; detente panel --page shows more", most_relations));
  }

  void draw(const std::vector<IndexReport>& reports, const ReadResult& read) const {
    if (!pictures.chart.empty()) draw_chart(reports);
    if (pictures.page.empty()) return;
    deliver_file(reports.size() == 1 ? page_html(reports.front(), read.files, {.title = pictures.title})
                                     : relations_page_html(reports, pictures.title),
                 pictures.page);
  }

  void draw_chart(const std::vector<IndexReport>& reports) const {
    const ChartOptions options{.name = pictures.title};
    const std::string svg = reports.size() == 1 ? chart_svg(reports.front(), options) : relations_svg(reports, options);
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
  detente index us_colombia_2025_2026.csv --dyad USA:COL --as-of 2026-02-02 --scenario us_colombia_meeting.csv --page a.html
      a page that also draws where the index may go from 2 February 2026 on, the day before the White House meeting
  detente index us_colombia_2025_2026.csv --dyad USA:COL --dyad USA:VEN --chart two.svg
      several relations: one table after another, and their lines in one picture
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
  add_store(*app, command->input);
  add_scoring(*app, command->scoring, command->dyads);
  add_calibration(*app, command->calibration);
  add_coding(*app, command->coding);
  add_periods(*app, command->periods);
  add_delta(*app, command->periods);
  add_vintages_flag(*app, command->vintages);
  add_uncertainty(*app, command->uncertainty);
  add_reading(*app, command->input);
  add_threads(*app, command->input);
  add_output(*app, command->output);
  add_pictures(*app, command->pictures);
  add_ahead(*app, command->ahead);
  app->callback([command] {
    take_choices(command->input, command->coding, &command->scoring);
    command->run();
  });
}

}  // namespace detente::cli
