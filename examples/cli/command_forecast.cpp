#include <fmt/format.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "commands.hpp"
#include "console.hpp"
#include "detente/output/json/json_forecast.hpp"
#include "detente/output/text/forecast_table.hpp"
#include "detente/output/text/scenario_table.hpp"
#include "detente/questions/ahead/forecast.hpp"
#include "detente/questions/ahead/scenario_file.hpp"
#include "form.hpp"
#include "input.hpp"
#include "kind.hpp"
#include "patience.hpp"
#include "request.hpp"
#include "usage_error.hpp"

namespace detente::cli {
namespace {

struct ForecastCommand {
  InputOptions input;
  CodingOptions coding;
  ScoringOptions scoring;
  OutputOptions output;
  std::string calibration;
  std::string scenario;
  std::optional<std::int32_t> horizon;

  void run() const {
    const Form form = form_of(output);
    if (scenario.empty() && horizon)
      throw_conflict("--horizon", "a forecast without --scenario",
                     "it looks one month ahead, since no longer one has been shown to be worth printing");
    if (!scenario.empty() && !calibration.empty())
      throw_conflict("--calibration", "--scenario", "a scenario is of the index, which no calibration changes");
    refuse_shared_input(input, {"--scenario", scenario});
    if (scenario.empty())
      (void)request_for({});
    else
      (void)scenario_for({});
    std::vector<NamedFile> files = files_read(input, coding, scoring);
    files.push_back({"--calibration", calibration});
    files.push_back({"--scenario", scenario});
    refuse_overlaps(files, {{"--to-file", output.to_file}, {"--rejects", input.rejects}});
    const ReadResult read = read_files(input, options_for_one(input, scoring, coding));
    say_damage(read.files, input);
    const FileKind kind = kind_of(read.files, coding);
    deliver(scenario.empty() ? forecast_text(read, kind, form) : scenario_text(read, kind, form), output);
  }

 private:
  std::string forecast_text(const ReadResult& read, const FileKind& kind, Form form) const {
    ForecastRequest request = request_for(kind);
    say_roll_ups(roll_ups_by_rule(read.log, request.selection.actors));
    Forecast found = made(read, request);
    tell(found, read, kind, request.scoring.codebook);
    const auto table = [](const Forecast& all) { return forecast_table(all); };
    return text_in(form, found, {table, forecast_csv, forecast_json});
  }

  std::string scenario_text(const ReadResult& read, const FileKind& kind, Form form) const {
    ScenarioRequest request = scenario_for(kind);
    take_totals(request.scoring, read.log, request.selection);
    say_roll_ups(roll_ups_by_rule(read.log, request.selection.actors));
    request.scheduled = read_scenario(*open_bytes(scenario), scenario, read_options(input).dates);
    ScenarioForecast found = made(read, request);
    tell(found, read, kind, request.scoring.codebook);
    const auto table = [](const ScenarioForecast& all) { return scenario_table(all); };
    return text_in(form, found, {table, scenario_csv, scenario_json});
  }

  /// Says what is unknown, and notes where the answer comes from.
  template <class Found>
  static void tell(Found& found, const ReadResult& read, const FileKind& kind, const Codebook& codebook) {
    say_unknown(found.unknown, codebook);
    name_sources(found.provenance, read.files);
    auto& assumptions = found.provenance.assumptions;
    assumptions.insert(assumptions.begin(), kind.assumptions.begin(), kind.assumptions.end());
  }

  ScenarioRequest scenario_for(const FileKind& kind) const {
    const ScoringOptions how = completed(scoring, kind);
    ScenarioRequest out{.selection = selection_of(how, completed(coding, kind)),
                        .scoring = scoring_of(how, completed(coding, kind), PeriodKind::month),
                        .scheduled = {},
                        .name = scenario};
    if (horizon) out.horizon = *horizon;
    if (out.horizon < 1 || out.horizon > most_horizon)
      throw_bad_value("--horizon", std::to_string(out.horizon), fmt::format("is 1 to {} days", most_horizon));
    return out;
  }

  ForecastRequest request_for(const FileKind& kind) const {
    const ScoringOptions how = completed(for_calibration(scoring), kind);
    return {.selection = selection_of(how, completed(coding, kind)),
            .scoring = scoring_of(how, completed(coding, kind), PeriodKind::month),
            .calibration = calibration_of(calibration)};
  }

  static Forecast made(const ReadResult& read, const ForecastRequest& request) {
    const Patience patience("forecasting");
    return forecast(read.log, request);
  }
  static ScenarioForecast made(const ReadResult& read, const ScenarioRequest& request) {
    const Patience patience("forecasting");
    return scenario_forecast(read.log, request);
  }
};

constexpr const char* forecast_description =
    "What may the next month of a pair bring? The chance of a severe act and the number to expect, by a calibration\n"
    "and by the pair's own history, and the path of the index if the month is like one of its own last sixty.";

constexpr const char* forecast_footer = R"(
It needs a calibration of events that are coded like these; there is one for KEDS. For others fit one first (detente
calibrate). It shows how often its chances have come true. It does not forecast the onset of a conflict: it rests on the
persistence of what is reported. It looks one month ahead and no further.

With --scenario it asks where the index goes, of any events and without a calibration. FILE.csv is a chronology of what
may come of what is scheduled, with three more columns: `scheduled`, `outcome` and `probability`; a row is an act of an
outcome. Outcomes of one scheduled event exclude each other, and what they leave of 1 is that nothing comes of it;
scheduled events are independent of one another. The fan is the mixture of all outcomes, over what the pair's own past
stretches of as many days brought, or over silence if there are fewer than twelve; it says which.

Examples:
  detente forecast us_colombia_2025_2026.csv --dyad USA:COL --as-of 2026-02-02 --scenario us_colombia_meeting.csv
      the White House meeting of 3 February 2026, as it could be judged the day before
  detente forecast keds.tsv --dyad ISR:LBN
      the month after the last day of the file
  detente forecast keds.tsv --dyad ISR:LBN --as-of 2006-06
      what could have been said at the end of June 2006; not after the last day of the file
  detente calibrate icews.tab --to-file mine.csv
  detente forecast icews.tab --dyad 'India:Pakistan' --calibration mine.csv --output json)";

}  // namespace

void add_forecast(CLI::App& program) {
  CLI::App* app = program.add_subcommand("forecast", forecast_description)->footer(forecast_footer);
  const auto command = std::make_shared<ForecastCommand>();
  add_files(*app, command->input);
  add_calibration(*app, command->calibration);
  app->add_option("--scenario", command->scenario, "what is scheduled, with outcomes and their probabilities")
      ->type_name("FILE.csv");
  app->add_option("--horizon", command->horizon, "how far a scenario looks ahead, 1 to 366 days")
      ->type_name("DAYS")
      ->check(not_whole)
      ->default_str(std::to_string(usual_horizon));
  add_scoring(*app, command->scoring);
  add_ending(*app, command);
}

}  // namespace detente::cli
