#include <memory>

#include "commands.hpp"
#include "console.hpp"
#include "detente/output/json/json_forecast.hpp"
#include "detente/output/text/forecast_table.hpp"
#include "detente/questions/ahead/forecast.hpp"
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

  void run() const {
    const Form form = form_of(output);
    (void)request_for({});
    std::vector<NamedFile> files = files_read(input, coding, scoring);
    files.push_back({"--calibration", calibration});
    refuse_overlaps(files, {{"--to-file", output.to_file}, {"--rejects", input.rejects}});
    const ReadResult read = read_files(input, options_for_one(input, scoring, coding));
    say_damage(read, input);
    const FileKind kind = kind_of(read.files, coding);
    ForecastRequest request = request_for(kind);
    say_roll_ups(roll_ups_by_rule(read.log, request.selection.actors));
    Forecast found = made(read, request);
    say_unknown(found.unknown, request.scoring.codebook);
    name_sources(found.provenance, read.files);
    auto& assumptions = found.provenance.assumptions;
    assumptions.insert(assumptions.begin(), kind.assumptions.begin(), kind.assumptions.end());
    const auto table = [](const Forecast& all) { return forecast_table(all); };
    deliver(text_in(form, found, {table, forecast_csv, forecast_json}), output);
  }

 private:
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
};

constexpr const char* forecast_description =
    "What may the next month of a pair bring? The chance of a severe act and the number to expect, by a calibration\n"
    "and by the pair's own history, and the path of the index if the month is like one of its own last sixty.";

constexpr const char* forecast_footer = R"(
It needs a calibration of events that are coded like these; there is one for KEDS. For others fit one first (detente
calibrate). It shows how often its chances have come true. It does not forecast the onset of a conflict: it rests on the
persistence of what is reported. It looks one month ahead and no further.

Examples:
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
  add_scoring(*app, command->scoring);
  add_ending(*app, command);
}

}  // namespace detente::cli
