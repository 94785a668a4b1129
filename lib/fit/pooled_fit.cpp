#include "detente/fit/pooled_fit.hpp"

#include <fmt/format.h>

#include <cmath>

#include "detente/ground/error.hpp"

namespace detente {
namespace {

/// One parameter over the draws.
struct Spread {
  double mean = 0, between = 0, within = 0;
  std::size_t with_error = 0;
};

Spread spread_of(std::span<const HawkesFit* const> fits, std::size_t i) {
  Spread out;
  const auto m = static_cast<double>(fits.size());
  for (const HawkesFit* fit : fits) out.mean += fit->parameters.row()[i] / m;
  for (const HawkesFit* fit : fits) {
    const double off = fit->parameters.row()[i] - out.mean;
    if (fits.size() > 1) out.between += off * off / (m - 1);
    if (!fit->standard_errors[i]) continue;
    out.within += *fit->standard_errors[i] * *fit->standard_errors[i];
    ++out.with_error;
  }
  if (out.with_error > 0) out.within /= static_cast<double>(out.with_error);
  return out;
}

void combine(PooledFit& out, std::span<const HawkesFit* const> fits) {
  const auto m = static_cast<double>(fits.size());
  std::vector<double> means;
  for (std::size_t i = 0; i < out.parameters.size(); ++i) {
    const Spread spread = spread_of(fits, i);
    means.push_back(spread.mean);
    if (2 * spread.with_error <= fits.size()) continue;
    const double from_dates = (1 + 1 / m) * spread.between;
    out.standard_errors[i] = std::sqrt(spread.within + from_dates);
    out.share_from_dates[i] = from_dates / (spread.within + from_dates);
  }
  out.parameters = out.parameters.with(means);
  for (const HawkesFit* fit : fits) out.gain += fit->gain() / m;
}

void describe(PooledFit& out) {
  if (2 * out.failed >= out.draws) {
    out.status = FitStatus::failed;
    return;
  }
  out.status = FitStatus::converged;
  out.why.clear();
  for (const auto& error : out.standard_errors)
    if (!error) out.status = FitStatus::boundary;
  if (out.status == FitStatus::boundary) out.why = "parameters at the end of their range have no standard error";
  if (out.failed > 0)
    out.why += fmt::format("{}{} of {} draws failed", out.why.empty() ? "" : "; ", out.failed, out.draws);
}

}  // namespace

PooledFit pool(std::span<const HawkesFit> fits) {
  if (fits.empty()) throw_invalid("fits", "none", "are at least one");
  PooledFit out;
  out.draws = fits.size();
  out.parameters = fits.front().parameters;
  out.standard_errors.resize(out.parameters.size());
  out.share_from_dates.resize(out.parameters.size());
  std::vector<const HawkesFit*> good;
  for (const HawkesFit& fit : fits) {
    if (fit.status == FitStatus::failed)
      out.why = fit.why;
    else
      good.push_back(&fit);
  }
  out.failed = fits.size() - good.size();
  if (!good.empty()) combine(out, good);
  describe(out);
  return out;
}

}  // namespace detente
