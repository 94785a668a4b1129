#include "detente/fit/latent_level_fit.hpp"

#include <array>
#include <cmath>
#include <numbers>

#include "detente/ground/error.hpp"
#include "fit/latent_search.hpp"
#include "ground/limits.hpp"

namespace detente {
using namespace detail;
namespace {

std::vector<Estimate> estimates_of(const LatentProblem& problem, const LatentProblem& asked, const Maximum& found) {
  const LatentParameters& v = problem.values;
  const double half_life = v.rate > 0 ? std::numbers::ln2 / v.rate : infinity;
  std::vector<Estimate> out{{"half_life", "days", half_life},
                            {"sd_level", "points per √day", std::sqrt(v.diffusion)},
                            {"sd_day", "points", std::sqrt(v.day)},
                            {"sd_event", "points", std::sqrt(v.event)}};
  for (std::size_t p = 0; p < 4; ++p) out[p].given = !asked.open[p];
  const std::vector<LatentParameter> sought = problem.sought();
  for (std::size_t k = 0; k < sought.size() && found.standard_errors; ++k)
    if (!found.on_bound[k]) out[sought[k]].se_log = (sought[k] == of_rate ? 1 : 0.5) * (*found.standard_errors)[k];
  return out;
}

/// Notes in words which parameters ended on a bound that has no other meaning.
void note_bounds(LatentProblem& problem, const Maximum& found) {
  const std::array<const char*, 4> names{"half_life", "sd_level", "sd_day", "sd_event"};
  const std::vector<LatentParameter> sought = problem.sought();
  for (std::size_t k = 0; k < found.on_bound.size(); ++k)
    if (found.on_bound[k])
      problem.notes.push_back(sought[k] == of_rate && problem.values.rate > 1
                                  ? "half_life is at its shortest: what looks like a level may be noise"
                                  : std::string(names[sought[k]]) + " is at the end of its range");
}

std::string joined(const std::vector<std::string>& notes) {
  std::string out;
  for (const std::string& note : notes) out += (out.empty() ? "" : "; ") + note;
  return out;
}

void set(LatentProblem& problem, LatentParameter which, const std::optional<double>& given, double value) {
  problem.open[which] = !given;
  if (given) *problem.all()[which] = value;
}

LatentProblem problem_of(std::span<const DayMeans> histories, const LatentFitOptions& o) {
  if (o.half_life && !(*o.half_life > 0)) throw_invalid("half_life", *o.half_life, "is above 0 days, or inf");
  if (o.threads < 1) throw_invalid("threads", 0.0, "are at least 1");
  LatentProblem problem;
  problem.histories = histories;
  problem.threads = o.threads;
  problem.control = o.control;
  const auto squared = [](std::string_view name, const std::optional<double>& sd) {
    if (sd) require_within(name, *sd, 0, 1e6, "points");
    return sd.value_or(0) * sd.value_or(0);
  };
  set(problem, of_rate, o.half_life, rate_of(o.half_life.value_or(1)));
  set(problem, of_diffusion, o.sd_level, squared("sd_level", o.sd_level));
  set(problem, of_day, o.sd_day, squared("sd_day", o.sd_day));
  set(problem, of_event, o.sd_event, squared("sd_event", o.sd_event));
  if (o.sd_day && o.sd_event && *o.sd_day == 0 && *o.sd_event == 0)
    throw_invalid("sd_event", 0.0, "is above 0 where sd_day is 0: acts are not exact");
  if (o.mean) require_within("mean", *o.mean, -1e6, 1e6, "points");
  problem.values.mean = o.mean;
  return problem;
}

/// Why there is nothing to fit; empty if there is.
std::string hopeless(const LatentProblem& problem, const HistorySummary& s) {
  if (s.days < 3) return "fewer than three days with acts";
  if (s.span == 0 && (problem.open[of_rate] || problem.open[of_diffusion])) return "no history has more than one day";
  if (s.variance == 0) return "all days have the same mean";
  if (s.freedom > 0 && s.spread > 0 && !problem.open[of_event] && problem.values.event == 0)
    return "acts of one day differ, and sd_event is given as 0";
  return {};
}

std::vector<OwnMean> means_of(const LatentProblem& problem) {
  std::vector<OwnMean> out;
  for (const DayMeans& h : problem.histories) {
    if (problem.values.rate == 0) break;
    const LatentScore score = latent_score(h, problem.values);
    out.push_back({score.mean, std::sqrt(score.mean_variance)});
  }
  return out;
}

}  // namespace

LatentFit fit_latent_level(const DayMeans& history, const LatentFitOptions& options) {
  return fit_latent_level(std::span(&history, 1), options);
}

LatentFit fit_latent_level(std::span<const DayMeans> histories, const LatentFitOptions& options) {
  LatentProblem problem = problem_of(histories, options);
  const HistorySummary summary = summary_of(histories);
  LatentFit out;
  out.histories = histories.size();
  out.days = summary.days;
  out.why = hopeless(problem, summary);
  if (!out.why.empty()) return out;
  const LatentProblem asked = problem;
  if (problem.open[of_day] && problem.open[of_event] && summary.freedom == 0 && !summary.shares_differ)
    problem.hold(of_day, 0, "one act a day: sd_day cannot be told from sd_event, which has it all");
  const Maximum found = search_latent(problem, summary);
  note_bounds(problem, found);
  out.evaluations = problem.evaluations;
  out.status = found.status == FitStatus::converged && !problem.notes.empty() ? FitStatus::boundary : found.status;
  out.why = out.status == FitStatus::failed ? found.why : joined(problem.notes);
  if (out.status == FitStatus::failed) return out;
  out.parameters = estimates_of(problem, asked, found);
  out.log_likelihood = found.value;
  out.means = means_of(problem);
  return out;
}

}  // namespace detente
