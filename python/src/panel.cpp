#include <memory>
#include <utility>

#include <fmt/format.h>

#include "asking.hpp"
#include "cli/console.hpp"
#include "cli/input.hpp"
#include "cli/kind.hpp"
#include "cli/request.hpp"
#include "detente/ground/error.hpp"
#include "index_columns.hpp"
#include "questions.hpp"

namespace detente::python {

namespace py = pybind11;

namespace {

struct PanelQuestion {
  cli::InputOptions input = {};
  cli::CodingOptions coding = {};
  cli::ScoringOptions scoring = {};
  cli::PeriodOptions periods = {};
  cli::UncertaintyOptions uncertainty = {};

  void add_options(CLI::App& app, const Source& source) {
    cli::add_panel_scoring(app, scoring);
    cli::add_coding(app, coding);
    cli::add_periods(app, periods);
    cli::add_panel_bands(app, uncertainty);
    add_source(app, source, input, true);
  }

  PanelRequest request(const cli::FileKind& kind) const {
    PanelRequest out = cli::panel_request(completed(scoring, kind), completed(coding, kind), periods, uncertainty);
    out.threads = input.threads.value_or(0);
    out.assumptions = kind.assumptions;
    out.control = interruptible();
    return out;
  }

  Result answer(Source& source) const {
    (void)request({});  // what makes no sense is said before a long read
    (void)cli::actors_of(coding);
    DyadRows pairs;
    const std::vector<FileReport> files = source.pairs(pairs, input, coding, scoring.scores != "codebook");
    const cli::FileKind kind = cli::kind_of(files, coding);
    PanelRequest asked = request(kind);
    cli::say_idle_volume(files, scoring, asked.scoring.rules);
    cli::take_totals(asked.scoring, [&] { return pairs.totals(asked.as_of); });
    cli::say_roll_ups(roll_ups_by_rule(pairs.log(), pairs.rows_by_dyad(), pairs.actors()));
    return rows(pairs, asked, files, source);
  }

 private:
  static Result rows(const DyadRows& pairs, const PanelRequest& asked, const std::vector<FileReport>& files,
                     const Source& source) {
    IndexColumns columns;
    Facts about;
    const PanelSummary summary = panel(pairs, asked, [&](IndexSeries&& pair) {
      if (about.empty()) {
        cli::name_sources(pair.provenance, files);
        about = facts_of(pair.provenance);
      }
      columns.add(pair);
    });
    if (summary.pairs == 0) throw InputError(ErrorCode::no_events, "no pair has an event that counts");
    cli::say_unknown(summary.unknown, asked.scoring.codebook);
    for (const PanelSummary::LeftOut& pair : summary.silent)
      cli::say(fmt::format("warning: {} has nothing between {} and {} and is left out", to_text(pair.dyad),
                           to_text(pair.before), to_text(pair.after)));
    about["pairs"] = static_cast<double>(summary.pairs);
    about["events"] = static_cast<double>(summary.events);
    return {.table = columns.finish(), .about = std::move(about), .files = source.own_files()};
  }
};

}  // namespace

Result panel_of(const py::object& log, const py::kwargs& options) {
  return answer_to<PanelQuestion>(log, Words(options));
}

std::vector<std::string> panel_options() { return option_names<PanelQuestion>(); }

}  // namespace detente::python
