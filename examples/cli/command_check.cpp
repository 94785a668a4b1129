#include <fmt/format.h>

#include <memory>
#include <numeric>

#include "commands.hpp"
#include "console.hpp"
#include "detente/ground/error.hpp"
#include "detente/output/csv/csv.hpp"
#include "detente/output/json/json_audit.hpp"
#include "detente/output/text/check_table.hpp"
#include "detente/questions/coding/audit.hpp"
#include "form.hpp"
#include "input.hpp"
#include "kind.hpp"
#include "request.hpp"
#include "store_input.hpp"

namespace detente::cli {
namespace {

struct CheckCommand {
  InputOptions input;
  CodingOptions coding;
  std::string status;
  OutputOptions output;

  void run() const {
    const Form form = form_of(output);
    (void)codebook_of(completed(coding, {}));
    (void)actors_of(coding);
    const std::optional<Day> day = as_of(coding);
    const StatusWeights weights = status_weights_of(status);
    refuse_overlaps(files_read(input, coding), {{"--to-file", output.to_file}, {"--rejects", input.rejects}});
    const ReadResult read = read_all();
    const CodingOptions how = completed(coding, kind_of(read.files, coding));
    const Codebook codebook = codebook_of(how);
    const ActorTable actors = actors_of(how);
    say_dates(read.files, input);
    deliver(text_of(read, audit(read.log, codebook, actors, day, weights), form), output);
    refuse_past_limit(read);
  }

 private:
  /// The report comes first and then the verdict. Machine-coded events are counted and not listed one by one.
  ReadResult read_all() const {
    InputOptions all = input;
    all.max_rejects.reset();
    ReadOptions options = read_options(all);
    options.provenance_of = [](std::string_view, std::string_view) { return false; };
    return read_files(all, options);
  }

  void refuse_past_limit(const ReadResult& read) const {
    const std::size_t rejected =
        std::accumulate(read.files.begin(), read.files.end(), std::size_t{0},
                        [](std::size_t sum, const FileReport& file) { return sum + rejected_rows(file); });
    if (input.max_rejects && rejected > *input.max_rejects)
      throw InputError(fmt::format("rejected rows: {}; --max-rejects allows {}", rejected, *input.max_rejects));
  }

  static std::string text_of(const ReadResult& read, const Audit& audit, Form form) {
    switch (form) {
      case Form::csv: return check_csv(read.files);
      case Form::json: return check_json(read.files, audit);
      case Form::jsonl: return json_lines(check_json(read.files, audit), "files");
      case Form::table: break;
    }
    return check_table(read.files, audit);
  }
};

constexpr const char* check_description =
    "Is a file fit to be scored? Reads only: what became of every row, then what a coder should look at:\n"
    "unknown terms, measures still open, closings of nothing, scheduled events past their day, duplicates.";

constexpr const char* check_footer = R"(
Ends with 0 whatever it finds, unless --max-rejects says otherwise. JSON has everything; CSV counts rows by reason.

Examples:
  detente check us_colombia_2025_2026.csv
  detente check us_colombia_2025_2026.csv --as-of 2025-12-31
      as the file stood at the end of that year: which measures were open, and for how long
  detente check us_colombia_article.csv us_colombia_2025_2026.csv --output json
  detente check notes.csv --max-rejects 0 --rejects bad_rows.csv
      for scripts: exit code 3 if any row is rejected, and those rows in a file of their own)";

}  // namespace

void add_check(CLI::App& program) {
  CLI::App* app = program.add_subcommand("check", check_description)->footer(check_footer);
  const auto command = std::make_shared<CheckCommand>();
  add_files(*app, command->input);
  add_store(*app, command->input);
  add_coding(*app, command->coding);
  add_status(*app, command->status);
  add_reading(*app, command->input);
  add_threads(*app, command->input);
  add_output(*app, command->output);
  app->callback([command] {
    take_choices(command->input, command->coding, nullptr);
    command->run();
  });
}

}  // namespace detente::cli
