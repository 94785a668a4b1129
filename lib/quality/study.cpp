#include "detente/quality/study.hpp"

#include <algorithm>
#include <cmath>

#include "detente/ground/error.hpp"

namespace detente::quality {
namespace {

void check(const StudyOptions& options) {
  if (options.days < 60) throw_invalid("days", std::to_string(options.days), "is at least 60");
  if (options.seeds < 1) throw_invalid("seeds", "0", "is at least 1");
}

void add(Cell& cell, const Quality& quality) {
  cell.rank.add(quality.rank);
  cell.volume.add(quality.volume);
  cell.coverage.add(quality.coverage);
  cell.said.add(quality.said);
  cell.squared_error.add(quality.squared_error);
}

/// The cells for one truth under one way of reporting.
std::vector<Cell> run_condition(const std::vector<Contestant>& contestants, const StudyOptions& options,
                                TruthKind truth, Reporting reporting) {
  std::vector<Cell> cells;
  cells.reserve(contestants.size());
  for (const Contestant& c : contestants) cells.push_back({truth, reporting, c.name, {}, {}, {}, {}, {}});
  for (std::uint64_t s = 0; s < options.seeds; ++s) {
    const Chance chance(options.seed + s);
    Sample sample{make_truth(truth, options.days, chance), {}};
    sample.impulses = report(sample.truth, reporting, chance);
    for (std::size_t c = 0; c < contestants.size(); ++c)
      add(cells[c], evaluate(contestants[c].make(sample.impulses), sample));
  }
  return cells;
}

}  // namespace

Contestant contestant(const AnyModel& model, std::string name) {
  return {std::move(name), [model](const std::vector<Impulse>&) { return model; }};
}

std::vector<Contestant> contestants_of(const Catalogue& catalogue) {
  std::vector<Contestant> out;
  for (const ModelEntry& entry : catalogue.entries()) {
    const bool has_periods = std::any_of(entry.parameters.begin(), entry.parameters.end(),
                                         [](const ParameterInfo& p) { return p.name == "every"; });
    const std::string text = entry.name + (has_periods ? " every=week" : "");
    out.push_back(contestant(catalogue.make(text), text));
  }
  return out;
}

void Mean::add(const std::optional<double>& value) {
  if (!value) return;
  sum += *value;
  squares += *value * *value;
  ++n;
}

std::optional<double> Mean::value() const { return n > 0 ? std::optional(sum / static_cast<double>(n)) : std::nullopt; }

std::optional<double> Mean::error() const {
  if (n < 2) return std::nullopt;
  const auto count = static_cast<double>(n);
  const double spread = std::max(0.0, squares - sum * sum / count) / (count - 1);
  return std::sqrt(spread / count);
}

std::vector<Cell> run_study(const std::vector<Contestant>& contestants, const StudyOptions& options) {
  check(options);
  std::vector<Cell> cells;
  for (const TruthKind truth : options.truths)
    for (const Reporting reporting : options.reports)
      for (Cell& cell : run_condition(contestants, options, truth, reporting)) cells.push_back(std::move(cell));
  return cells;
}

}  // namespace detente::quality
