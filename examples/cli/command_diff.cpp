#include <memory>

#include "commands.hpp"
#include "console.hpp"
#include "detente/output/json/json_diff.hpp"
#include "detente/output/text/diff_table.hpp"
#include "detente/questions/coding/coder_diff.hpp"
#include "form.hpp"
#include "input.hpp"
#include "kind.hpp"
#include "patience.hpp"
#include "request.hpp"
#include "usage_error.hpp"

namespace detente::cli {
namespace {

struct DiffCommand {
  InputOptions input;
  CodingOptions coding;
  ScoringOptions scoring;
  std::string every;
  OutputOptions output;

  void run() const {
    if (input.files.size() != 2) throw UsageError("two files are compared: detente diff MINE.csv YOURS.csv --dyad A:B");
    const Form form = form_of(output);
    (void)selection_of(scoring, coding);
    refuse_totals(scoring_for({}), "two histories", "each has totals of its own; denominator=dyad needs none");
    refuse_overlaps(files_read(input, coding, scoring), {{"--to-file", output.to_file}, {"--rejects", input.rejects}});
    refuse_shared_rejects();
    const ReadResult left = read_one(input.files[0]);
    const ReadResult right = read_one(input.files[1]);
    const std::vector<FileReport> files{left.files[0], right.files[0]};
    const FileKind kind = kind_of(files, coding);
    const Selection selection = selection_of(scoring, completed(coding, kind));
    const Scoring how = scoring_for(kind);
    say_idle_volume(files, scoring, how.rules);
    say_idle_also({&left.log, &right.log}, selection);
    const Patience patience("comparing");
    const CoderDiff diff = coder_diff(left.log, right.log, selection, how);
    const DiffView view{diff, left.log, right.log, input.files[0], input.files[1], selection.dyad};
    const auto table = [](const DiffView& all) { return diff_table(all); };
    deliver(text_in(form, view, {table, diff_csv, diff_json, "differences"}), output);
  }

 private:
  Scoring scoring_for(const FileKind& kind) const {
    const ScoringOptions how = completed(scoring, kind);
    return scoring_of(how, completed(coding, kind), period_of_model(every, how));
  }

  /// The two are read separately, so the second would replace the rejects of the first.
  void refuse_shared_rejects() const {
    if (!input.rejects.empty()) throw_conflict("--rejects", "two histories", "run detente check on each file");
  }

  ReadResult read_one(const std::string& file) const {
    InputOptions one = input;
    one.files = {file};
    if (one.sources.size() > 1) one.sources = {input.sources[file == input.files[0] ? 0 : 1]};
    ReadResult read = read_files(one, options_for_one(one, scoring, coding));
    say_damage(read.files, input);
    return read;
  }
};

constexpr const char* diff_description =
    "Where do two coders differ, and does it matter? Pairs the events of two histories of one relation and\n"
    "says, for every difference, by how many points it moves the first one's index on the day it does most.";

constexpr const char* diff_footer = R"(
Examples:
  detente diff us_colombia_2025_2026.csv us_colombia_article.csv --dyad USA:COL
      a year coded from news pages against one article with vague dates
  detente diff anna.csv ben.csv --dyad USA:COL --output csv --to-file to_discuss.csv)";

}  // namespace

void add_diff(CLI::App& program) {
  CLI::App* app = program.add_subcommand("diff", diff_description)->footer(diff_footer);
  const auto command = std::make_shared<DiffCommand>();
  add_files(*app, command->input);
  add_scoring(*app, command->scoring);
  add_model_period(*app, command->every);
  add_coding(*app, command->coding);
  add_reading(*app, command->input);
  add_output(*app, command->output);
  app->callback([command] { command->run(); });
}

}  // namespace detente::cli
