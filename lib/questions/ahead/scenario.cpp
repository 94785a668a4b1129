#include "detente/questions/ahead/scenario.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "detente/ground/error.hpp"
#include "detente/ground/number.hpp"
#include "detente/ground/text.hpp"
#include "questions/ahead/known_code.hpp"
#include "questions/ahead/known_days.hpp"
#include "questions/ahead/laid_over.hpp"
#include "questions/ahead/mixture.hpp"
#include "questions/relation/assumptions.hpp"

namespace detente {
using namespace detail;
namespace {

/// Probabilities are written with a few digits, and their sum is rounded.
constexpr double rounding_of_sums = 1e-9;

double sum_of(const ScheduledEvent& event) {
  double sum = 0;
  for (const Outcome& outcome : event.outcomes) sum += outcome.probability;
  return sum;
}

double chance_of_nothing(const ScheduledEvent& event) {
  const double rest = 1 - sum_of(event);
  return rest > rounding_of_sums ? rest : 0;
}

void check_event(const ScheduledEvent& event) {
  std::set<std::string> names;
  for (const Outcome& outcome : event.outcomes) {
    if (!(outcome.probability > 0 && outcome.probability <= 1))
      throw_invalid("probability", outcome.probability, "is above 0 and at most 1");
    if (outcome.name.empty() || !names.insert(outcome.name).second)
      throw_invalid("outcome", outcome.name, "is a name of its own among those of a scheduled event");
  }
  if (sum_of(event) > 1 + rounding_of_sums)
    throw_invalid("probability", sum_of(event), "outcomes exclude each other and sum to at most 1");
}

void check_scenario(const ScenarioRequest& request) {
  if (request.horizon < 1 || request.horizon > most_horizon)
    throw_invalid("horizon", std::to_string(request.horizon), fmt::format("is 1 to {} days", most_horizon));
  if (request.scoring.scale.looks_back())
    throw_invalid("scale", to_text(request.scoring.scale), "a forecast needs a scale that does not look back");
  std::set<std::string> names;
  std::size_t combinations = 1;
  for (const ScheduledEvent& event : request.scheduled) {
    check_event(event);
    if (!names.insert(event.name).second) throw_invalid("scheduled", event.name, "is scheduled once");
    combinations *= event.outcomes.size() + (chance_of_nothing(event) > 0 ? 1 : 0);
    if (combinations > most_combinations)
      throw_invalid(
          "scheduled", std::to_string(request.scheduled.size()),
          fmt::format("have at most {} combinations of outcomes; leave out what matters least", most_combinations));
  }
}

/// One outcome as it is scored.
struct Branch {
  std::size_t scheduled = 0;
  std::string name = {};  ///< empty: nothing comes of it
  double probability = 0;
  std::vector<Act> acts = {};
};

/// One outcome of each scheduled event.
struct Combination {
  double probability = 1;
  std::vector<const Branch*> branches = {};
};

void append(std::vector<Act>& to, const std::vector<Act>& acts) { to.insert(to.end(), acts.begin(), acts.end()); }

/// Makes one forecast.
class Scenarios {
 public:
  Scenarios(const EventLog& log, const ScenarioRequest& request)
      : request_(request),
        scoring_(request.scoring),
        history_(prepare(log, request.selection, scoring_, PeriodKind::month, {},
                         end_known(request.to, request.selection, scoring_))),
        today_(history_.days.back()) {
    if (is_warming_up(scoring_, today_)) throw_warming_up(scoring_, today_);
    std::erase_if(history_.coding.acts, [&](const Act& act) { return act.date.first > today_; });
    const bool needs_all = !scoring_.model.is_additive();
    days_ = every_day(needs_all ? history_.days.front() : today_, last() + 1);
    for (std::size_t i = 0; i < request.scheduled.size(); ++i) take_branches(i);
    combine();
    find_stretches();
  }

  ScenarioForecast forecast() const {
    ScenarioForecast out{.pair = chosen_dyad(request_.selection.dyad.canonical(), scoring_.direction),
                         .direction = scoring_.direction,
                         .day = today_,
                         .last = last()};
    out.index = index_today();
    out.whole_pasts = stretches_.size();
    out.pasts = laid_.size() > 1 ? laid_.size() : 0;
    out.combinations = combinations_.size();
    const std::vector<std::vector<WeightedPath>> paths = all_paths();
    out.fan = fan_of(paths, nullptr, path({}));
    for (const Branch& branch : branches_)
      out.outcomes.push_back({request_.scheduled[branch.scheduled].name, branch.name, branch.probability,
                              fan_of(paths, &branch, path(branch.acts))});
    out.unknown = history_.coding.unknown;
    out.provenance = provenance_of(request_.selection, scoring_);
    out.provenance.assumptions = assumptions_of(history_.coding).sentences();
    return out;
  }

 private:
  Day last() const { return today_ + request_.horizon; }

  // ---- outcomes ----

  void take_branches(std::size_t number) {
    const ScheduledEvent& event = request_.scheduled[number];
    for (const Outcome& outcome : event.outcomes)
      branches_.push_back({number, outcome.name, outcome.probability, acts_of(outcome)});
    if (const double rest = chance_of_nothing(event); rest > 0) branches_.push_back({number, {}, rest, {}});
  }

  [[noreturn]] void refuse(const Event& event, const std::string& text, const std::string& rule) const {
    const std::string where =
        event.line > 0 ? fmt::format("{}:{}", visible_path(request_.name), event.line) : visible_path(request_.name);
    throw InputError(ErrorCode::bad_table,
                     fmt::format("{}: '{}': {}; nothing is forecast", where, visible(text), rule));
  }

  void check_act(const Event& event) const {
    const Day first = event.date.first;
    if (first <= today_)
      refuse(event, to_text(event.date),
             fmt::format("not after {}, the last known day; forecast as of an earlier day, or schedule it later",
                         to_text(today_)));
    if (first > last())
      refuse(event, to_text(event.date),
             fmt::format("after {}, the last day of the forecast; give it a longer horizon", to_text(last())));
    if (const auto rule = unknown_code_rule(scoring_.codebook, event)) refuse(event, event.code, *rule);
    if (coded({event}).empty())
      refuse(event, to_text(Dyad{event.source, event.target}),
             fmt::format("no act of {} as asked", to_text(request_.selection.dyad)));
  }

  /// The acts of events that are not known yet.
  std::vector<Act> coded(const std::vector<Event>& events) const {
    EventLog log("scenario");
    for (Event event : events) {
      event.id.clear();
      event.revision.reset();
      event.reported.reset();
      log.add(event);
    }
    Selection selection = request_.selection;
    selection.as_of.reset();
    CodingRules rules = scoring_.rules;
    rules.volume = Volume::none;  // nobody knows how much will be reported
    return code_events(log, selection, scoring_.codebook, rules, scoring_.own_scores).acts;
  }

  std::vector<Act> acts_of(const Outcome& outcome) const {
    for (const Event& event : outcome.acts) check_act(event);
    return coded(outcome.acts);
  }

  void combine() {
    combinations_.emplace_back();
    for (std::size_t i = 0; i < request_.scheduled.size(); ++i) {
      std::vector<Combination> longer;
      for (const Combination& so_far : combinations_)
        for (const Branch& branch : branches_) {
          if (branch.scheduled != i) continue;
          Combination with = so_far;
          with.probability *= branch.probability;
          with.branches.push_back(&branch);
          longer.push_back(std::move(with));
        }
      combinations_ = std::move(longer);
    }
  }

  // ---- past stretches ----

  /// The stretches that begin with a month, from the pair's first event to today, and what they brought.
  void find_stretches() {
    const Day first = history_.coding.acts.front().date.first;
    for (const Period& month : periods_between(PeriodKind::month, first, today_ + 1))
      if (month.first >= first && month.first + request_.horizon <= today_ + 1)
        stretches_.push_back({month.first, month.first + request_.horizon});
    laid_ = {{}};
    if (stretches_.size() < least_pasts) return;
    laid_.clear();
    for (const Window& stretch : std::span(stretches_).last(std::min(stretches_.size(), most_pasts)))
      laid_.push_back(
          laid_over(history_.coding.acts, stretch, static_cast<std::int32_t>(today_ + 1 - stretch.first), today_));
  }

  // ---- paths ----

  std::vector<std::optional<double>> index_with(const std::vector<Act>& more) const {
    std::vector<Act> acts = history_.coding.acts;
    append(acts, more);
    return index_path(score(scoring_.model, acts, days_, scoring_.direction), days_, scoring_).index;
  }
  std::size_t known_days() const { return days_.size() - static_cast<std::size_t>(request_.horizon); }
  double known(const std::vector<std::optional<double>>& index, std::size_t day) const {
    if (!index[day])
      throw_invalid("model", scoring_.model.text(),
                    fmt::format("has no index on {} if nothing is reported", to_text(days_[day])));
    return *index[day];
  }
  double index_today() const { return known(index_with({}), known_days() - 1); }

  /// The index on the coming days if these acts come.
  std::vector<double> path(const std::vector<Act>& more) const {
    const std::vector<std::optional<double>> index = index_with(more);
    std::vector<double> out;
    for (std::size_t i = known_days(); i < index.size(); ++i) out.push_back(known(index, i));
    return out;
  }

  /// By combination: a path for each past stretch.
  std::vector<std::vector<WeightedPath>> all_paths() const {
    std::vector<std::vector<WeightedPath>> out;
    for (const Combination& combination : combinations_) {
      out.emplace_back();
      for (const std::vector<Act>& past : laid_) {
        std::vector<Act> more = past;
        for (const Branch* branch : combination.branches) append(more, branch->acts);
        out.back().push_back({combination.probability / static_cast<double>(laid_.size()), path(more)});
      }
    }
    return out;
  }

  /// The mixture of all paths, or of those on which the branch comes true.
  std::vector<FanDay> fan_of(const std::vector<std::vector<WeightedPath>>& paths, const Branch* branch,
                             const std::vector<double>& silent) const {
    std::vector<const WeightedPath*> mixed;
    for (std::size_t i = 0; i < paths.size(); ++i) {
      const auto& with = combinations_[i].branches;
      if (branch && std::find(with.begin(), with.end(), branch) == with.end()) continue;
      for (const WeightedPath& path : paths[i]) mixed.push_back(&path);
    }
    std::vector<FanDay> out;
    for (std::size_t i = 0; i < silent.size(); ++i) {
      constexpr std::array<double, 5> shares{0.05, 0.25, 0.5, 0.75, 0.95};
      const std::vector<double> q = mixture_quantiles(mixed, i, shares);
      out.push_back({days_[known_days() + i], silent[i], q[0], q[1], q[2], q[3], q[4]});
    }
    return out;
  }

  const ScenarioRequest& request_;
  const Scoring& scoring_;
  History history_;
  Day today_;
  std::vector<Day> days_;  ///< sampled: the last known one and the coming ones, or all
  std::vector<Branch> branches_;
  std::vector<Combination> combinations_;
  std::vector<Window> stretches_;
  std::vector<std::vector<Act>> laid_;  ///< what each stretch used brought; one without acts if there are too few
};

}  // namespace

ScenarioForecast scenario_forecast(const EventLog& log, const ScenarioRequest& request) {
  check_scenario(request);
  refuse_beyond_reports(request.to, request.selection, request.scoring);
  return Scenarios(log, request).forecast();
}

}  // namespace detente
