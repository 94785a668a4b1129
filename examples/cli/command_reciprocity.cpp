#include <fmt/format.h>

#include <memory>

#include "commands.hpp"
#include "console.hpp"
#include "detente/fit/json/json_reciprocity.hpp"
#include "detente/fit/reciprocity.hpp"
#include "detente/fit/tables/reciprocity_table.hpp"
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

constexpr const char* reciprocity_group = "Answers";

TiePolicy ties_of(const std::string& text) {
  for (const TiePolicy policy : {TiePolicy::jitter, TiePolicy::strict, TiePolicy::sequential})
    if (text == to_text(policy)) return policy;
  throw_unknown_word("--ties", text);
}

/// Whether the option is the second of two words.
bool is_second(const std::string& option, const std::string& text) {
  const std::vector<std::string> words = words_of(option);
  if (text != words[0] && text != words[1]) throw_unknown_word(option, text);
  return text == words[1];
}

struct ReciprocityCommand {
  InputOptions input;
  CodingOptions coding;
  ScoringOptions scoring;
  OutputOptions output;
  std::string ties = "jitter", half_lives = "one", marks = "one";
  std::vector<std::string> observed, changes;
  std::uint32_t draws = ReciprocityOptions{}.draws, replicates = ReciprocityOptions{}.replicates;
  std::uint64_t seed = 1;

  void run() const {
    const Form form = form_of(output);
    const ReciprocityOptions options = options_of();
    (void)selection_of(scoring, coding);
    (void)scoring_for({});
    refuse_overlaps(files_read(input, coding, scoring), {{"--to-file", output.to_file}, {"--rejects", input.rejects}});
    const ReadResult read = read_files(input, options_for_one(input, scoring, coding));
    say_damage(read.files, input);
    const FileKind kind = kind_of(read.files, coding);
    const Selection selection = selection_of(scoring, completed(coding, kind));
    const Scoring how = scoring_for(kind);
    say_roll_ups(roll_ups_by_rule(read.log, selection.actors));
    const History history = prepare(read.log, selection, how, PeriodKind::day);
    say_unknown(history.coding.unknown, how.codebook);
    const Reciprocity found = answered(history.coding.acts, selection.dyad, options);
    const ReciprocityView view{found, selection.dyad, provenance(read, kind, selection, how)};
    deliver(text_in(form, view, {reciprocity_table, reciprocity_csv, reciprocity_json}), output);
  }

 private:
  Scoring scoring_for(const FileKind& kind) const {
    return scoring_of(completed(scoring, kind), completed(coding, kind), PeriodKind::month);
  }

  ReciprocityOptions options_of() const {
    ReciprocityOptions options;
    options.ties = ties_of(ties);
    options.draws = draws;
    options.seed = seed;
    options.shared_half_life = !is_second("--half-lives", half_lives);
    options.mark_by_points = is_second("--marks", marks);
    options.replicates = replicates;
    options.control.stop = stopping();
    for (const std::string& text : observed) {
      const Window window = window_of("--observed", text);
      options.windows.push_back({window.first, window.end - 1});
    }
    for (const std::string& text : changes) options.baseline_changes.push_back(begin_of("--change", text));
    return options;
  }

  static Reciprocity answered(std::span<const Act> acts, const Dyad& dyad, const ReciprocityOptions& options) {
    const Patience patience(
        fmt::format("fitting {} placings, testing with {} replicates", options.draws, options.replicates));
    return reciprocity(acts, dyad, options);
  }

  Provenance provenance(const ReadResult& read, const FileKind& kind, const Selection& selection,
                        const Scoring& how) const {
    Provenance p = provenance_of(selection, how);
    name_sources(p, read.files);
    p.model = fmt::format("hawkes ties={} draws={} half_lives={} marks={} replicates={} seed={}", ties, draws,
                          half_lives, marks, replicates, seed);
    p.scale.clear();  // there is no index
    p.assumptions = kind.assumptions;
    return p;
  }
};

constexpr const char* reciprocity_description =
    "Who answers whom? How many hostile acts of each side one hostile act of either side triggers, and how\n"
    "fast: a Hawkes process of two streams. It needs at least 100 hostile events of each side and refuses fewer.";

constexpr const char* reciprocity_footer = R"(
"COL answers USA 0.30" says that of ten hostile acts of the USA three are answered by Colombia. The column "under drift"
has the same with a background rate that may change about once a year: what disappears there was drift and no answer.
Three things that the numbers cannot know, and the output repeats them:
  - Days. Who came first on a day is not known. --ties jitter (default) draws many orders and adds their spread to the
    errors; strict lets no act answer one of the same day; sequential, for comparison, takes any order as true.
  - Drift. Acts that cluster because a crisis came and went look like answers. --change names days on which the rate
    may change.
  - Reporting. A gap in the coverage reads as calm. --observed names the days that were covered.

Examples:
  detente reciprocity levant.csv --dyad ISR:PAL --codebook gdelt --code-column cameo --one-a-day
      who answers whom, with tests; takes some seconds for a thousand events
  detente reciprocity levant.csv --dyad ISR:PAL --replicates 0 --output csv
      the four ratios alone, without the tests, which take most of the time
  detente reciprocity levant.csv --dyad ISR:PAL --observed 1985/1991-06 --observed 1992/2000 --change 1993-09
      one silence left out, and a baseline that may change in September 1993)";

void add_answers(CLI::App& app, ReciprocityCommand& command) {
  const auto word = [&](const char* name, std::string& value, const char* kind, const char* help) {
    app.add_option(name, value, help)->type_name(kind)->group(reciprocity_group)->capture_default_str();
  };
  const auto list = [&](const char* name, std::vector<std::string>& values, const char* kind, const char* help) {
    app.add_option(name, values, help)->type_name(kind)->group(reciprocity_group)->allow_extra_args(false);
  };
  const auto number = [&](const char* name, auto& value, const char* help) {
    app.add_option(name, value, help)
        ->type_name("N")
        ->group(reciprocity_group)
        ->check(not_whole)
        ->capture_default_str();
  };
  word("--ties", command.ties, "HOW", "order of the acts of one day: jitter, strict,\nsequential");
  number("--draws", command.draws, "random placings of the acts within their days under\njitter, at least 20");
  number("--replicates", command.replicates, "simulated histories of each test, at least 19; 0 leaves\nthe tests out");
  number("--seed", command.seed, "the same seed, the same answer");
  word("--half-lives", command.half_lives, "N", "of responses: one for all, or two, one for those to\neach side");
  word("--marks", command.marks, "WHAT", "one: every act triggers alike; points: a harsher act\ntriggers more");
  list("--observed", command.observed, "FROM/TO", "days that the reporting covers, TO exclusive; may be\nrepeated");
  list("--change", command.changes, "DAY", "a day on which the rates may change; may be repeated");
}

}  // namespace

void add_reciprocity(CLI::App& program) {
  CLI::App* app = program.add_subcommand("reciprocity", reciprocity_description)->footer(reciprocity_footer);
  const auto command = std::make_shared<ReciprocityCommand>();
  add_files(*app, command->input);
  add_acts(*app, command->scoring);
  add_answers(*app, *command);
  add_coding(*app, command->coding);
  add_reading(*app, command->input);
  add_output(*app, command->output);
  app->callback([command] { command->run(); });
}

}  // namespace detente::cli
