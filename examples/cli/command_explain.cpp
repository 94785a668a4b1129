#include <algorithm>
#include <memory>

#include "commands.hpp"
#include "console.hpp"
#include "detente/contracts/event_finder.hpp"
#include "detente/output/csv/csv.hpp"
#include "detente/output/json/json.hpp"
#include "detente/output/text/explain_table.hpp"
#include "detente/questions/change/attribution.hpp"
#include "form.hpp"
#include "input.hpp"
#include "kind.hpp"
#include "patience.hpp"
#include "request.hpp"
#include "store_input.hpp"
#include "usage_error.hpp"

namespace detente::cli {
namespace {

/// The two days between which the index moved; each means the end of that day.
struct Between {
  Day from, to;
};

Between between_of(const std::vector<std::string>& words) {
  if (words.size() != 2) throw UsageError("--between DAY DAY is needed, such as --between 2025-08 2025-09");
  const Between between{end_of("--between", words[0]), end_of("--between", words[1])};
  if (between.to <= between.from)
    throw_bad_value("--between", words[0] + " " + words[1], "the second day is after the first");
  return between;
}

/// A share of a change is only defined if the index of a day depends only on that day's level.
void refuse_looking_back(const Scoring& scoring) {
  if (scoring.scale.looks_back())
    throw UsageError("--scale " + to_text(scoring.scale) +
                     ": a change is explained on softsign or linear; the others compare a day with other days");
}

struct ExplainCommand {
  InputOptions input;
  CodingOptions coding;
  ScoringOptions scoring;
  std::string every;
  OutputOptions output;
  std::vector<std::string> between;
  std::optional<std::size_t> top;

  void run() const {
    const Form form = form_of(output);
    const Between days = between_of(between);
    if (form == Form::jsonl && top) throw_conflict("--top", "--output jsonl", "no line sums the others; use json");
    (void)selection_of(scoring, coding);
    refuse_looking_back(scoring_for({}));
    refuse_overlaps(files_read(input, coding, scoring), {{"--to-file", output.to_file}, {"--rejects", input.rejects}});
    const ReadResult read = read_files(input, options_for_one(input, scoring, coding));
    say_damage(read.files, input);
    const FileKind kind = kind_of(read.files, coding);
    const Selection selection = selection_of(scoring, completed(coding, kind));
    Scoring how = scoring_for(kind);
    say_roll_ups(roll_ups_by_rule(read.log, selection.actors));
    take_totals(how, read.log, selection);
    say_idle_volume(read.files, scoring, how.rules);
    say_idle_also({&read.log}, selection);
    const History history = prepare(read.log, selection, how, PeriodKind::day, days.from, days.to + 1);
    say_unknown(history.coding.unknown, how.codebook);
    const Patience patience("explaining");
    const Attribution found = attribute(history, how, days.from, days.to);
    deliver(text_of(read.log, found, selection.dyad, how, form), output);
  }

 private:
  Scoring scoring_for(const FileKind& kind) const {
    const ScoringOptions how = completed(scoring, kind);
    return scoring_of(how, completed(coding, kind), period_of_model(every, how));
  }

  static constexpr std::size_t everything = SIZE_MAX;

  std::string text_of(const EventLog& log, const Attribution& found, const Dyad& pair, const Scoring& how,
                      Form form) const {
    switch (form) {
      case Form::csv: return attribution_csv(log, found, pair, top.value_or(everything));
      case Form::json: return attribution_json(log, found, pair, top.value_or(everything));
      case Form::jsonl: return json_lines(attribution_json(log, found, pair), "events", {"from", "to"});
      case Form::table: break;
    }
    const EventFinder events(log);
    return explain_table(found, pair,
                         {.top = top.value_or(ExplainOptions{}.top), .codebook = &how.codebook, .events = &events});
  }
};

constexpr const char* explain_description =
    "Which events moved the index between two days? Every point of the change is given to single events:\n"
    "new acts, the fading of old ones, measures in force, and their release. The lines add up exactly.";

constexpr const char* explain_footer = R"(
A period stands for its last day: --between 2025-08 2025-09 is the change from the end of August to the end of September.
The table shows 10 events unless --top says otherwise, CSV and JSON show all; what is not shown is summed on a line.

Examples:
  detente explain us_colombia_2025_2026.csv --dyad USA:COL --between 2025-08-31 2025-10-31
      why autumn 2025 was so tense
  detente explain us_colombia_2025_2026.csv --dyad USA:COL --between 2026-01 2026-02 --top 5
      what brought February 2026 down, the five largest parts
  detente explain us_colombia_article.csv --dyad USA:COL --between 2025-08 2025-09 --output csv --to-file september.csv)";

}  // namespace

void add_explain(CLI::App& program) {
  CLI::App* app = program.add_subcommand("explain", explain_description)->footer(explain_footer);
  const auto command = std::make_shared<ExplainCommand>();
  add_files(*app, command->input);
  add_store(*app, command->input);
  app->add_option("--between", command->between, "from the end of one day to the end of another (needed)")
      ->type_name("DAY DAY")
      ->expected(2);
  app->add_option("--top", command->top, "events shown one by one; the others are summed")
      ->type_name("N")
      ->check(not_whole)
      ->default_str(std::to_string(ExplainOptions{}.top));
  add_scoring(*app, command->scoring);
  add_model_period(*app, command->every);
  add_ending(*app, command);
  app->callback([command] {
    take_choices(command->input, command->coding, &command->scoring);
    command->run();
  });
}

}  // namespace detente::cli
