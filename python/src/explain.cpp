#include <memory>
#include <utility>

#include "asking.hpp"
#include "cli/input.hpp"
#include "cli/kind.hpp"
#include "cli/request.hpp"
#include "cli/usage_error.hpp"
#include "detente/contracts/event_finder.hpp"
#include "detente/questions/change/attribution.hpp"
#include "questions.hpp"

namespace detente::python {

namespace py = pybind11;

namespace {

// ---- columns ----

Table attribution_columns() {
  using enum ColumnType;
  Table out;
  out.emplace_back("date", day);
  for (const char* name : {"source", "target", "code", "issue", "class"}) out.emplace_back(name, text);
  for (const char* of : {"index_", "level_"})
    for (const char* cause : {"change", "acts", "fading", "measures", "releases"})
      out.emplace_back(std::string(of) + cause, number);
  for (const char* name : {"id", "object", "note", "url"}) out.emplace_back(name, text);
  return out;
}

void add_line(Table& table, const AttributionLine& line, const Dyad& way, const Event& event) {
  auto column = table.begin();
  (column++)->day(line.day);
  for (const std::string& text : {way.source, way.target, line.code, line.issue, std::string(to_text(line.quad))})
    (column++)->text(text);
  for (const Change& c : {line.index, line.level})
    for (const double value : {c.total(), c.acts, c.fading, c.measures, c.releases}) (column++)->number(value);
  for (const std::string& text : {event.id, event.object, event.note, event.url}) (column++)->text(text);
}

SharedTable table_of(const EventFinder& events, const Attribution& found, const Dyad& pair) {
  auto out = std::make_shared<Table>(attribution_columns());
  for (const AttributionLine& line : found.lines)
    add_line(*out, line, who(line.others, line.direction, pair), events.event(line.event));
  return out;
}

Facts about(const Attribution& found, const Provenance& provenance) {
  Facts out = facts_of(provenance);
  out["from"] = to_text(found.from);
  out["to"] = to_text(found.to);
  out["index_from"] = found.index_from;
  out["index_to"] = found.index_to;
  out["level_from"] = found.level_from;
  out["level_to"] = found.level_to;
  out["remainder_index"] = found.remainder_index;
  out["remainder_level"] = found.remainder_level;
  out["exact"] = found.exact;
  return out;
}

// ---- the question ----

struct ExplanationQuestion {
  cli::InputOptions input = {};
  cli::CodingOptions coding = {};
  cli::ScoringOptions scoring = {};
  std::string every = {};
  std::string from = {}, to = {};

  void add_options(CLI::App& app, const Source& source) {
    app.add_option("--from", from);
    app.add_option("--to", to);
    cli::add_scoring(app, scoring);
    cli::add_model_period(app, every);
    cli::add_coding(app, coding);
    add_source(app, source, input, false);
  }

  Result answer(Source& source) const {
    const Day first = cli::end_of("--from", from), last = cli::end_of("--to", to);
    if (last <= first) cli::throw_conflict("--from " + from, "--to " + to, "the second day is after the first");
    (void)cli::selection_of(scoring, coding);
    (void)scoring_for({});  // what makes no sense is said before a long read
    const ReadOptions how = source.reads() ? cli::options_for_one(input, scoring, coding) : ReadOptions{};
    return explained(source.events(how, input), first, last, source);
  }

 private:
  Scoring scoring_for(const cli::FileKind& kind) const {
    const cli::ScoringOptions words = completed(scoring, kind);
    Scoring out = cli::scoring_of(words, completed(coding, kind), cli::period_of_model(every, words));
    if (out.scale.looks_back())
      throw cli::UsageError("--scale " + to_text(out.scale) +
                            ": a change is explained on softsign or linear; the others compare a day with other days");
    return out;
  }

  Result explained(const ReadResult& read, Day first, Day last, const Source& source) const {
    const cli::FileKind kind = cli::kind_of(read.files, coding);
    const Selection selection = cli::selection_of(scoring, completed(coding, kind));
    Scoring how = scoring_for(kind);
    cli::say_roll_ups(roll_ups_by_rule(read.log, selection.actors));
    cli::take_totals(how, read.log, selection);
    cli::say_idle_volume(read.files, scoring, how.rules);
    cli::say_idle_also({&read.log}, selection);
    const History history = prepare(read.log, selection, how, PeriodKind::day, first, last + 1);
    cli::say_unknown(history.coding.unknown, how.codebook);
    const Attribution found = attribute(history, how, first, last);
    Provenance provenance = provenance_of(selection, how);
    cli::name_sources(provenance, read.files);
    provenance.assumptions = kind.assumptions;
    return {.table = table_of(read.log, found, selection.dyad.canonical()),
            .about = about(found, provenance),
            .files = source.own_files()};
  }
};

}  // namespace

Result explain_of(const py::object& log, const py::object& dyad, const py::object& from, const py::object& to,
                  const py::kwargs& options) {
  return answer_to<ExplanationQuestion>(
      log, Words(options).add("--dyad", pair_text(dyad)).add("--from", from).add("--to", to));
}

std::vector<std::string> explain_options() { return option_names<ExplanationQuestion>(); }

}  // namespace detente::python
