#include "options.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "detente/ground/number.hpp"
#include "detente/ground/threads.hpp"
#include "detente/questions/doubt/bands.hpp"
#include "detente/readers/read_events.hpp"
#include "option_words.hpp"

namespace detente::cli {
namespace {

/// An option of a group, with the kind of value it takes and its default, if it has one, in the help.
template <class T>
CLI::Option* add(CLI::App& app, const char* group, const std::string& name, T& value, const char* kind,
                 const std::string& help) {
  return app.add_option(name, value, help)->type_name(kind)->group(group);
}
CLI::Option* add_word(CLI::App& app, const char* group, const std::string& name, std::string& value, const char* kind,
                      const std::string& help) {
  CLI::Option* option = add(app, group, name, value, kind, help);
  return value.empty() ? option : option->capture_default_str();
}

constexpr const char* reading = "Reading";
constexpr const char* coding = "Coding";
constexpr const char* scoring = "Scoring";
constexpr const char* showing = "Periods";
constexpr const char* doubt = "Uncertainty";
constexpr const char* output = "Output";

std::string not_threads(const std::string& text) {
  std::string wrong = not_whole(text);
  if (wrong.empty() && static_cast<std::uint64_t>(*parse_whole(text)) > most_threads)
    wrong = fmt::format("{} is more than {} threads; by default there is one for each core", text, most_threads);
  return wrong;
}

}  // namespace

std::string not_whole(const std::string& text) {
  const auto number = parse_whole(text);
  return number && *number >= 0 ? std::string() : text + " is not a whole number from 0";
}

void add_files(CLI::App& app, InputOptions& options) {
  app.add_option("FILE", options.files, "event files, read in this order; - is standard input")->type_name("");
}

void add_store(CLI::App& app, InputOptions& options) {
  add_word(app, reading, "--store", options.store, "FILE.db", "the events of a store, in place of FILE");
  add_word(app, reading, "--received-by", options.received_by, "WHEN",
           "of a store, only what it had by the end of this day,\nby this moment (2026-01-05T14:30, UTC), or after "
           "the\nbatch of this number");
}

void add_reading(CLI::App& app, InputOptions& options) {
  add_word(app, reading, "--format", options.format, "NAME",
           fmt::format("{};\nauto goes by the file's beginning", fmt::join(format_names(), ", ")));
  app.add_option("--source", options.sources,
                 "whose ids these are: one name for all files, or once\nfor each; by default the family's, or nobody's")
      ->group(reading)
      ->type_name("NAME")
      ->allow_extra_args(false);
  add_word(app, reading, "--code-column", options.code_column, "NAME", "the column that holds the code");
  add_word(app, reading, "--dates", options.dates, "LAYOUT",
           "how a chronology's dates are written: words (25 Oct\n2021, late 2017), dmy (25/10/2021), mdy (10/25/2021)");
  add_word(app, reading, "--columns", options.columns, "LAYOUT",
           "columns that your file names differently:\n'date=Event Date,source=Sender'; a value for all\nrows: "
           "'target==IND'; a date in two: 'from=…,to=…'");
  add_word(app, reading, "--separator", options.separator, "CHAR",
           "what stands between a chronology's fields, or tab;\nby default what fits its header");
  add(app, reading, "--max-rejects", options.max_rejects, "N", "give up (exit 3) if more rows than this are rejected")
      ->check(not_whole);
  add_word(app, reading, "--rejects", options.rejects, "FILE", "write rejected rows to this file, as they stand");
}

void add_coding(CLI::App& app, CodingOptions& options) {
  add_word(app, coding, "--codebook", options.codebook, "NAME",
           "plain, gdelt, icews, keds2007, weis, plover, acled,\nucdp, or your own FILE.csv; by default that of "
           "the\nfiles' format");
  add_word(app, coding, "--actors", options.actors, "FILE.csv",
           "who counts as whom: columns actor,parent, optionally\nfrom,to, and label, the name that people read");
  add_word(app, coding, "--roll-up", options.roll_up, "RULE",
           "actors that no table names: cameo (by the first three letters of\ntheir code), governments (\"Military "
           "Forces of India\" is IND) or none\n(default by format)");
  add_word(app, coding, "--as-of", options.as_of, "DAY", "only what was reported by the end of this day");
}

void add_status(CLI::App& app, std::string& status) {
  add_word(app, scoring, "--status", status, "STATUS=P,...",
           "probability that an act of this status occurred:\n'disputed=0.4,alleged=0.8'");
}

namespace {

/// Which acts count, and what each is worth.
void add_acts_of_a_pair(CLI::App& app, ScoringOptions& options) {
  add_word(app, scoring, "--issue", options.issue, "NAME", "only events of this issue");
  add_word(app, scoring, "--scores", options.scores, "WHOSE",
           "file: a row's own score wins over the codebook's\n(default for chronologies); codebook: a row's own\nscore "
           "is ignored (default otherwise)");
  add_status(app, options.status);
  app.add_flag_callback(
         "--one-a-day", [&options] { options.one_a_day = true; },
         "of events alike in day, actors and code, keep one\n(default for machine-coded events)")
      ->group(scoring);
  app.add_flag_callback(
         "--no-one-a-day", [&options] { options.one_a_day = false; }, "keep all of them")
      ->group(scoring)
      ->excludes("--one-a-day");
}

/// How much an event counts.
void add_weights(CLI::App& app, ScoringOptions& options) {
  add_word(app, scoring, "--mirrors", options.mirrors, "HOW",
           "once: a meeting coded from both sides is one\n(default for machine-coded events); twice: it is two;\nany: "
           "a code that both sides have on one day is one");
  add_word(app, scoring, "--mentions", options.mentions, "HOW",
           "weight of an event with n mentions: one (default),\nlog (default where the model requires it), count");
  add_word(app, scoring, "--volume", options.volume, "WHOSE",
           "divide by the day's news volume: none, log (of all\nevents), dyad, or FILE.csv with columns date,total");
}

/// How acts become an index.
void add_model(CLI::App& app, ScoringOptions& options) {
  add_word(app, scoring, "--direction", options.direction, "WAY",
           "forward is what A does to B, backward what B does\nto A; both is their mean,\nor of two_speed what both do "
           "together");
  add_word(app, scoring, "--model", options.model, "'NAME KEY=VALUE'",
           "see detente models list; by default decayed_sum for\nchronologies, two_speed for all other events, "
           "with\nthe profile (rho, kappa) of their source");
  add_word(app, scoring, "--scale", options.scale, "NAME",
           "softsign (default for sums), 'softsign kappa=20',\nlinear (default for means and latent levels),\n'linear "
           "slope=6' (default for two_speed), relative,\nzscore, percentile");
  add_word(app, scoring, "--base", options.base, "FROM/TO", "base window of --scale relative; TO is exclusive");
  add_weights(app, options);
}

void add_scoring_of_a_pair(CLI::App& app, ScoringOptions& options) {
  add_acts_of_a_pair(app, options);
  add(app, scoring, "--also", options.also, "A:B=WEIGHT",
      "count this other dyad's events too, such as\nUSA:VEN=0.3; may be repeated; with a weight below 0,\ncooperation "
      "there strains the pair")
      ->allow_extra_args(false);
  add_model(app, options);
}

}  // namespace

void add_acts(CLI::App& app, ScoringOptions& options) {
  add_word(app, scoring, "--dyad", options.dyad, "A:B", "whose relation, such as USA:COL (needed)");
  add_acts_of_a_pair(app, options);
}

void add_scoring(CLI::App& app, ScoringOptions& options, std::vector<std::string>& dyads) {
  app.add_option("--dyad", dyads,
                 "whose relation, such as USA:COL (needed); may be\nrepeated, for several side by side")
      ->group(scoring)
      ->type_name("A:B")
      ->allow_extra_args(false);
  add_scoring_of_a_pair(app, options);
}

void add_scoring(CLI::App& app, ScoringOptions& options) {
  add_word(app, scoring, "--dyad", options.dyad, "A:B", "whose relation, such as USA:COL (needed)");
  add_scoring_of_a_pair(app, options);
}

void add_panel_scoring(CLI::App& app, ScoringOptions& options) {
  add_acts_of_a_pair(app, options);
  add_model(app, options);
}

void add_calibration(CLI::App& app, std::string& calibration) {
  add_word(app, scoring, "--calibration", calibration, "FILE.csv",
           "what a level has meant, as detente calibrate writes\nit; by default that of KEDS Levant, where it holds");
}

void add_rules(CLI::App& app, ScoringOptions& options) {
  add_acts_of_a_pair(app, options);
  add_weights(app, options);
}

void add_shown_periods(CLI::App& app, PeriodOptions& options) {
  add_word(app, showing, "--every", options.every, "PERIOD", fmt::format("{}", fmt::join(words_of("--every"), ", ")))
      ->default_str("month");
  add_word(app, showing, "--from", options.from, "DAY", "first day shown: 2025-09-26, or a period: 2025-09");
  add_word(app, showing, "--to", options.to, "DAY",
           "day after the last one shown, or a period that is\nno longer shown");
}

void add_delta(CLI::App& app, PeriodOptions& options) {
  add(app, showing, "--delta", options.delta, "POINTS", "change of heat that makes an escalation or a thaw")
      ->default_str("5");
}

void add_periods(CLI::App& app, PeriodOptions& options) {
  add_shown_periods(app, options);
  add_word(app, showing, "--at", options.at, "WHEN", "a period's value: that of its end, the mean, the peak");
}

void add_episode_options(CLI::App& app, EpisodeOptions& options) {
  add_word(app, showing, "--of", options.path, "PATH",
           "what rises and falls: heat, or level with the measures in force");
  add_word(app, showing, "--change-in", options.change_in, "WHAT",
           "what shifts for good: mean, variance, both, or\nrate of acts");
  add_word(app, showing, "--penalty", options.penalty, "RULE",
           "what a cut must be worth: mbic, bic, aic, or a\nnumber");
  add(app, showing, "--residual", options.residual, "T", "how many standard deviations are a jump")->default_str("3");
  add(app, doubt, "--draws", options.draws, "N", "draws behind the agreement, from 20; 0: none")
      ->check(not_whole)
      ->default_str("200");
  add(app, doubt, "--seed", options.seed, "N", "the same seed, the same agreement")->check(not_whole)->default_str("1");
}

void add_vintage_days(CLI::App& app, std::vector<std::string>& days) {
  add(app, showing, "--vintage", days, "DAY",
      "a day, or the end of a period, on which to look at what\nwas known; may be repeated; by default the end of "
      "every\nperiod")
      ->allow_extra_args(false);
}

void add_vintages_flag(CLI::App& app, bool& vintages) {
  app.add_flag("--vintages", vintages,
               "beside each value, what was published when its\nperiod ended, before later reports")
      ->group(showing);
}

void add_difference_bands(CLI::App& app, UncertaintyOptions& options) {
  add_panel_bands(app, options);
  app.get_option("--bands")->default_str(shortest(BandOptions().coverage));
  app.add_flag("--no-bands", options.no_bands, "no coding band")->group(doubt);
}

void add_uncertainty(CLI::App& app, UncertaintyOptions& options) {
  add_difference_bands(app, options);
  app.add_flag("--sensitivity", options.sensitivity,
               "also the envelope over our own choices (half-lives,\nscores, scale); a page has it anyway")
      ->group(doubt);
}

void add_panel_bands(CLI::App& app, UncertaintyOptions& options) {
  const BandOptions usual;
  add(app, doubt, "--bands", options.bands, "COVERAGE", "share of the draws inside the coding band");
  add(app, doubt, "--draws", options.draws, "N", "draws behind the band")
      ->check(not_whole)
      ->default_str(std::to_string(usual.draws));
  add(app, doubt, "--seed", options.seed, "N", "the same seed, the same band")
      ->check(not_whole)
      ->default_str(std::to_string(usual.seed));
}

void add_model_period(CLI::App& app, std::string& every) {
  add_word(app, scoring, "--every", every, "PERIOD",
           "the period of a period model: day, week, month\n(default), quarter or year, as index and panel have it");
}

void add_threads(CLI::App& app, InputOptions& options) {
  add(app, reading, "--threads", options.threads, "N", "cores to use; by default all")->check(not_threads);
}

void add_resources(CLI::App& app, InputOptions& options) {
  add_word(app, reading, "--memory", options.memory, "SIZE",
           "past this much (500M, 2G) rows go to a temporary\nfile; the result is the same");
  add_threads(app, options);
}

void add_output(CLI::App& app, OutputOptions& options) {
  add_word(app, output, "--output", options.format, "FORM", "table, csv, json, or jsonl: JSON, an object a line");
  add_word(app, output, "--to-file", options.to_file, "FILE", "write the result there; - is standard output");
  app.add_flag(
         "--csv-safe", options.csv_safe,
         "for a CSV that a spreadsheet opens: text that begins\nwith = + - or @ gets an apostrophe before it and is\n"
         "no formula then; numbers stay as they are")
      ->group(output);
}

void add_pictures(CLI::App& app, PictureOptions& options) {
  add_word(app, output, "--chart", options.chart, "FILE",
           "also draw the index, its band and the measures:\nFILE.svg, or FILE.png where rsvg-convert is found");
  add_word(app, output, "--page", options.page, "FILE.html",
           "also write a page with everything: chart, events,\nsources, assumptions, how to cite it");
  add_word(app, output, "--title", options.title, "TEXT",
           "the heading of the page, and what the chart names\nin place of the pair");
}

}  // namespace detente::cli
