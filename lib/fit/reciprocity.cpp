#include "detente/fit/reciprocity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "detente/ground/error.hpp"

namespace detente {
using namespace detail;
namespace {

/// From the first possible day of any act, hostile or not, to the last: that time was observed.
std::vector<DayWindow> windows_of(std::span<const Act> acts, const ReciprocityOptions& options) {
  if (!options.windows.empty()) return options.windows;
  if (acts.empty())
    throw InputError(ErrorCode::no_events,
                     "there are no acts of this dyad: reciprocity needs at least 100 hostile ones a side");
  DayWindow all{acts.front().date.first, acts.front().date.first};
  for (const Act& act : acts) {
    all.first = std::min(all.first, act.date.first);
    all.last = std::max(all.last, act.date.is_open() ? act.date.first : act.date.last);
  }
  return {all};
}

void check(const ReciprocityOptions& options) {
  if (options.ties == TiePolicy::jitter && options.draws < 20)
    throw_invalid("draws", std::to_string(options.draws), "are at least 20");
  if (options.replicates != 0 && options.replicates < 19)
    throw_invalid("replicates", std::to_string(options.replicates), "are at least 19, or 0 for no test");
}

/// Events whose middle day is observed.
std::vector<DatedEvent> observed(std::vector<DatedEvent> events, std::span<const DayWindow> windows) {
  std::erase_if(events, [&](const DatedEvent& event) {
    return std::none_of(windows.begin(), windows.end(),
                        [&](const DayWindow& w) { return event.middle() >= w.first && event.middle() <= w.last; });
  });
  return events;
}

void require_enough(const Reciprocity& r) {
  if (std::min(r.events[0], r.events[1]) >= reciprocity_minimum) return;
  throw InputError(
      ErrorCode::too_few,
      fmt::format("{0}→{1} has {2} hostile events and {1}→{0} has {3}: reciprocity needs at least {4} of each, because "
                  "with fewer the "
                  "answer is mostly chance. Try `explain` and `index` on the same file instead.",
                  r.sides[0], r.sides[1], r.events[0], r.events[1], reciprocity_minimum));
}

/// Everything the steps share.
struct Study {
  const ReciprocityOptions& options;
  std::vector<DayWindow> windows;
  std::vector<DatedEvent> events;
  Observation observation;

  HawkesFitOptions fit_options() const {
    return {.shared_beta = options.shared_half_life,
            .same_time = options.ties == TiePolicy::sequential ? SameTime::sequential : SameTime::strict,
            .control = options.control.without_progress()};
  }
  HawkesEvents placing(const Observation& under, std::uint32_t draw) const {
    return place(events, 2, under, windows.front().first, options.ties, Draws(options.seed), draw);
  }
  std::vector<HawkesEvents> placings() const {
    std::vector<HawkesEvents> out;
    const std::uint32_t count = options.ties == TiePolicy::jitter ? options.draws : 1;
    for (std::uint32_t draw = 0; draw < count; ++draw) out.push_back(placing(observation, draw));
    return out;
  }
};

std::vector<HawkesFit> fit_all(std::span<const HawkesEvents> placings, HawkesFitOptions options,
                               const WorkControl& control) {
  std::vector<HawkesFit> out;
  for (const HawkesEvents& events : placings) {
    control.at({out.size(), placings.size(), "fits"});
    out.push_back(fit_hawkes(events, options));
    if (!options.start && out.back().status != FitStatus::failed) options.start = out.back().parameters;
  }
  return out;
}

void read_half_lives(Reciprocity& r) {
  const std::vector<double>& beta = r.fit.parameters.beta;
  for (std::size_t b = 0; b < 2; ++b) {
    const std::size_t i = beta.size() == 1 ? 0 : b;
    const auto& error = r.fit.standard_errors[r.fit.parameters.size() - beta.size() + i];
    r.half_life[b] = r.fit.parameters.half_life(b);
    if (r.half_life[b] && error) r.half_life_error[b] = *r.half_life[b] * *error / beta[i];
  }
}

void read_ratios(Reciprocity& r) {
  for (std::size_t a = 0; a < 2; ++a) {
    for (std::size_t b = 0; b < 2; ++b) {
      r.ratio[a][b].value = r.fit.parameters.branching[2 * a + b];
      r.ratio[a][b].standard_error = r.fit.standard_errors[r.fit.parameters.mu.size() + 2 * a + b];
    }
  }
}

/// Pieces of about a year, or fewer pieces if there are few events; each has some observed days.
std::vector<double> drifting_changes(const Observation& observation, std::size_t events) {
  const double pieces = std::clamp(std::min(observation.length() / 365, static_cast<double>(events) / 100), 2.0, 12.0);
  std::vector<double> changes;
  double seen = 0;
  for (const ObservedWindow& w : observation.windows) {
    for (double next = observation.length() / pieces * static_cast<double>(changes.size() + 1);
         next < seen + (w.to - w.from) && static_cast<double>(changes.size() + 1) < pieces;
         next = observation.length() / pieces * static_cast<double>(changes.size() + 1))
      changes.push_back(w.from + (next - seen));
    seen += w.to - w.from;
  }
  return changes;
}

/// The same fit with a background rate that may change: how much of the excitation is drift?
void let_drift(Reciprocity& r, const Study& study) {
  Observation drifting = study.observation;
  drifting.changes = drifting_changes(drifting, r.events[0] + r.events[1]);
  if (drifting.pieces() <= study.observation.pieces()) drifting = study.observation;
  r.drift_pieces = drifting.pieces();
  const HawkesFit fit = fit_hawkes(study.placing(drifting, 0), study.fit_options());
  for (std::size_t a = 0; a < 2; ++a)
    for (std::size_t b = 0; b < 2; ++b) r.ratio[a][b].under_drift = fit.parameters.branching[2 * a + b];
}

void check_fit(Reciprocity& r, const Study& study, std::span<const HawkesEvents> placings,
               std::span<const HawkesFit> fits) {
  std::array<std::vector<ExponentialCheck>, 2> checks;
  for (std::size_t i = 0; i < fits.size(); ++i) {
    const auto gaps = rescaled_gaps(placings[i], fits[i].parameters, study.fit_options().same_time);
    for (std::size_t a = 0; a < 2; ++a) checks[a].push_back(check_exponential(gaps[a]));
  }
  for (std::size_t a = 0; a < 2; ++a) {
    std::sort(checks[a].begin(), checks[a].end(), [](const auto& x, const auto& y) { return x.p_value < y.p_value; });
    r.residuals[a] = checks[a][checks[a].size() / 2];
  }
}

/// Tests on at most five placings, because each replicate is fitted as often.
void test(Reciprocity& r, const Study& study, std::span<const HawkesEvents> placings) {
  if (study.options.replicates == 0) return;
  ExcitationTestOptions options{study.options.replicates, study.options.seed, study.fit_options()};
  options.control = study.options.control;
  const auto few = placings.first(std::min<std::size_t>(5, placings.size()));
  r.any = test_excitation(few, options);
  options.kept = {true, false, false, true};
  r.answers = test_excitation(few, options);
}

std::string drift_caveat(const Reciprocity& r) {
  return fmt::format(
      "Excitation is not identified against a drifting rate: a rate that rises and falls makes acts cluster just as "
      "answers do. With a baseline of {} pieces the ratios are {:.2f} ({} answers {}) and {:.2f} ({} answers {}); "
      "drift "
      "within a piece still counts as answers.",
      r.drift_pieces, r.ratio[0][1].under_drift, r.sides[0], r.sides[1], r.ratio[1][0].under_drift, r.sides[1],
      r.sides[0]);
}

std::string ties_caveat(const Reciprocity& r) {
  return fmt::format(
      "{:.0f} % of the events follow another on the same day; who came first there is not known (policy: {}).",
      100 * r.same_day, to_text(r.ties));
}

std::string silence_caveat(const ReciprocityOptions& options) {
  if (!options.windows.empty())
    return fmt::format("{} windows are taken as observed; acts outside them are left out.", options.windows.size());
  return "Every day from the first act to the last is taken as observed. A gap in the coverage would read as calm "
         "and push the ratios towards 1: name the observed windows if there is one.";
}

std::vector<std::string> caveats_of(const Reciprocity& r, const ReciprocityOptions& options) {
  std::vector<std::string> out{drift_caveat(r), ties_caveat(r), silence_caveat(options)};
  if (std::min(r.half_life[0].value_or(2), r.half_life[1].value_or(2)) < 1)
    out.emplace_back(
        "Answers within a day cannot be seen in events that are known to the day: a half-life below 1 is a guess.");
  if (r.fit.parameters.spectral_radius() > 0.95)
    out.emplace_back(
        "The ratios are close to those of a process that explodes: suspect a silence, a drift, or a change of the "
        "source "
        "before believing them.");
  if (std::min(r.residuals[0].p_value, r.residuals[1].p_value) < 0.01)
    out.emplace_back("The model does not fit: in time rescaled by its rate the acts are not a Poisson process.");
  return out;
}

std::string number(double value, const std::optional<double>& error) {
  return error ? fmt::format("{:.2f} ± {:.2f}", value, *error) : fmt::format("{:.2f}", value);
}

std::string in_days(const std::optional<double>& value, const std::optional<double>& error) {
  return value ? number(*value, error) + " days" : "none, for there are none";
}

std::string test_line(const char* what, const std::optional<ExcitationTest>& test) {
  if (!test) return fmt::format("{}: not tested\n", what);
  return fmt::format("{}: p = {:.3f} (gain {:.1f}; chance reaches {:.1f} in 5 % of {} replicates)\n", what,
                     test->p_value, test->gain, test->chance_gain, test->replicates);
}

}  // namespace

std::string Reciprocity::brief() const {
  const auto answer = [&](std::size_t a, std::size_t b) {
    return fmt::format("{} answers {} with {}", sides[a], sides[b],
                       number(ratio[a][b].value, ratio[a][b].standard_error));
  };
  std::string out = fmt::format("{}; {} (hostile acts per act, ± standard error); half-life of responses: {}",
                                answer(0, 1), answer(1, 0), in_days(half_life[0], half_life_error[0]));
  if (half_life[0] != half_life[1]) out += fmt::format(" and {}", in_days(half_life[1], half_life_error[1]));
  if (answers) out += fmt::format("; nobody answers: p = {:.3f}", answers->p_value);
  return out + (fit.status == FitStatus::failed ? "; THE FIT FAILED: " + fit.why : "");
}

std::string Reciprocity::full() const {
  std::string out = brief() + "\n\n";
  out += fmt::format("{0}→{1}: {2} hostile events, {1}→{0}: {3}, in {4:.0f} observed days\n", sides[0], sides[1],
                     events[0], events[1], days);
  out +=
      fmt::format("fit: {}{}{}, {} placings\n", to_text(fit.status), fit.why.empty() ? "" : ", ", fit.why, fit.draws);
  for (std::size_t a = 0; a < 2; ++a) {
    for (std::size_t b = 0; b < 2; ++b)
      out += fmt::format("  {} {} {}: {} (with a drifting baseline {:.2f})\n", sides[a], a == b ? "repeats" : "answers",
                         a == b ? "itself" : sides[b], number(ratio[a][b].value, ratio[a][b].standard_error),
                         ratio[a][b].under_drift);
    out += fmt::format("  half-life of responses to {}: {}\n", sides[a], in_days(half_life[a], half_life_error[a]));
  }
  out += test_line("no excitation at all", any) + test_line("each side repeats itself, neither answers", answers);
  for (std::size_t a = 0; a < 2; ++a)
    out += fmt::format("fit of {}'s acts: residual mean {:.2f}, variance {:.2f}, p = {:.3f}\n", sides[a],
                       residuals[a].mean, residuals[a].variance, residuals[a].p_value);
  for (const std::string& caveat : caveats) out += "note: " + caveat + "\n";
  return out;
}

Reciprocity reciprocity(std::span<const Act> acts, const Dyad& dyad, const ReciprocityOptions& options) {
  check(options);
  const std::vector<DayWindow> windows = windows_of(acts, options);
  const Study study{options, windows, observed(hostile_events(acts, options.mark_by_points), windows),
                    observation_of(windows, options.baseline_changes)};
  Reciprocity out;
  const Dyad pair = dyad.canonical();
  out.sides = {pair.source, pair.target};
  for (const DatedEvent& event : study.events) ++out.events[event.stream];
  require_enough(out);
  out.days = study.observation.length();
  out.same_day = same_day_share(study.events);
  out.ties = options.ties;
  const std::vector<HawkesEvents> placings = study.placings();
  const std::vector<HawkesFit> fits = fit_all(placings, study.fit_options(), options.control);
  out.fit = pool(fits);
  read_ratios(out);
  read_half_lives(out);
  let_drift(out, study);
  check_fit(out, study, placings, fits);
  test(out, study, placings);
  out.caveats = caveats_of(out, options);
  return out;
}

}  // namespace detente
