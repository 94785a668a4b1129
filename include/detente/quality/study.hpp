#pragma once
/// \file
/// The recovery study: every contestant against every truth under every way of reporting, over several seeds. A seed's
/// truth is the same under all ways of reporting, and all contestants see the same acts.
///
/// Complexity: O(truths × reportings × seeds × (acts + contestants × (acts + weeks))).

#include <functional>
#include <string>
#include <vector>

#include "detente/models/catalogue.hpp"
#include "detente/quality/evaluation.hpp"

#pragma GCC visibility push(default)
namespace detente::quality {

/// A model to be tried. `make` sees the acts (never the truth), so that a model may be fitted to them first.
struct Contestant {
  std::string name;
  std::function<AnyModel(const std::vector<Impulse>& impulses)> make;
};

/// A model as it is, named by its text or otherwise.
Contestant contestant(const AnyModel& model, std::string name);
/// Every model of a catalogue by default, but with `every=week` if it has calendar periods, because truths are sampled
/// weekly.
std::vector<Contestant> contestants_of(const Catalogue& catalogue);

struct StudyOptions {
  std::size_t days = 1461;   ///< length of a history, at least 60
  std::uint64_t seeds = 20;  ///< replicates of each condition, at least 1
  std::uint64_t seed = 1;    ///< of the first replicate; the others follow
  std::vector<TruthKind> truths = {truth_kinds.begin(), truth_kinds.end()};
  std::vector<Reporting> reports = {reportings.begin(), reportings.end()};
};

/// Mean over the replicates that have a value; nothing if none has.
struct Mean {
  double sum = 0;
  double squares = 0;
  std::uint64_t n = 0;

  void add(const std::optional<double>& value);
  std::optional<double> value() const;
  /// Standard error of the mean; nothing for fewer than two.
  std::optional<double> error() const;
};

/// One contestant under one truth and one way of reporting.
struct Cell {
  TruthKind truth;
  Reporting reporting;
  std::string model;
  Mean rank, volume, coverage, said, squared_error;
};

/// Cells by truth, then reporting, then contestant, in the orders given. Throws `std::invalid_argument` for options out
/// of range.
std::vector<Cell> run_study(const std::vector<Contestant>& contestants, const StudyOptions& options);

}  // namespace detente::quality
#pragma GCC visibility pop
