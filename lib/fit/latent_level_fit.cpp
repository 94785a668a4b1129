#include "detente/fit/latent_level_fit.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

#include "detente/ground/error.hpp"
#include "fit/latent_score.hpp"
#include "ground/limits.hpp"
#include "ground/parallel.hpp"

namespace detente {
using namespace detail;
namespace {

/// Days. A level that is gone within a day is what sd_day is for.
constexpr double shortest_half_life = 0.5;

double rate_of(double half_life) noexcept { return std::isinf(half_life) ? 0 : std::numbers::ln2 / half_life; }

/// A summary of the histories, for starts and bounds.
struct Summary {
  std::size_t days = 0;
  double span = 0;      ///< the longest
  double variance = 0;  ///< of the days' means about their history's
  double spread = 0;    ///< within days
  double freedom = 0;
  double share = 0;  ///< mean of 1/W
  bool shares_differ = false;
};

double sum_of_squares(const DayMeans& h) noexcept {
  double mean = 0, squares = 0;
  for (std::size_t i = 0; i < h.size(); ++i) mean += h.mean[i] / static_cast<double>(h.size());
  for (const double x : h.mean) squares += (x - mean) * (x - mean);
  return squares;
}

Summary summary_of(std::span<const DayMeans> histories) {
  Summary s;
  double first_share = -1;
  for (const DayMeans& h : histories) {
    if (h.size() == 0) continue;
    s.days += h.size();
    s.span = std::max(s.span, h.time.back() - h.time.front());
    s.variance += sum_of_squares(h);
    s.spread += h.spread;
    s.freedom += h.freedom;
    if (first_share < 0) first_share = h.share[0];
    for (const double share : h.share) {
      s.share += share;
      s.shares_differ |= share != first_share;
    }
  }
  if (s.days > 0) s.variance /= static_cast<double>(s.days), s.share /= static_cast<double>(s.days);
  return s;
}

/// The four parameters as values (θ, σ², sd_day², sd_event²), and which of them are being fitted.
struct Quest {
  std::span<const DayMeans> histories;
  LatentParameters values;
  std::array<bool, 4> open = {};
  std::size_t threads = 1;
  std::vector<std::string> notes;
  int evaluations = 0;

  std::array<double*, 4> all() { return {&values.rate, &values.diffusion, &values.day, &values.event}; }
  /// Takes a parameter out of the search.
  void hold(LatentParameter which, double value, std::string note) {
    *all()[which] = value;
    open[which] = false;
    notes.push_back(std::move(note));
  }
  std::vector<LatentParameter> sought() const {
    std::vector<LatentParameter> out;
    for (const auto p : {of_rate, of_diffusion, of_day, of_event})
      if (open[p]) out.push_back(p);
    return out;
  }
  LatentParameters at(std::span<const double> logs) const {
    Quest there = *this;
    std::size_t next = 0;
    for (const LatentParameter p : sought()) *there.all()[p] = std::exp(logs[next++]);
    return there.values;
  }
};

/// The sum over histories, always in the same order.
double log_likelihood(const Quest& quest, std::span<const double> logs, std::span<double> gradient) {
  const LatentParameters values = quest.at(logs);
  std::vector<LatentScore> scores(quest.histories.size());
  for_each_item(scores.size(), quest.threads,
                [&](std::size_t i) { scores[i] = latent_score(quest.histories[i], values); });
  double sum = 0;
  std::array<double, 4> by{};
  for (const LatentScore& score : scores) {
    sum += score.value;
    for (std::size_t k = 0; k < 4; ++k) by[k] += score.gradient[k];
  }
  std::size_t next = 0;
  for (const LatentParameter p : quest.sought()) gradient[next++] = by[p];
  return sum;
}

/// Lower and upper bounds of the logarithms.
struct Range {
  double lower, upper;
};

Range range_of(LatentParameter which, const Summary& s) {
  const double scale = std::max(s.variance, s.freedom > 0 ? s.spread / s.freedom : 0);
  const double span = std::max(s.span, 1.0);
  if (which == of_rate) return {std::log(std::numbers::ln2 / (100 * span)), std::log(rate_of(shortest_half_life))};
  if (which == of_diffusion) return {std::log(1e-9 * scale / span), std::log(1e4 * scale)};
  return {std::log(1e-9 * scale), std::log(1e4 * scale)};
}

/// A start with a given half-life: half of the days' variance goes to the level, and the rest is what the acts do not
/// explain.
LatentParameters start_with(double half_life, const Quest& quest, const Summary& s) {
  Quest start = quest;
  const double variance = std::max(s.variance, 1e-3 * s.spread / std::max(s.freedom, 1.0));
  const double rate = quest.open[of_rate] ? rate_of(half_life) : quest.values.rate;
  const double event = s.freedom > 0 ? s.spread / s.freedom : variance / (2 * s.share);
  const std::array<double, 4> guess{rate, rate > 0 ? rate * variance : variance / std::max(s.span, 1.0),
                                    std::max(0.5 * variance - event * s.share, 0.1 * variance), event};
  for (const LatentParameter p : quest.sought()) *start.all()[p] = guess[p];
  return start.values;
}

std::vector<double> logs_of(LatentParameters values, const Quest& quest) {
  Quest there = quest;
  there.values = values;
  std::vector<double> out;
  for (const LatentParameter p : quest.sought()) out.push_back(std::log(*there.all()[p]));
  return out;
}

/// Half-lives in steps of decades, as far as the span can tell them apart.
std::vector<double> half_lives(const Summary& s, bool sought) {
  std::vector<double> out;
  for (double days = 1; sought && days <= 3 * s.span; days *= 10) out.push_back(days);
  if (out.empty()) out.push_back(std::max(s.span, 1.0));
  return out;
}

Maximum search(const Quest& quest, const Summary& s, const std::vector<LatentParameters>& starts) {
  Parameters parameters;
  for (const LatentParameters& start : starts) parameters.starts.push_back(logs_of(start, quest));
  for (const LatentParameter p : quest.sought()) {
    parameters.lower.push_back(range_of(p, s).lower);
    parameters.upper.push_back(range_of(p, s).upper);
  }
  parameters.observations = static_cast<double>(s.days) + s.freedom;
  const auto likelihood = [&](std::span<const double> at, std::span<double> gradient) {
    return log_likelihood(quest, at, gradient);
  };
  return maximise(likelihood, parameters);
}

/// The values with one of them at 0. A level that vanishes leaves its variance to the days, or to the acts, because a
/// level that returns within hours is the same as noise.
LatentParameters without(const Quest& quest, LatentParameter which) {
  Quest limit = quest;
  LatentParameters& v = limit.values;
  const double stationary = which == of_diffusion && v.rate > 0 ? v.diffusion / (2 * v.rate) : 0;
  *limit.all()[which] = 0;
  if (quest.open[of_day]) {
    v.day += stationary;
  } else if (quest.open[of_event]) {
    v.event += stationary;
  }
  return v;
}

/// Sets a parameter to 0 if the histories are as likely without it, so that there is no evidence for it.
bool gives_way(Quest& quest, LatentParameter which, double likelihood, const char* note) {
  constexpr double nothing = 1e-4;
  if (!quest.open[which]) return false;
  Quest limit = quest;
  limit.values = without(quest, which);
  limit.open = {};
  if (limit.values.day == 0 && limit.values.event == 0) return false;
  if (!(log_likelihood(limit, {}, {}) >= likelihood - nothing)) return false;
  quest.values = limit.values;
  quest.hold(which, 0, note);
  return true;
}

/// Sets one idle parameter at a time to 0, because the others may be needed again without it.
bool give_way(Quest& quest, double likelihood) {
  if (gives_way(quest, of_diffusion, likelihood, "sd_level is 0: the level does not move")) {
    if (quest.open[of_rate]) quest.hold(of_rate, quest.values.mean ? 1.0 : 0.0, "half_life then says nothing");
    return true;
  }
  return gives_way(quest, of_day, likelihood, "sd_day is 0: no day effect is seen") ||
         gives_way(quest, of_event, likelihood, "sd_event is 0: acts of a day do not differ") ||
         (!quest.values.mean &&
          gives_way(quest, of_rate, likelihood, "half_life is inf: within the span the level does not return"));
}

/// Searches, and searches again without the parameters that were set to 0.
Maximum find(Quest& quest, const Summary& s) {
  std::vector<LatentParameters> starts;
  for (const double days : half_lives(s, quest.open[of_rate])) starts.push_back(start_with(days, quest, s));
  while (!quest.sought().empty()) {
    Maximum found = search(quest, s, starts);
    quest.evaluations += found.evaluations;
    if (found.at.empty()) return found;
    quest.values = quest.at(found.at);
    if (!give_way(quest, found.value)) return found;
    starts = {quest.values};
  }
  Maximum nothing_sought;
  nothing_sought.status = FitStatus::converged;
  nothing_sought.standard_errors.emplace();
  nothing_sought.value = log_likelihood(quest, {}, {});
  return nothing_sought;
}

std::vector<Estimate> estimates_of(const Quest& quest, const Quest& asked, const Maximum& found) {
  const LatentParameters& v = quest.values;
  const double half_life = v.rate > 0 ? std::numbers::ln2 / v.rate : infinity;
  std::vector<Estimate> out{{"half_life", "days", half_life},
                            {"sd_level", "points per √day", std::sqrt(v.diffusion)},
                            {"sd_day", "points", std::sqrt(v.day)},
                            {"sd_event", "points", std::sqrt(v.event)}};
  for (std::size_t p = 0; p < 4; ++p) out[p].given = !asked.open[p];
  const std::vector<LatentParameter> sought = quest.sought();
  for (std::size_t k = 0; k < sought.size() && found.standard_errors; ++k)
    if (!found.on_bound[k]) out[sought[k]].se_log = (sought[k] == of_rate ? 1 : 0.5) * (*found.standard_errors)[k];
  return out;
}

/// Notes in words which parameters ended on a bound that has no other meaning.
void note_bounds(Quest& quest, const Maximum& found) {
  const std::array<const char*, 4> names{"half_life", "sd_level", "sd_day", "sd_event"};
  const std::vector<LatentParameter> sought = quest.sought();
  for (std::size_t k = 0; k < found.on_bound.size(); ++k)
    if (found.on_bound[k])
      quest.notes.push_back(sought[k] == of_rate && quest.values.rate > 1
                                ? "half_life is at its shortest: what looks like a level may be noise"
                                : std::string(names[sought[k]]) + " is at the end of its range");
}

std::string joined(const std::vector<std::string>& notes) {
  std::string out;
  for (const std::string& note : notes) out += (out.empty() ? "" : "; ") + note;
  return out;
}

void set(Quest& quest, LatentParameter which, const std::optional<double>& given, double value) {
  quest.open[which] = !given;
  if (given) *quest.all()[which] = value;
}

Quest quest_of(std::span<const DayMeans> histories, const LatentFitOptions& o) {
  if (o.half_life && !(*o.half_life > 0)) throw_invalid("half_life", *o.half_life, "is above 0 days, or inf");
  if (o.threads < 1) throw_invalid("threads", 0.0, "are at least 1");
  Quest quest;
  quest.histories = histories;
  quest.threads = o.threads;
  const auto squared = [](std::string_view name, const std::optional<double>& sd) {
    if (sd) require_within(name, *sd, 0, 1e6, "points");
    return sd.value_or(0) * sd.value_or(0);
  };
  set(quest, of_rate, o.half_life, rate_of(o.half_life.value_or(1)));
  set(quest, of_diffusion, o.sd_level, squared("sd_level", o.sd_level));
  set(quest, of_day, o.sd_day, squared("sd_day", o.sd_day));
  set(quest, of_event, o.sd_event, squared("sd_event", o.sd_event));
  if (o.sd_day && o.sd_event && *o.sd_day == 0 && *o.sd_event == 0)
    throw_invalid("sd_event", 0.0, "is above 0 where sd_day is 0: acts are not exact");
  if (o.mean) require_within("mean", *o.mean, -1e6, 1e6, "points");
  quest.values.mean = o.mean;
  return quest;
}

/// Why there is nothing to fit; empty if there is.
std::string hopeless(const Quest& quest, const Summary& s) {
  if (s.days < 3) return "fewer than three days with acts";
  if (s.span == 0 && (quest.open[of_rate] || quest.open[of_diffusion])) return "no history has more than one day";
  if (s.variance == 0) return "all days have the same mean";
  if (s.freedom > 0 && s.spread > 0 && !quest.open[of_event] && quest.values.event == 0)
    return "acts of one day differ, and sd_event is given as 0";
  return {};
}

std::vector<OwnMean> means_of(const Quest& quest) {
  std::vector<OwnMean> out;
  for (const DayMeans& h : quest.histories) {
    if (quest.values.rate == 0) break;
    const LatentScore score = latent_score(h, quest.values);
    out.push_back({score.mean, std::sqrt(score.mean_variance)});
  }
  return out;
}

}  // namespace

LatentFit fit_latent_level(const DayMeans& history, const LatentFitOptions& options) {
  return fit_latent_level(std::span(&history, 1), options);
}

LatentFit fit_latent_level(std::span<const DayMeans> histories, const LatentFitOptions& options) {
  Quest quest = quest_of(histories, options);
  const Summary summary = summary_of(histories);
  LatentFit out;
  out.histories = histories.size();
  out.days = summary.days;
  out.why = hopeless(quest, summary);
  if (!out.why.empty()) return out;
  const Quest asked = quest;
  if (quest.open[of_day] && quest.open[of_event] && summary.freedom == 0 && !summary.shares_differ)
    quest.hold(of_day, 0, "one act a day: sd_day cannot be told from sd_event, which has it all");
  const Maximum found = find(quest, summary);
  note_bounds(quest, found);
  out.evaluations = quest.evaluations;
  out.status = found.status == FitStatus::converged && !quest.notes.empty() ? FitStatus::boundary : found.status;
  out.why = out.status == FitStatus::failed ? found.why : joined(quest.notes);
  if (out.status == FitStatus::failed) return out;
  out.parameters = estimates_of(quest, asked, found);
  out.log_likelihood = found.value;
  out.means = means_of(quest);
  return out;
}

}  // namespace detente
