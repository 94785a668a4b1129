#include "detente/questions/ahead/calibration_months.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "detente/contracts/run.hpp"
#include "detente/contracts/severe_counts.hpp"
#include "detente/ground/error.hpp"

namespace detente {
using namespace detail;
namespace {

const TwoSpeed& two_speed_of(const Scoring& scoring) {
  if (const TwoSpeed* model = scoring.model.as<TwoSpeed>()) return *model;
  throw_invalid("model", scoring.model.text(), "a calibration is of two_speed");
}

/// Codes pairs one after the other.
class Months {
 public:
  Months(const DyadRows& pairs, const CalibrationRequest& request)
      : pairs_(pairs), request_(request), scoring_(request.scoring), model_(two_speed_of(scoring_)) {
    if (scoring_.direction != DirectionChoice::both)
      throw_invalid("direction", to_text(scoring_.direction), "a calibration is of both sides together");
    if (!scoring_.codebook.defines_severe())
      throw_invalid("codebook", scoring_.codebook.name(), "it calls no code severe; give it a column severe");
    if (scoring_.rules.volume == Volume::log) scoring_.rules = with_totals(scoring_.rules, pairs.totals(request.as_of));
    choose_pairs();
    fix_months();
  }

  Calibration fitted() {
    std::vector<CalibrationMonth> months;
    std::size_t number = 0;
    for (std::size_t i = 0; i < chosen_.size(); ++i) {
      request_.control.at({i, chosen_.size(), "pairs"});
      if (add_pair(chosen_[i], number, months)) ++number;
    }
    Calibration out = fit_calibration(months, request_.control);
    out.name = request_.name;
    out.coding = coding_of(request_.scoring, pairs_.actors().rule());
    out.first = periods_.empty() ? from_ : periods_.front().first;
    out.last = to_ - 1;
    return out;
  }

 private:
  void choose_pairs() {
    std::set<Dyad> wanted;
    for (const Dyad& pair : request_.pairs) wanted.insert(pair.canonical());
    for (std::size_t i = 0; i < pairs_.size(); ++i)
      if (request_.pairs.empty() || wanted.erase(pairs_.dyad(i)) > 0) chosen_.push_back(i);
    if (!wanted.empty())
      throw InputError(ErrorCode::no_events, fmt::format("no event of the pair {}", to_text(*wanted.begin())));
  }

  std::vector<CodedEvent> events_of(std::size_t pair) const {
    const Selection selection{.dyad = pairs_.dyad(pair), .as_of = request_.as_of, .actors = pairs_.actors()};
    return apply_rules(pairs_.log(), select(pairs_.log(), pairs_.rows(pair), selection), scoring_.codebook,
                       scoring_.rules);
  }

  /// Sets the days that reports cover, and the months in them that have a next month.
  void fix_months() {
    if (!request_.from || !request_.to) find_coverage();
    from_ = request_.from.value_or(from_);
    to_ = request_.to.value_or(to_);
    if (to_ <= from_) return;
    for (const Period& month : periods_between(PeriodKind::month, from_, to_))
      if (month.end - from_ >= model_.warm_up_days() && month.end <= to_) periods_.push_back(month);
    for (const Period& month : periods_) days_.push_back(month.last_day());
  }

  void find_coverage() {
    std::optional<Day> first, last;
    for (std::size_t pair = 0; pair < pairs_.size(); ++pair) {
      request_.control.without_progress().at({pair, pairs_.size(), "pairs"});
      for (const EventRow& row : pairs_.rows(pair)) {
        first = std::min(first.value_or(row.first), row.first);
        last = std::max(last.value_or(row.first), row.first);
      }
    }
    if (!first) return;
    from_ = *first;
    to_ = *last + 1;
  }

  /// Adds the pair's months; returns whether it has enough events to count.
  bool add_pair(std::size_t pair, std::size_t number, std::vector<CalibrationMonth>& months) const {
    const std::vector<CodedEvent> events = events_of(pair);
    if (request_.pairs.empty() && events.size() < request_.least_events) return false;
    const Coding coding = score_events(pairs_.log(), events, scoring_.codebook, scoring_.own_scores, pairs_.actors());
    const std::vector<Strain> strain = strain_at(model_, impulses_for(scoring_.model, coding.acts).both, days_);
    const std::vector<double> severe = severe_counts(severe_acts(coding.acts, scoring_.codebook), periods_);
    for (std::size_t i = 0; i + 1 < periods_.size(); ++i)
      months.push_back({number, strain[i].acute, strain[i].chronic, severe[i + 1]});
    return true;
  }

  const DyadRows& pairs_;
  const CalibrationRequest& request_;
  Scoring scoring_;
  const TwoSpeed& model_;
  std::vector<std::size_t> chosen_;
  Day from_, to_;
  std::vector<Period> periods_;
  std::vector<Day> days_;
};

}  // namespace

std::vector<Strain> strain_at(const TwoSpeed& model, std::span<const Impulse> both, std::span<const Day> days) {
  std::vector<Strain> out(days.size());
  run_states(model, both, days, [&](std::size_t i, const TwoSpeed::State& state) {
    const auto parts = model.parts(state);
    out[i] = {parts[TwoSpeed::acute].strain, parts[TwoSpeed::chronic].strain};
  });
  return out;
}

CalibrationCoding coding_of(const Scoring& scoring, RollUp roll_up) {
  const TwoSpeedOptions& options = two_speed_of(scoring).options();
  CalibrationCoding out;
  out.codebook = scoring.codebook.name();
  out.codebook_hash = scoring.codebook.hash();
  out.rules = fmt::format("{}, status {}", to_text(scoring.rules), to_text(scoring.rules.status));
  out.scores = scoring.own_scores ? "file" : "codebook";
  out.roll_up = to_text(roll_up);
  out.profile = scoring.profile ? full_name(*scoring.profile) : "none";
  out.profile_standing = scoring.profile ? to_text(scoring.profile->standing) : "none";
  out.rho = options.rho;
  out.kappa = options.kappa;
  out.half_life_acute = options.half_life_acute;
  out.half_life_chronic = options.half_life_chronic;
  return out;
}

Calibration calibrate(const DyadRows& pairs, const CalibrationRequest& request) {
  return Months(pairs, request).fitted();
}

}  // namespace detente
