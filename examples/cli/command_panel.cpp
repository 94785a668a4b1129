#include <fmt/format.h>

#include <memory>
#include <optional>

#include "commands.hpp"
#include "console.hpp"
#include "detente/ground/error.hpp"
#include "detente/output/json/json_ranking.hpp"
#include "detente/output/page/ranking_page.hpp"
#include "detente/output/text/ranking_table.hpp"
#include "detente/questions/index/pair_histories.hpp"
#include "detente/questions/index/panel.hpp"
#include "form.hpp"
#include "input.hpp"
#include "kind.hpp"
#include "pairs_input.hpp"
#include "panel_options.hpp"
#include "panel_output.hpp"
#include "panel_parts.hpp"
#include "patience.hpp"
#include "progress.hpp"
#include "ranking_options.hpp"
#include "request.hpp"
#include "stopping.hpp"
#include "store_input.hpp"
#include "usage_error.hpp"

namespace detente::cli {
namespace {

struct PanelCommand {
  PanelOptions options;
  PartOptions parts;

  void run() {
    const Form form = checked_form(options);
    check(parts, options);
    if (parts.wanted()) return run_parts(parts, options, panel_text_in(form));
    DyadRows pairs;
    const std::vector<FileReport> files = read_pairs(pairs, options.input, options.coding, options.own_scores());
    const FileKind kind = kind_of(files, options.coding);
    PanelRequest request = request_for(options, kind);
    say_idle_volume(files, options.scoring, request.scoring.rules);
    take_totals(request.scoring, [&] { return pairs.totals(request.as_of); });
    say_roll_ups(roll_ups_by_rule(pairs.log(), pairs.rows_by_dyad(), pairs.actors()));
    if (pairs.size() == 0) throw InputError("no event between two different actors");
    if (options.ranking.wanted()) return rank(pairs, request, kind, files, form);
    write(pairs, request, panel_text_in(form));
  }

 private:
  void rank(const DyadRows& pairs, const PanelRequest& request, const FileKind& kind,
            const std::vector<FileReport>& files, Form form) const {
    RankingRequest asked = ranking_request(options.ranking, request, kind);
    asked.control.stop = stopping();
    Ranking found = ranked(pairs, asked);
    name_sources(found.provenance, files);
    say_unknown(found.unknown, request.scoring.codebook);
    if (found.with_index == 0)
      throw InputError(fmt::format("no pair has an event that counts by {}; see detente check", to_text(found.day)));
    if (found.ranked() == 0)
      say(fmt::format("note: nothing was reported of any pair lately on {}; --to says another day",
                      to_text(found.day)));
    if (!options.ranking.page.empty())
      deliver_file(ranking_page_html(found, histories_of(pairs, asked, found, request.every, request.from)),
                   options.ranking.page);
    const auto table = [](const Ranking& all) { return ranking_table(all); };
    deliver(text_in(form, found, {table, ranking_csv, ranking_json, "pairs"}), options.output);
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

  void write(const DyadRows& pairs, const PanelRequest& request, const PanelText& text) const {
    deliver_panel(text, request, options.output, [&](const auto& take) {
      Progress progress("scoring", "events");
      return panel(pairs, request,
                   {[&](const IndexSeries& series) { return outgoing_text(text, series, options.output); }, take,
                    [&](std::size_t done, std::size_t all) { progress.at(done, all); }});
    });
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
  zcat all.gz | detente panel - --every quarter --output json | jq .index
  detente panel gdelt/*.zip --work /scratch/panel --map 3/8
      the third of eight processes reads its share; then --score 1/8 to 8/8, and --merge for the panel (docs/scale.md;
      detente-mpi panel does all three by the ranks of MPI))";

}  // namespace

void add_panel(CLI::App& program) {
  CLI::App* app = program.add_subcommand("panel", panel_description)->footer(panel_footer);
  const auto command = std::make_shared<PanelCommand>();
  add_panel_options(*app, command->options);
  add_parts(*app, command->parts);
  app->callback([command, app] {
    command->parts.words = words_given(*app);
    take_choices(command->options.input, command->options.coding, &command->options.scoring);
    command->run();
  });
}

}  // namespace detente::cli
