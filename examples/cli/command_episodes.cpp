#include <fmt/format.h>
#include <fmt/ranges.h>

#include <memory>

#include "commands.hpp"
#include "console.hpp"
#include "detente/ground/number.hpp"
#include "detente/output/json/json_episodes.hpp"
#include "detente/output/text/episodes_table.hpp"
#include "detente/questions/change/episode_report.hpp"
#include "form.hpp"
#include "input.hpp"
#include "kind.hpp"
#include "option_words.hpp"
#include "patience.hpp"
#include "request.hpp"
#include "stopping.hpp"
#include "usage_error.hpp"

namespace detente::cli {
namespace {

struct ChangeWord {
  const char* word;
  ChangeIn change;
};
constexpr ChangeWord change_words[]{{"mean", ChangeIn::mean},
                                    {"variance", ChangeIn::variance},
                                    {"both", ChangeIn::mean_and_variance},
                                    {"rate", ChangeIn::rate}};

struct PenaltyWord {
  const char* word;
  PenaltyRule rule;
};
constexpr PenaltyWord penalty_words[]{
    {"mbic", PenaltyRule::mbic}, {"bic", PenaltyRule::bic}, {"aic", PenaltyRule::aic}};

ChangeIn change_of(const std::string& text) {
  for (const ChangeWord& each : change_words)
    if (text == each.word) return each.change;
  throw_bad_value("--change-in", text, "is " + one_of(words_of("--change-in")));
}

/// A name, or a number as a penalty of one's own.
void set_penalty(ChangePointOptions& options, const std::string& text) {
  for (const PenaltyWord& each : penalty_words)
    if (text == each.word) {
      options.penalty = each.rule;
      return;
    }
  const auto value = parse_number(text);
  if (!value || !(*value >= 0))
    throw_bad_value("--penalty", text,
                    fmt::format("is {}, or a number from 0", fmt::join(words_of("--penalty"), ", ")));
  options.penalty = PenaltyRule::value;
  options.penalty_value = *value;
}

struct EpisodesCommand {
  InputOptions input;
  CodingOptions coding;
  ScoringOptions scoring;
  PeriodOptions periods;
  OutputOptions output;
  EpisodeOptions episodes;

  void run() const {
    const Form form = form_of(output);
    (void)request_for({});
    refuse_overlaps(files_read(input, coding, scoring), {{"--to-file", output.to_file}, {"--rejects", input.rejects}});
    const ReadResult read = read_files(input, options_for_one(input, scoring, coding));
    say_damage(read.files, input);
    const FileKind kind = kind_of(read.files, coding);
    EpisodeRequest request = request_for(kind);
    say_roll_ups(roll_ups_by_rule(read.log, request.selection.actors));
    take_totals(request.scoring, read.log, request.selection);
    say_idle_volume(read.files, scoring, request.scoring.rules);
    say_idle_also({&read.log}, request.selection);
    EpisodeReport report = reported(read, request);
    say_unknown(report.unknown, request.scoring.codebook);
    name_sources(report.provenance, read.files);
    auto& assumptions = report.provenance.assumptions;
    assumptions.insert(assumptions.begin(), kind.assumptions.begin(), kind.assumptions.end());
    const auto table = [](const EpisodeReport& all) { return episodes_table(all); };
    deliver(text_in(form, report, {table, episodes_csv, episodes_json, "phases"}), output);
  }

 private:
  EpisodeRequest request_for(const FileKind& kind) const {
    const ScoringOptions how = completed(scoring, kind);
    EpisodeRequest request{.selection = selection_of(how, completed(coding, kind)),
                           .scoring = scoring_of(how, completed(coding, kind), PeriodKind::month)};
    request.shifts.every = every_of(periods, how);
    if (!periods.from.empty()) request.from = begin_of("--from", periods.from);
    if (!periods.to.empty()) request.to = begin_of("--to", periods.to);
    request.phases.delta = periods.delta.value_or(request.phases.delta);
    const auto chosen = parse_phase_path(episodes.path);
    if (!chosen) throw_bad_value("--of", episodes.path, "is " + one_of(words_of("--of")));
    request.phases.path = *chosen;
    request.shifts.change.change_in = change_of(episodes.change_in);
    set_penalty(request.shifts.change, episodes.penalty);
    request.shifts.least_residual = episodes.residual.value_or(request.shifts.least_residual);
    set_draws(request);
    return request;
  }

  void set_draws(EpisodeRequest& request) const {
    request.agreement->control.stop = stopping();
    if (episodes.draws) request.agreement->draws = *episodes.draws;
    if (episodes.seed) request.agreement->seed = *episodes.seed;
    if (episodes.draws == 0U) request.agreement.reset();
  }

  static EpisodeReport reported(const ReadResult& read, const EpisodeRequest& request) {
    const Patience patience("looking for episodes");
    return episode_report(read.log, request);
  }
};

constexpr const char* episodes_description =
    "Since when? Escalations, thaws and silence, each with what moved the index; the months in which the\n"
    "relation became another one; and the days on which it jumped.";

constexpr const char* episodes_footer = R"(
A phase is a rise or fall of heat by 5 points or more (--delta; --of level takes measures in force too). What it is
called is judged by the index over the same days, as explain splits it: a fall is a thaw if acts, measures and releases
supply at least half of it, else cooling by silence; a rise is an escalation, or warmth fading. In easing heat rises
and the index does not, in hardening heat falls and the index does not. Models without heat borrow decayed_sum's.

A shift for good is sought in the mean score of what was reported, period by period, and never in the index, which is
smoothed. The penalty says how much better a cut must fit (--penalty mbic, bic, aic, or a number); it grows with the
autocorrelation of the series. Periods without an act are left out: silence is not calm.

Examples:
  detente episodes us_colombia_2025_2026.csv --dyad USA:COL
  detente episodes australia_china_2017_2024.csv --dyad AUS:CHN --every quarter --of level
      the long swings, measures included, and quarters that changed for good
  detente episodes keds.tsv --dyad ISR:LBN --change-in rate --output json)";

}  // namespace

void add_episodes(CLI::App& program) {
  CLI::App* app = program.add_subcommand("episodes", episodes_description)->footer(episodes_footer);
  const auto command = std::make_shared<EpisodesCommand>();
  add_files(*app, command->input);
  add_shown_periods(*app, command->periods);
  add_delta(*app, command->periods);
  add_episode_options(*app, command->episodes);
  add_scoring(*app, command->scoring);
  add_ending(*app, command);
}

}  // namespace detente::cli
