#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "commands.hpp"
#include "console.hpp"
#include "detente/ground/error.hpp"
#include "detente/output/json/json_forecast.hpp"
#include "detente/output/wording/outlook_text.hpp"
#include "detente/questions/ahead/calibration_months.hpp"
#include "detente/questions/relation/file_profile.hpp"
#include "detente/readers/pair_list.hpp"
#include "form.hpp"
#include "input.hpp"
#include "kind.hpp"
#include "patience.hpp"
#include "request.hpp"
#include "stopping.hpp"
#include "usage_error.hpp"

namespace detente::cli {
namespace {

constexpr const char* calibrate_group = "Calibration";

struct CalibrateCommand {
  InputOptions input;
  CodingOptions coding;
  ScoringOptions scoring;
  OutputOptions output{.format = "csv", .to_file = {}, .csv_safe = false};
  std::string name, pairs;
  std::optional<std::size_t> least_events;

  void run() const {
    const Form form = form_of(output);
    if (!scoring.issue.empty()) throw_conflict("--issue", "calibrate", "a calibration is of all issues");
    (void)request_for({});
    std::vector<NamedFile> read = files_read(input, coding, scoring);
    read.push_back({"--pairs", pairs});
    refuse_overlaps(read, {{"--to-file", output.to_file}, {"--rejects", input.rejects}});
    DyadRows rows;
    const std::vector<FileReport> files = read_into(rows);
    CalibrationRequest request = request_for(kind_of(files, coding));
    cover(request, files);
    say_roll_ups(roll_ups_by_rule(rows.log(), rows.rows_by_dyad(), rows.actors()));
    deliver(text_in(form, fitted(rows, request), {calibration_table, to_text, calibration_json}), output);
  }

 private:
  CalibrationRequest request_for(const FileKind& kind) const {
    const ScoringOptions how = completed(for_calibration(scoring), kind);
    CalibrationRequest out{.scoring = scoring_of(how, completed(coding, kind), PeriodKind::month)};
    out.name = name;
    out.as_of = as_of(coding);
    if (!pairs.empty()) out.pairs = parse_pair_list(*open_bytes(pairs), pairs);
    out.least_events = least_events.value_or(out.least_events);
    out.control.stop = stopping();
    return out;
  }

  /// The days that the files cover, and a name that says so.
  static void cover(CalibrationRequest& request, std::span<const FileReport> files) {
    request.from = coverage_start(files);
    request.to = coverage_end(files);
    if (request.as_of) request.to = std::min(request.to.value_or(*request.as_of + 1), *request.as_of + 1);
    if (request.name.empty() && request.from)
      request.name = fmt::format("own events {} to {}", to_text(*request.from), to_text(*request.to - 1));
  }

  std::vector<FileReport> read_into(DyadRows& rows) const {
    ReadOptions options = read_options(input);
    options.brief = true;
    options.own_scores = scoring.scores != "codebook";
    ReadResult read = read_files(input, options);
    rows.roll_up_by(actors_for(read.files, coding));
    settle_files(read.files, rows.log(), [&] { return rows.finish(std::move(read.log), options.threads); });
    say_damage(read.files, input);
    return std::move(read.files);
  }

  static Calibration fitted(const DyadRows& rows, const CalibrationRequest& request) {
    const Patience patience("fitting");
    return calibrate(rows, request);
  }
};

constexpr const char* calibrate_description =
    "What does a level mean in this source? Fits how often acute and chronic strain (two_speed) was followed by a\n"
    "severe act in the next month, and by how many, over all pairs of the files. It changes no index.";

constexpr const char* calibrate_footer = R"(
The result is a table that index and forecast take by --calibration FILE. It holds for events that are coded like these:
source profile, codebook, rules, roll-up, rho, kappa and half-lives. The codebook says which acts are severe (detente
codebook show).
It needs at least 30 months that were followed by a severe act, and 5 pairs; the first 360 days are left out.

Examples:
  detente calibrate keds.tsv --to-file mine.csv
      of all pairs with 200 events or more
  detente calibrate keds.tsv --output table
      the coefficients with errors clustered by pair, and what happened near each chance
  detente calibrate keds_levant_cameo.tsv --actors levant_actors.csv --pairs levant_pairs.csv \
      --name 'KEDS Levant 1979–2011' --to-file keds_levant.csv
      the one that is built in)";

void add_choices(CLI::App& app, CalibrateCommand& command) {
  app.add_option("--pairs", command.pairs, "only these pairs: a CSV with the columns source,target")
      ->type_name("FILE.csv")
      ->group(calibrate_group);
  app.add_option("--least-events", command.least_events,
                 "without --pairs: pairs with fewer events are left\nout; by default 200")
      ->type_name("N")
      ->group(calibrate_group)
      ->check(not_whole);
  app.add_option("--name", command.name, "what results call it, such as 'ICEWS Asia 2001–2018'")
      ->type_name("TEXT")
      ->group(calibrate_group);
}

}  // namespace

void add_calibrate(CLI::App& program) {
  CLI::App* app = program.add_subcommand("calibrate", calibrate_description)->footer(calibrate_footer);
  const auto command = std::make_shared<CalibrateCommand>();
  add_files(*app, command->input);
  add_choices(*app, *command);
  add_panel_scoring(*app, command->scoring);
  add_ending(*app, command);
}

}  // namespace detente::cli
