#pragma once
/// \file
/// From the words of a command line to the library's values. Every word that cannot be understood, and every pair of
/// contradicting options, is a `UsageError` that names the option; nothing is guessed and nothing is ignored.

#include <functional>

#include "detente/questions/index/index_report.hpp"
#include "detente/questions/index/panel.hpp"
#include "detente/readers/read_options.hpp"
#include "options.hpp"

namespace detente::cli {

ReadOptions read_options(const InputOptions& options);

/// "500M", "2G": the bytes of `--memory`; nothing if it was not given.
std::optional<std::size_t> memory_limit(const InputOptions& options);

/// The codebook by name or file, made ready for a chronology if the events are one.
Codebook codebook_of(const CodingOptions& options);
/// The rule of `--roll-up`; none if it was not given.
RollUp roll_up_of(const CodingOptions& options);
ActorTable actors_of(const CodingOptions& options);
/// The end of the as-of day or period; nothing if it was not given.
std::optional<Day> as_of(const CodingOptions& options);

/// The weights that `--status` gives; the defaults where it says nothing.
StatusWeights status_weights_of(const std::string& status);

/// The dyad as it was written: "USA:COL" is USA→COL.
Dyad dyad_of(const ScoringOptions& options);
/// The dyad of one `--dyad` of several.
Dyad dyad_called(const std::string& text);
Selection selection_of(const ScoringOptions& scoring, const CodingOptions& coding);
/// `every` is the period of a period model that does not name its own.
Scoring scoring_of(const ScoringOptions& scoring, const CodingOptions& coding, PeriodKind every);

/// `--calibration`: the one in the file, or the built-in one.
Calibration calibration_of(const std::string& file);
/// The options with `two_speed` as the default model, because no other has calibrations.
ScoringOptions for_calibration(ScoringOptions options);

/// Call it once the files are read: gives a model that divides by the whole log's totals (`denominator=log`) these
/// totals, which are counted only for it.
void take_totals(Scoring& scoring, const std::function<Exposure()>& totals);
void take_totals(Scoring& scoring, const EventLog& log, const Selection& selection);
void take_totals(IndexRequest& request, const EventLog& log);
/// For commands in which such a model makes no sense.
void refuse_totals(const Scoring& scoring, const std::string& other, const std::string& why);

/// For `asked`, which looks at what was known earlier: throws for a scale or a model that has no earlier values.
void refuse_no_vintages(const Scoring& scoring, const std::string& asked);

/// The requested periods; by default those of the model, if it has its own.
PeriodKind every_of(const PeriodOptions& periods, const ScoringOptions& scoring);
/// For commands that show no periods of their own: the period of a period model, as `index` and `panel` choose it.
/// `every` is the word of `--every`, which makes sense only for such a model.
PeriodKind period_of_model(const std::string& every, const ScoringOptions& scoring);
/// The whole request of `detente index`. The envelope is computed if it was requested or a page shows it.
IndexRequest index_request(const ScoringOptions& scoring, const CodingOptions& coding, const PeriodOptions& periods,
                           const UncertaintyOptions& uncertainty, bool has_page);

/// The whole request of `detente panel`, except its threads.
PanelRequest panel_request(const ScoringOptions& scoring, const CodingOptions& coding, const PeriodOptions& periods,
                           const UncertaintyOptions& uncertainty);

/// A day, or the last day of a period: "2025-09" is 2025-09-30.
Day end_of(const std::string& option, const std::string& text);
/// A day, or the first day of a period: "2025-09" is 2025-09-01.
Day begin_of(const std::string& option, const std::string& text);
/// "2025-01/2025-07", the end exclusive.
Window window_of(const std::string& option, const std::string& text);

}  // namespace detente::cli
