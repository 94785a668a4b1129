#include <memory>

#include "commands.hpp"
#include "console.hpp"
#include "detente/output/json/json_vintages.hpp"
#include "detente/output/text/vintages_table.hpp"
#include "detente/questions/change/vintages.hpp"
#include "form.hpp"
#include "input.hpp"
#include "kind.hpp"
#include "patience.hpp"
#include "request.hpp"
#include "stopping.hpp"
#include "usage_error.hpp"

namespace detente::cli {
namespace {

UncertaintyOptions no_bands() {
  UncertaintyOptions options;
  options.no_bands = true;
  return options;
}

struct VintagesCommand {
  InputOptions input;
  CodingOptions coding;
  ScoringOptions scoring;
  PeriodOptions periods;
  std::vector<std::string> days;
  OutputOptions output;

  void run() const {
    const Form form = form_of(output);
    (void)request_for({});  // errors in the options are reported before a long read
    refuse_overlaps(files_read(input, coding, scoring), {{"--to-file", output.to_file}, {"--rejects", input.rejects}});
    const ReadResult read = read_files(input, options_for_one(input, scoring, coding));
    say_damage(read.files, input);
    const FileKind kind = kind_of(read.files, coding);
    const VintageRequest request = request_for(kind);
    say_idle_volume(read.files, scoring, request.scoring.rules);
    say_idle_also({&read.log}, request.selection);
    say_roll_ups(roll_ups_by_rule(read.log, request.selection.actors));
    VintageReport report = answered(read, request);
    say_unknown(report.unknown, request.scoring.codebook);
    if (const std::string text = unreported_text(report); form != Form::table && !text.empty()) say(text);
    auto& assumptions = report.provenance.assumptions;
    assumptions.insert(assumptions.begin(), kind.assumptions.begin(), kind.assumptions.end());
    const VintagesView view{report, read.log, &request.scoring.codebook};
    const auto table = [](const VintagesView& all) { return vintages_table(all); };
    deliver(text_in(form, view, {table, vintages_csv, vintages_json, "periods"}), output);
  }

 private:
  VintageRequest request_for(const FileKind& kind) const {
    const IndexRequest index =
        index_request(completed(scoring, kind), completed(coding, kind), periods, no_bands(), false);
    refuse_no_vintages(index.scoring, "vintages");
    VintageRequest request{.selection = index.selection, .scoring = index.scoring, .every = index.every};
    request.at = index.at;
    request.from = index.from;
    request.to = index.to;
    request.control.stop = stopping();
    for (const std::string& day : days) request.vintages.push_back(vintage_of(day, index.selection.as_of));
    return request;
  }

  static Day vintage_of(const std::string& text, std::optional<Day> as_of) {
    const Day day = end_of("--vintage", text);
    if (as_of && day > *as_of) throw_conflict("--vintage " + text, "--as-of", "nothing later is known then");
    return day;
  }

  static VintageReport answered(const ReadResult& read, const VintageRequest& request) {
    const Patience patience("scoring the vintages");
    VintageReport report = vintages(read.log, request);
    name_sources(report.provenance, read.files);
    return report;
  }
};

constexpr const char* vintages_description =
    "How was the index revised? Reports come late, are corrected or withdrawn: a vintage is what the index said\n"
    "when only what had been reported by a day was known. Says which values changed, by how much, and by which events.";

constexpr const char* vintages_footer = R"(
An event is known from the day in its column 'reported' on; a row that leaves it empty is known from the last day of
its date on. To correct an event, add a row with its id and a later day in 'reported'; to withdraw it, one with the
status cancelled.

The table has the periods whose value was revised: first is what was published when the period ended, latest what is
known now, lag how many days it took until the value stayed within 0.05 of that. An event came late, was corrected or
withdrawn; one that is affected counts differently because of another. CSV has a line for each period and vintage in
which the value is new or changed, JSON every event of every revision.

Examples:
  detente vintages australia_china_2017_2024.csv --dyad AUS:CHN
      four months were revised: an interception of May 2022 was reported in June
  detente vintages australia_china_2017_2024.csv --dyad AUS:CHN --every week --from 2020 --to 2021
      by week, more reports come late
  detente vintages australia_china_2017_2024.csv --dyad AUS:CHN --vintage 2022-05 --vintage 2024 --output csv
      what was known at the end of May 2022, and at the end of 2024
  detente index australia_china_2017_2024.csv --dyad AUS:CHN --vintages
      the index with what was first published beside it)";

}  // namespace

void add_vintages(CLI::App& program) {
  CLI::App* app = program.add_subcommand("vintages", vintages_description)->footer(vintages_footer);
  const auto command = std::make_shared<VintagesCommand>();
  add_files(*app, command->input);
  add_scoring(*app, command->scoring);
  add_periods(*app, command->periods);
  add_vintage_days(*app, command->days);
  add_ending(*app, command);
}

}  // namespace detente::cli
