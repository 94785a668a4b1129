#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <utility>

#include "commands.hpp"
#include "console.hpp"
#include "detente/ground/atomic_file.hpp"
#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "detente/output/csv/csv.hpp"
#include "detente/output/json/json.hpp"
#include "detente/output/text/panel_table.hpp"
#include "detente/questions/index/panel.hpp"
#include "form.hpp"
#include "input.hpp"
#include "kind.hpp"
#include "pairs_input.hpp"
#include "progress.hpp"
#include "request.hpp"
#include "usage_error.hpp"

namespace detente::cli {
namespace {

/// A panel as text, piece by piece.
struct PanelText {
  std::string head;
  std::string (*form)(const IndexSeries& series);
};

PanelText text_in(Form form) {
  switch (form) {
    case Form::csv: return {std::string(index_header_csv()), index_rows_csv};
    case Form::json:
    case Form::jsonl: return {"", index_rows_json};
    case Form::table: break;
  }
  return {panel_table_head(), panel_table_line};
}

/// Standard output, or a file that appears once it is complete.
class Destination {
 public:
  explicit Destination(const OutputOptions& options) : options_(options) {
    if (!options.to_file.empty() && options.to_file != "-") file_.emplace(options.to_file);
  }
  void write(std::string_view part) {
    const std::string text = outgoing(part, options_);
    if (file_)
      file_->write(text);
    else
      print(text);
  }
  void finish() {
    if (!file_) return;
    file_->finish();
    say("written: " + visible(options_.to_file, SIZE_MAX));
  }

 private:
  const OutputOptions& options_;
  std::optional<AtomicFile> file_;
};

struct PanelCommand {
  InputOptions input;
  CodingOptions coding;
  ScoringOptions scoring;
  PeriodOptions periods;
  UncertaintyOptions uncertainty;
  OutputOptions output{.format = "csv", .to_file = {}, .csv_safe = false};

  void run() const {
    const PanelText text = text_in(form_of(output));
    (void)panel_request(completed(scoring, {}), completed(coding, {}), periods, uncertainty);  // before a long read
    refuse_overlaps(files_read(input, coding, scoring), {{"--to-file", output.to_file}, {"--rejects", input.rejects}});
    (void)actors_of(coding);
    DyadRows pairs;
    const std::vector<FileReport> files = read_pairs(pairs, input, coding, scoring.scores != "codebook");
    const FileKind kind = kind_of(files, coding);
    PanelRequest request = panel_request(completed(scoring, kind), completed(coding, kind), periods, uncertainty);
    request.threads = input.threads.value_or(0);
    request.assumptions = kind.assumptions;
    say_idle_volume(files, scoring, request.scoring.rules);
    take_totals(request.scoring, [&] { return pairs.totals(request.as_of); });
    say_roll_ups(roll_ups_by_rule(pairs.log(), pairs.rows_by_dyad(), pairs.actors()));
    if (pairs.size() == 0) throw InputError("no event between two different actors");
    write(pairs, request, text);
  }

 private:
  static void say_silent(const std::vector<PanelSummary::LeftOut>& pairs) {
    constexpr std::size_t most = 5;
    for (const PanelSummary::LeftOut& pair : std::span(pairs).first(std::min(most, pairs.size())))
      say(
          fmt::format("warning: {} has nothing between {} and {} and is left out; if both are meant, say which days "
                      "are to be shown (--from, --to)",
                      to_text(pair.dyad), to_text(pair.before), to_text(pair.after)));
    if (pairs.size() > most) say(fmt::format("warning: {} more pairs are left out so", pairs.size() - most));
  }

  void write(const DyadRows& pairs, const PanelRequest& request, const PanelText& text) const {
    Destination out(output);
    Progress progress("scoring", "events");
    std::string_view head = text.head;  // it comes with the first rows, so that without rows there is no output
    const auto take = [&](std::string_view part) {
      if (part.empty()) return;
      out.write(std::exchange(head, {}));
      out.write(part);
    };
    const PanelSummary summary =
        panel(pairs, request, {text.form, take, [&](std::size_t done, std::size_t all) { progress.at(done, all); }});
    progress.end();
    say_unknown(summary.unknown, request.scoring.codebook);
    say_silent(summary.silent);
    if (summary.pairs == 0) throw InputError("no pair has an event that counts; see detente check");
    out.finish();
    const auto& profile = request.scoring.profile;
    say(fmt::format("{} pairs, {} events, {} rows; model {}{}; codebook {}; {}", summary.pairs, summary.events,
                    summary.rows, request.scoring.model.text(), profile ? ", source profile " + to_text(*profile) : "",
                    request.scoring.codebook.name(), to_text(request.scoring.rules)));
    if (const auto warm = warm_from(request.scoring))
      say(fmt::format("until {} the model warms up and reads low", to_text(*warm)));
  }
};

constexpr const char* panel_description =
    "How tense is every relation? The index of every pair in the files by period: what index prints for one, for all\n"
    "of them, on all cores. Pairs come in the order of their names, and the same input gives the same bytes.";

constexpr const char* panel_footer = R"(
Machine-coded files are filtered to one event a day and mirrors once, and scored by their own family's weights and
two_speed with the profile of their source, unless you say otherwise. Bands, a thousand draws a pair, need --bands.

Examples:
  detente panel 20191024143000.export.CSV.zip > panel.csv
  detente panel 2019*.zip --model 'decayed_sum half_life_verbal=30' --every week --to-file panel.csv
  detente panel gdelt/*.zip --memory 2G --threads 8 --to-file panel.csv
      more events than fit in memory: rows go to a temporary file past 2 GB, the result is the same
  detente panel keds.tsv --output table
      one line a pair: events, first and last period, index at the end, tensest period
  zcat all.gz | detente panel - --every quarter --output json | jq .index)";

}  // namespace

void add_panel(CLI::App& program) {
  CLI::App* app = program.add_subcommand("panel", panel_description)->footer(panel_footer);
  const auto command = std::make_shared<PanelCommand>();
  add_files(*app, command->input);
  add_panel_scoring(*app, command->scoring);
  add_coding(*app, command->coding);
  add_periods(*app, command->periods);
  add_panel_bands(*app, command->uncertainty);
  add_reading(*app, command->input);
  add_resources(*app, command->input);
  add_output(*app, command->output);
  app->callback([command] { command->run(); });
}

}  // namespace detente::cli
