#pragma once
/// \file
/// Combines the fits to several draws of the same events (times within the day, vague dates, doubtful acts) into one,
/// as fits to multiply imputed data are combined (Rubin's rules). The estimate is the mean over the draws; its
/// variance is the mean variance W within a draw plus (1 + 1/m) times the variance B between the m draws, so it covers
/// what the events leave open and what their dates leave open.
///
/// Source: Rubin 1987, "Multiple Imputation for Nonresponse in Surveys".

#include <optional>
#include <span>
#include <vector>

#include "detente/fit/hawkes_fit.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Fits to several placings of the same dated events as one (Rubin's rules).
struct PooledFit {
  HawkesParameters parameters;
  /// In the order of `HawkesParameters::row`; nothing for a parameter that has no standard error in half of the draws
  /// or more.
  std::vector<std::optional<double>> standard_errors;
  /// Share of the variance that comes from not knowing the times: (1 + 1/m) B / total.
  std::vector<std::optional<double>> share_from_dates;
  std::size_t draws = 0;   ///< that were fitted
  std::size_t failed = 0;  ///< of these, left out because their fit failed
  FitStatus status = FitStatus::failed;
  /// Why not converged; empty if it is.
  std::string why = {};
  double gain = 0;  ///< mean of `HawkesFit::gain`
};

/// The status is failed if half of the fits or more failed, boundary if any parameter has no standard error. Throws
/// `std::invalid_argument` without fits.
PooledFit pool(std::span<const HawkesFit> fits);

}  // namespace detente
#pragma GCC visibility pop
