#pragma once
/// \file
/// A Hawkes fit as an optimisation problem: what can be estimated at all, the range of each parameter, and where to
/// begin.

#include <detente/fit/hawkes_fit.hpp>
#include <detente/processes/hawkes/hawkes.hpp>

#include <cstddef>
#include <vector>

#include "fit/polish.hpp"

namespace detente::detail {

class HawkesProblem {
 public:
  HawkesProblem(const HawkesEvents& events, const HawkesFitOptions& options);

  /// The shape of the parameters; the number of passes over the events so far; whether anything may excite at all.
  const HawkesParameters& shape() const { return shape_; }
  int evaluations() const { return evaluations_; }
  bool may_excite() const;

  /// The fit without excitation, whose rates are the counts divided by the observed days.
  HawkesParameters poisson() const;
  double poisson_log_likelihood() const;

  /// Starts that are a decade of the time constant apart, best first: at most three, and only those that no neighbour
  /// beats.
  std::vector<HawkesParameters> starts();
  /// Climbs on the logarithms of what can be estimated; the objective is per event.
  HawkesParameters climb(const HawkesParameters& start);
  /// Polishes from where a climb ended; ratios that have nearly vanished begin at 0.
  Polish polish(const HawkesParameters& from);

 private:
  /// Another pass over the events begins.
  void count_pass();
  HawkesParameters start(double days) const;
  std::vector<double> time_constants() const;
  double count(std::size_t mu) const;
  double rate(std::size_t mu) const;
  double smallest(std::size_t i) const;
  bool may_excite(std::size_t a, std::size_t b) const;
  bool excites_with(std::size_t beta) const;
  void measure();
  void choose_free();
  HawkesParameters from_logs(std::span<const double> logs) const;

  const HawkesEvents& events_;
  const HawkesFitOptions& options_;
  std::size_t streams_;
  HawkesParameters shape_;
  std::vector<double> lower_, upper_;
  std::vector<std::size_t> free_;
  double longest_ = 0, shortest_ = 0, mean_mark_ = 0;
  int evaluations_ = 0;
};

}  // namespace detente::detail
