#include <fmt/format.h>

#include <memory>
#include <utility>

#include "asking.hpp"
#include "cli/compare_request.hpp"
#include "cli/input.hpp"
#include "cli/kind.hpp"
#include "cli/request.hpp"
#include "detente/ground/error.hpp"
#include "questions.hpp"

namespace detente::python {

namespace py = pybind11;

namespace {

// ---- columns ----

Table comparison_table_columns() {
  using enum ColumnType;
  Table out;
  const auto add = [&](ColumnType type, std::initializer_list<const char*> names) {
    for (const char* name : names) out.emplace_back(name, type);
  };
  add(text, {"input", "role", "verdict"});
  add(number, {"log_score", "gain", "crps", "brier", "auc", "auc_within", "miscalibration", "discrimination",
               "uncertainty", "interval_score", "coverage", "points", "lower", "upper", "least_without"});
  add(text, {"least_pair"});
  add(number, {"most_without"});
  add(text, {"most_pair"});
  add(number, {"p", "p_holm"});
  add(text, {"repeats"});
  return out;
}

void add_scores(Table::iterator& column, const InputScores& s) {
  const Reliability& r = s.reliability;
  for (const std::optional<double> value :
       {std::optional(s.log_score), std::optional(s.gain), s.crps, std::optional<double>(r.brier), s.auc, s.auc_within,
        std::optional<double>(r.miscalibration), std::optional<double>(r.discrimination),
        std::optional<double>(r.uncertainty), s.interval_score, s.coverage})
    (column++)->number(value);
}

void add_no_difference(Table::iterator& column) {
  for (; column->name() != "repeats"; ++column)
    if (column->type() == ColumnType::text)
      column->no_text();
    else
      column->number({});
}

void add_difference(Table::iterator& column, const PairedDifference& d, const std::vector<Dyad>& pairs) {
  for (const double value : {d.points, d.lower, d.upper, d.least_without}) (column++)->number(value);
  (column++)->text(to_text(pairs[d.least_pair]));
  (column++)->number(d.most_without);
  (column++)->text(to_text(pairs[d.most_pair]));
  (column++)->number(d.test.p);
  (column++)->number(d.corrected_p);
}

void add_input(Table& table, const ComparedInput& input, const std::vector<Dyad>& pairs) {
  const bool is_baseline = input.verdict == Verdict::baseline;
  auto column = table.begin();
  (column++)->text(input.name);
  (column++)->text(is_baseline ? "baseline" : "model");
  (column++)->text(is_baseline ? "" : to_text(input.verdict));
  add_scores(column, input.scores);
  if (input.difference)
    add_difference(column, *input.difference, pairs);
  else
    add_no_difference(column);
  column->text(input.repeats);
}

Facts about(const Comparison& found, std::size_t events) {
  return {{"pairs", static_cast<double>(found.pairs.size())},
          {"events", static_cast<double>(events)},
          {"periods", static_cast<double>(found.periods)},
          {"judged", static_cast<double>(found.judged)},
          {"positive", static_cast<double>(found.positive)},
          {"first", found.first.label()},
          {"last", found.last.label()},
          {"against", found.inputs[found.against].name},
          {"best_baseline", found.inputs[found.best_baseline].name}};
}

// ---- the question ----

struct ComparisonQuestion : cli::ComparisonWords {
  void add_options(CLI::App& app, const Source& source) {
    cli::add_comparison(app, *this);
    cli::add_rules(app, scoring);
    cli::add_coding(app, coding);
    add_source(app, source, input, true);
  }

  Result answer(Source& source) const {
    (void)cli::comparison_request(*this, {}, {});  // what makes no sense is said before a long read
    (void)cli::actors_of(coding);
    DyadRows pairs;
    const std::vector<FileReport> files = source.pairs(pairs, input, coding, scoring.scores != "codebook");
    const cli::FileKind kind = cli::kind_of(files, coding);
    ComparisonRequest request = cli::comparison_request(*this, kind, [&] { return pairs.totals(); });
    request.options.control = interruptible();
    cli::say_idle_volume(files, scoring, request.scoring.rules);
    cli::say_roll_ups(roll_ups_by_rule(pairs.log(), pairs.rows_by_dyad(), pairs.actors()));
    return compared(pairs, request, source);
  }

 private:
  Result compared(const DyadRows& pairs, const ComparisonRequest& request, const Source& source) const {
    const ComparisonColumns columns = comparison_columns(pairs, request);
    if (columns.table.periods.size() <= burn_in)
      throw InputError(ErrorCode::too_few,
                       fmt::format("the events span {} {}s, of which --burn-in takes {}: nothing is left to judge",
                                   columns.table.periods.size(), to_text(request.every), burn_in));
    const Comparison found = compare(columns.table, columns.inputs, request.options);
    auto table = std::make_shared<Table>(comparison_table_columns());
    for (const ComparedInput& each : found.inputs) add_input(*table, each, found.pairs);
    return {.table = table, .about = about(found, columns.events), .files = source.own_files()};
  }
};

}  // namespace

Result compare_of(const py::object& log, const py::kwargs& options) {
  return answer_to<ComparisonQuestion>(log, Words(options));
}

std::vector<std::string> compare_options() { return option_names<ComparisonQuestion>(); }

}  // namespace detente::python
