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
#include "detente/output/json/json_ranking.hpp"
#include "detente/output/page/ranking_page.hpp"
#include "detente/output/text/panel_table.hpp"
#include "detente/output/text/ranking_table.hpp"
#include "detente/questions/index/pair_histories.hpp"
#include "detente/questions/index/panel.hpp"
#include "form.hpp"
#include "input.hpp"
#include "kind.hpp"
#include "pairs_input.hpp"
#include "patience.hpp"
#include "progress.hpp"
#include "ranking_options.hpp"
#include "request.hpp"
#include "stopping.hpp"
#include "store_input.hpp"
#include "usage_error.hpp"

namespace detente::cli {
namespace {

/// A panel as text, piece by piece.
struct PanelText {
  std::string head;
  std::string (*form)(const IndexSeries& series);
};

PanelText panel_text_in(Form form) {
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
  RankingOptions ranking;
  OutputOptions output{.format = "", .to_file = {}, .csv_safe = false};

  void run() {
    if (output.format.empty()) output.format = ranking.wanted() ? "table" : "csv";
    const Form form = form_of(output);
    check_ranking(ranking, periods, uncertainty);
    (void)panel_request(completed(scoring, {}), completed(coding, {}), periods, uncertainty);  // before a long read
    std::vector<NamedFile> read = files_read(input, coding, scoring);
    read.push_back({"--calibration", ranking.calibration});
    refuse_overlaps(read, {{"--to-file", output.to_file}, {"--rejects", input.rejects}, {"--page", ranking.page}});
    (void)actors_of(coding);
    DyadRows pairs;
    const std::vector<FileReport> files = read_pairs(pairs, input, coding, scoring.scores != "codebook");
    const FileKind kind = kind_of(files, coding);
    PanelRequest request = panel_request(completed(scoring, kind), completed(coding, kind), periods, uncertainty);
    request.threads = input.threads.value_or(0);
    request.assumptions = kind.assumptions;
    request.control.stop = stopping();
    say_idle_volume(files, scoring, request.scoring.rules);
    take_totals(request.scoring, [&] { return pairs.totals(request.as_of); });
    say_roll_ups(roll_ups_by_rule(pairs.log(), pairs.rows_by_dyad(), pairs.actors()));
    if (pairs.size() == 0) throw InputError("no event between two different actors");
    if (ranking.wanted()) return rank(pairs, request, kind, files, form);
    write(pairs, request, panel_text_in(form));
  }

 private:
  void rank(const DyadRows& pairs, const PanelRequest& request, const FileKind& kind,
            const std::vector<FileReport>& files, Form form) const {
    RankingRequest asked = ranking_request(ranking, request, kind);
    asked.control.stop = stopping();
    Ranking found = ranked(pairs, asked);
    name_sources(found.provenance, files);
    say_unknown(found.unknown, request.scoring.codebook);
    if (found.with_index == 0)
      throw InputError(fmt::format("no pair has an event that counts by {}; see detente check", to_text(found.day)));
    if (found.ranked() == 0)
      say(fmt::format("note: nothing was reported of any pair lately on {}; --to says another day",
                      to_text(found.day)));
    if (!ranking.page.empty())
      deliver_file(ranking_page_html(found, histories_of(pairs, asked, found, request.every, request.from)),
                   ranking.page);
    const auto table = [](const Ranking& all) { return ranking_table(all); };
    deliver(text_in(form, found, {table, ranking_csv, ranking_json, "pairs"}), output);
    say(fmt::format("{} of {} pairs compared on {}; {}", found.with_index, pairs.size(), to_text(found.day),
                    made_by(request.scoring)));
  }

  /// The library's words for a ranking that cannot be, in those of the options.
  static Ranking ranked(const DyadRows& pairs, const RankingRequest& asked) {
    const Patience patience("scoring");
    const auto why = asked.by == RankBy::risk ? why_no_risk(pairs, asked) : std::nullopt;
    if (why) throw_bad_value("--sort", "risk", *why);
    return rank_pairs(pairs, asked);
  }

  static std::string made_by(const Scoring& scoring) {
    const auto& profile = scoring.profile;
    return fmt::format("model {}{}; codebook {}; {}", scoring.model.text(),
                       profile ? ", source profile " + to_text(*profile) : "", scoring.codebook.name(),
                       to_text(scoring.rules));
  }

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
    say(fmt::format("{} pairs, {} events, {} rows; {}", summary.pairs, summary.events, summary.rows,
                    made_by(request.scoring)));
    if (const auto warm = warm_from(request.scoring))
      say(fmt::format("until {} the model warms up and reads low", to_text(*warm)));
  }
};

constexpr const char* panel_description =
    "How tense is every relation? The index of every pair in the files by period: what index prints for one, for all\n"
    "of them, on all cores. Pairs come in the order of their names, and the same input gives the same bytes. With "
    "--top,\n"
    "--sort or --since: who is tensest, who moved most, and by which acts.";

constexpr const char* panel_footer = R"(
Machine-coded files are filtered to one event a day and mirrors once, and scored by their own family's weights and
two_speed with the profile of their source, unless you say otherwise. Bands, a thousand draws a pair, need --bands.

A ranking compares pairs at the end of one day: the last one reported, or that before --to. Silence is not calm: pairs
with next to nothing reported of them have no rank and come last, a few of them, with the reason.

Examples:
  detente panel 20191024143000.export.CSV.zip > panel.csv
  detente panel 2019*.zip --model 'decayed_sum half_life_verbal=30' --every week --to-file panel.csv
  detente panel gdelt/*.zip --memory 2G --threads 8 --to-file panel.csv
      more events than fit in memory: rows go to a temporary file past 2 GB, the result is the same
  detente panel keds.tsv --output table
      one line a pair: events, first and last period, index at the end, tensest period
  detente panel 2019*.zip --top 20 --sort change --since 2019-10-18
      which pairs moved most this week, which acts did it, and what silence did
  detente panel keds.tsv --top 50 --page levant.html
      the tensest pairs, and a page with all of them over time
  zcat all.gz | detente panel - --every quarter --output json | jq .index)";

}  // namespace

void add_panel(CLI::App& program) {
  CLI::App* app = program.add_subcommand("panel", panel_description)->footer(panel_footer);
  const auto command = std::make_shared<PanelCommand>();
  add_files(*app, command->input);
  add_store(*app, command->input);
  add_panel_scoring(*app, command->scoring);
  add_coding(*app, command->coding);
  add_periods(*app, command->periods);
  add_panel_bands(*app, command->uncertainty);
  add_ranking(*app, command->ranking);
  add_reading(*app, command->input);
  add_resources(*app, command->input);
  add_output(*app, command->output);
  app->get_option("--output")->default_str("csv; table for a ranking");
  app->callback([command] {
    take_choices(command->input, command->coding, &command->scoring);
    command->run();
  });
}

}  // namespace detente::cli
