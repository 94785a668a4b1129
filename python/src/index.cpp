#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "asking.hpp"
#include "cli/input.hpp"
#include "cli/kind.hpp"
#include "cli/request.hpp"
#include "index_columns.hpp"
#include "questions.hpp"

namespace detente::python {

namespace py = pybind11;

namespace {

struct IndexQuestion {
  cli::InputOptions input = {};
  cli::CodingOptions coding = {};
  cli::ScoringOptions scoring = {};
  cli::PeriodOptions periods = {};
  cli::UncertaintyOptions uncertainty = {};
  std::string calibration = {};
  bool vintages = false;
  std::vector<std::string> dyads = {};

  void add_options(CLI::App& app, const Source& source) {
    cli::add_scoring(app, scoring, dyads);
    cli::add_calibration(app, calibration);
    cli::add_coding(app, coding);
    cli::add_periods(app, periods);
    cli::add_vintages_flag(app, vintages);
    cli::add_uncertainty(app, uncertainty);
    add_source(app, source, input, false);
  }

  IndexRequest request(const std::string& dyad, const cli::FileKind& kind) const {
    cli::ScoringOptions words = completed(scoring, kind);
    words.dyad = dyad;
    IndexRequest out = cli::index_request(words, completed(coding, kind), periods, uncertainty, false);
    out.calibration = cli::calibration_of(calibration);
    out.first_values = vintages;
    out.control = interruptible();
    if (vintages) cli::refuse_no_vintages(out.scoring, "--vintages");
    return out;
  }

  /// Where events came from is kept for those of any of the pairs.
  ReadOptions reading() const {
    std::vector<ReadOptions> each;
    for (const std::string& dyad : dyads) {
      cli::ScoringOptions words = scoring;
      words.dyad = dyad;
      each.push_back(cli::options_for_one(input, words, coding));
    }
    ReadOptions out = each.front();
    out.provenance_of = [each](std::string_view source, std::string_view target) {
      return std::any_of(each.begin(), each.end(),
                         [&](const ReadOptions& options) { return options.provenance_of(source, target); });
    };
    return out;
  }

  IndexReport report(const std::string& dyad, const cli::FileKind& kind, const ReadResult& read, bool is_first) const {
    IndexRequest asked = request(dyad, kind);
    cli::take_totals(asked, read.log);
    if (is_first) cli::say_idle_volume(read.files, scoring, asked.scoring.rules);
    cli::say_idle_also({&read.log}, asked.selection);
    if (is_first) cli::say_roll_ups(roll_ups_by_rule(read.log, asked.selection.actors));
    IndexReport out = index_report(read.log, asked);
    cli::name_sources(out.series.provenance, read.files);
    cli::say_unknown(out.unknown, asked.scoring.codebook);
    auto& assumptions = out.series.provenance.assumptions;
    assumptions.insert(assumptions.begin(), kind.assumptions.begin(), kind.assumptions.end());
    return out;
  }

  Result answer(Source& source) const {
    if (dyads.empty()) (void)cli::dyad_of(scoring);                 // says that one is needed
    for (const std::string& dyad : dyads) (void)request(dyad, {});  // what makes no sense, before a long read
    const ReadResult& read = source.events(source.reads() ? reading() : ReadOptions{}, input);
    const cli::FileKind kind = cli::kind_of(read.files, coding);
    IndexColumns columns(vintages, uncertainty.sensitivity);
    Facts about;
    for (const std::string& dyad : dyads) {
      const IndexReport found = report(dyad, kind, read, dyad == dyads.front());
      columns.add(found.series);
      if (about.empty()) about = facts_of(found.series.provenance);
    }
    return {.table = columns.finish(), .about = std::move(about), .files = source.own_files()};
  }
};

}  // namespace

Result index_of(const py::object& log, const py::object& dyad, const py::kwargs& options) {
  return answer_to<IndexQuestion>(log, Words(options).add("--dyad", pair_text(dyad)));
}

std::vector<std::string> index_options() { return option_names<IndexQuestion>(); }

}  // namespace detente::python
