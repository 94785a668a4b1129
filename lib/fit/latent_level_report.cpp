// A fit as text: the model text that a catalogue reads, one line, and a table.

#include <fmt/format.h>

#include <cmath>
#include <stdexcept>

#include "detente/fit/latent_level_fit.hpp"
#include "detente/ground/number.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr double normal_95 = 1.6448536269514722;  ///< two-sided 90 %

std::string range_of(const Estimate& e) {
  if (e.given) return "given";
  if (!e.se_log) return "on its boundary";
  return fmt::format("{:.3g} to {:.3g}", e.low(), e.high());
}

}  // namespace

double Estimate::low() const { return value * std::exp(-normal_95 * se_log.value_or(0)); }
double Estimate::high() const { return value * std::exp(normal_95 * se_log.value_or(0)); }

LatentLevelOptions LatentFit::options(std::size_t history) const {
  if (status == FitStatus::failed) throw std::logic_error("the fit failed: " + why);
  const double mean = means.empty() ? 0.0 : means.at(history).mean;
  return {parameters[0].value, mean, parameters[1].value, parameters[2].value, parameters[3].value};
}

std::string LatentFit::model_text(std::size_t history) const {
  const LatentLevelOptions o = options(history);
  return fmt::format("latent_level half_life={} mean={} sd_level={} sd_day={} sd_event={}", shortest(o.half_life),
                     shortest(o.mean), shortest(o.sd_level), shortest(o.sd_day), shortest(o.sd_event));
}

std::string LatentFit::brief() const {
  if (status == FitStatus::failed) return "failed: " + why;
  return fmt::format("{}, half-life {:.3g} days ({}), {} days of {} {}{}{}", to_text(status), parameters[0].value,
                     range_of(parameters[0]), days, histories, histories == 1 ? "history" : "histories",
                     why.empty() ? "" : "; ", why);
}

std::string LatentFit::full() const {
  std::string out = brief() + "\n";
  if (status == FitStatus::failed) return out;
  for (const Estimate& e : parameters)
    out += fmt::format("  {:<10} {:>9.4g} {:<16} {}\n", e.name, e.value, e.unit, range_of(e));
  if (means.size() == 1)
    out += fmt::format("  {:<10} {:>9.4g} {:<16} ± {:.3g} (90 %)\n", "mean", means[0].mean, "points",
                       normal_95 * means[0].sd);
  return out + fmt::format("  ln L = {:.3f}, {} evaluations\n", log_likelihood, evaluations);
}

}  // namespace detente
