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
  /// How the tables name it.
  std::string name;
  /// Makes the model for a sample.
  std::function<AnyModel(const std::vector<Impulse>& impulses)> make;
};

/// A model as it is, named by its text or otherwise.
Contestant contestant(const AnyModel& model, std::string name);
/// Every model of a catalogue by default, but with `every=week` if it has calendar periods, because truths are sampled
/// weekly.
std::vector<Contestant> contestants_of(const Catalogue& catalogue);

/// What is tried, and how often.
struct StudyOptions {
  std::size_t days = 1461;   ///< length of a history, at least 60
  std::uint64_t seeds = 20;  ///< replicates of each condition, at least 1
  std::uint64_t seed = 1;    ///< of the first replicate; the others follow
  /// Which truths; all by default.
  std::vector<TruthKind> truths = {truth_kinds.begin(), truth_kinds.end()};
  /// Which ways of reporting; all by default.
  std::vector<Reporting> reports = {reportings.begin(), reportings.end()};
};

/// Mean over the replicates that have a value; nothing if none has.
struct Mean {
  double sum = 0;       ///< of the values
  double squares = 0;   ///< the sum of their squares
  std::uint64_t n = 0;  ///< how many replicates have one

  /// Takes the value of a replicate.
  void add(const std::optional<double>& value);
  /// The mean.
  std::optional<double> value() const;
  /// Standard error of the mean; nothing for fewer than two.
  std::optional<double> error() const;
};

/// One contestant under one truth and one way of reporting.
struct Cell {
  TruthKind truth;      ///< what was to be recovered
  Reporting reporting;  ///< how it was reported
  std::string model;    ///< the contestant's name
  Mean rank;            ///< of `Quality::rank`
  Mean volume;          ///< of `Quality::volume`
  Mean coverage;        ///< of `Quality::coverage`
  Mean said;            ///< of `Quality::said`
  Mean squared_error;   ///< of `Quality::squared_error`
};

/// Cells by truth, then reporting, then contestant, in the orders given. Throws `std::invalid_argument` for options out
/// of range.
std::vector<Cell> run_study(const std::vector<Contestant>& contestants, const StudyOptions& options);

}  // namespace detente::quality
#pragma GCC visibility pop
