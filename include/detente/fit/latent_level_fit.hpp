#pragma once
/// \file
/// Fits `latent_level` to histories: maximum likelihood for the half-life and the three standard deviations, from one
/// history or from many that share them. Each history has its own mean level, which is integrated out (this costs each
/// history one day), so that many short histories do not bias the shared parameters.
///
/// ```cpp
/// const LatentFit fit = fit_latent_level(day_means(impulses));
/// fit.brief();  // → "converged, half-life … days (… to …), 600 days of 1 history"
/// catalogue.make(fit.model_text());
/// ```
///
/// *Boundaries.* An estimate of 0 or infinity is a valid answer: sd_day = 0 says that there is no sign of a day effect,
/// half_life = inf that the level never returns within the span (a local level), sd_level = 0 that it does not move.
/// The other parameters are then fitted again with it, and the status is `boundary`. If the mean is given, half_life =
/// inf is not a limit of the likelihood, and the half-life is left at its longest. The shortest is half a day: a level
/// that is gone within a day is what sd_day is for.
///
/// *What cannot be estimated.* If every day has exactly one act, sd_day and sd_event cannot be told apart: all is
/// attributed to sd_event, and `why` says so. Fewer than three days, or days without any variation, fail.
///
/// Standard errors are of the logarithms, so a confidence interval of 90 % is estimate × e^(±1.645 se).

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "detente/fit/maximise.hpp"
#include "detente/ground/work_control.hpp"
#include "detente/models/latent_level.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Parameters that are given are not fitted.
struct LatentFitOptions {
  std::optional<double> half_life = {};  ///< days, > 0; infinity fits a local level
  std::optional<double> mean = {};       ///< points, of every history
  std::optional<double> sd_level = {};   ///< points per √day, ≥ 0
  std::optional<double> sd_day = {};     ///< points, ≥ 0
  std::optional<double> sd_event = {};   ///< points, ≥ 0
  std::size_t threads = 1;               ///< ≥ 1; any number gives the same bits
  WorkControl control = {};              ///< counts passes over the histories
};

/// One parameter as fitted or given.
struct Estimate {
  std::string name;
  /// "days", "points"
  std::string unit;
  double value = 0;
  /// Whether it was given and not fitted.
  bool given = false;
  /// Standard error of ln value; nothing if the value was given or is on its boundary.
  std::optional<double> se_log = {};

  /// Ends of the confidence interval of 90 %; the value itself if it has no standard error.
  double low() const;
  /// The upper end.
  double high() const;
};

/// The level that a history returns to.
struct OwnMean {
  double mean = 0;  ///< points
  double sd = 0;    ///< standard error, points; 0 if the mean was given
};

/// A latent level by maximum likelihood.
struct LatentFit {
  FitStatus status = FitStatus::failed;
  std::string why;                   ///< empty if converged
  std::vector<Estimate> parameters;  ///< half_life, sd_level, sd_day, sd_event; empty if failed
  std::vector<OwnMean> means;        ///< by history; empty for a local level
  double log_likelihood = 0;         ///< of the acts, `Constants::predicted`
  /// How many were fitted together.
  std::size_t histories = 0;
  std::size_t days = 0;  ///< days with acts, of all histories
  /// Passes over the days.
  int evaluations = 0;

  /// Throws `std::logic_error` if the fit failed.
  LatentLevelOptions options(std::size_t history = 0) const;
  /// For a catalogue: "latent_level half_life=… mean=… sd_level=… sd_day=… sd_event=…".
  std::string model_text(std::size_t history = 0) const;
  /// The result in one line.
  std::string brief() const;
  /// A table of the estimates with their ranges.
  std::string full() const;
};

/// For one history. Throws `std::invalid_argument` for options out of range.
LatentFit fit_latent_level(const DayMeans& history, const LatentFitOptions& options = {});
/// For several histories that share all but their means; throws likewise.
LatentFit fit_latent_level(std::span<const DayMeans> histories, const LatentFitOptions& options = {});

}  // namespace detente
#pragma GCC visibility pop
