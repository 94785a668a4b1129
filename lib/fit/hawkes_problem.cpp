#include "fit/hawkes_problem.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "detente/ground/error.hpp"

namespace detente::detail {

HawkesProblem::HawkesProblem(const HawkesEvents& events, const HawkesFitOptions& options)
    : events_(events), options_(options), streams_(static_cast<std::size_t>(events.streams())) {
  shape_.mu.assign(streams_ * events.pieces(), 0);
  shape_.branching.assign(streams_ * streams_, 0);
  shape_.beta.assign(options.shared_beta ? 1 : streams_, 1);
  if (!options.excites.empty() && options.excites.size() != shape_.branching.size())
    throw_invalid("excites", std::to_string(options.excites.size()), "has one choice for each branching ratio");
  if (options.start && options.start->size() != shape_.size())
    throw_invalid("start", std::to_string(options.start->size()), "has the parameters of the fit");
  measure();
  choose_free();
}

bool HawkesProblem::may_excite() const { return !free_.empty() && free_.back() >= shape_.mu.size(); }

HawkesParameters HawkesProblem::poisson() const {
  HawkesParameters out = shape_;
  for (std::size_t i = 0; i < out.mu.size(); ++i) out.mu[i] = rate(i);
  for (double& beta : out.beta) beta = 1 / longest_;
  return out;
}

double HawkesProblem::poisson_log_likelihood() const {
  double sum = 0;
  for (std::size_t i = 0; i < shape_.mu.size(); ++i)
    if (count(i) > 0) sum += count(i) * (std::log(rate(i)) - 1);
  return sum;
}

/// Half of the events from the background rate, the other half triggered with a mean delay of `days`.
HawkesParameters HawkesProblem::start(double days) const {
  HawkesParameters out = poisson();
  for (double& beta : out.beta) beta = 1 / days;
  for (std::size_t a = 0; a < streams_; ++a) {
    double causes = 0;
    for (std::size_t b = 0; b < streams_; ++b) causes += may_excite(a, b) ? 1 : 0;
    if (causes == 0) continue;
    for (std::size_t b = 0; b < streams_; ++b)
      if (may_excite(a, b)) out.branching[a * streams_ + b] = 0.5 / causes / mean_mark_;
    for (std::size_t k = 0; k < events_.pieces(); ++k) out.mu[a * events_.pieces() + k] /= 2;
  }
  return out;
}

/// From the smallest gap (but at least a thirtieth of the mean gap) to half of the span.
std::vector<double> HawkesProblem::time_constants() const {
  std::vector<double> out;
  const double mean_gap = events_.length() / static_cast<double>(events_.size());
  for (double days = std::max(shortest_, mean_gap / 30); days < longest_ / 2; days *= 10) out.push_back(days);
  if (out.empty()) out.push_back(longest_ / 2);
  return out;
}

void HawkesProblem::count_pass() {
  options_.control.at({static_cast<std::uint64_t>(evaluations_++), std::nullopt, "passes"});
}

std::vector<HawkesParameters> HawkesProblem::starts() {
  std::vector<std::pair<double, HawkesParameters>> all, best;
  for (const double days : time_constants()) {
    const HawkesParameters p = start(days);
    count_pass();
    all.emplace_back(log_likelihood(events_, p, options_.same_time), p);
  }
  for (std::size_t i = 0; i < all.size(); ++i)
    if ((i == 0 || all[i].first >= all[i - 1].first) && (i + 1 == all.size() || all[i].first > all[i + 1].first))
      best.push_back(all[i]);
  std::sort(best.begin(), best.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  if (best.size() > 3) best.resize(3);
  std::vector<HawkesParameters> out;
  out.reserve(best.size());
  for (auto& [value, p] : best) out.push_back(std::move(p));
  return out;
}

HawkesParameters HawkesProblem::climb(const HawkesParameters& start) {
  const std::vector<double> row = start.row();
  std::vector<double> from;
  Box box;
  for (const std::size_t i : free_) {
    box.lower.push_back(std::log(std::max(lower_[i], smallest(i))));
    box.upper.push_back(std::log(upper_[i]));
    from.push_back(std::clamp(std::log(std::max(row[i], smallest(i))), box.lower.back(), box.upper.back()));
  }
  const auto n = static_cast<double>(events_.size());
  std::vector<double> slope(row.size());
  const auto objective = [&](std::span<const double> at, std::span<double> gradient) {
    count_pass();
    const double value = log_likelihood(events_, from_logs(at), options_.same_time, slope);
    for (std::size_t i = 0; i < free_.size(); ++i) gradient[i] = slope[free_[i]] * std::exp(at[i]) / n;
    return value / n;
  };
  return from_logs(detail::climb(objective, std::move(from), box, 1e-6).at);
}

Polish HawkesProblem::polish(const HawkesParameters& from) {
  std::vector<double> start = from.row();
  for (std::size_t i = shape_.mu.size(); i < shape_.mu.size() + shape_.branching.size(); ++i)
    if (start[i] < 1e-5) start[i] = 0;
  for (std::size_t i = 0; i < start.size(); ++i) start[i] = std::clamp(start[i], lower_[i], upper_[i]);
  const auto objective = [&](std::span<const double> at) {
    count_pass();
    HawkesCurvature c = curvature(events_, shape_.with(at), options_.same_time);
    return Curved{c.value, std::move(c.gradient), std::move(c.hessian)};
  };
  return detail::polish(objective, std::move(start), {lower_, upper_});
}

HawkesParameters HawkesProblem::from_logs(std::span<const double> logs) const {
  std::vector<double> row = poisson().row();
  for (std::size_t i = 0; i < free_.size(); ++i) row[free_[i]] = std::exp(logs[i]);
  return shape_.with(row);
}

double HawkesProblem::count(std::size_t mu) const {
  return static_cast<double>(events_.count(static_cast<int>(mu / events_.pieces()), mu % events_.pieces()));
}
double HawkesProblem::rate(std::size_t mu) const { return count(mu) / events_.piece_lengths()[mu % events_.pieces()]; }
double HawkesProblem::smallest(std::size_t i) const { return i < shape_.mu.size() ? 1e-6 * rate(i) : 1e-8; }

bool HawkesProblem::may_excite(std::size_t a, std::size_t b) const {
  return events_.count(static_cast<int>(a)) > 0 && events_.count(static_cast<int>(b)) > 0 && mean_mark_ > 0 &&
         (options_.excites.empty() || options_.excites[a * streams_ + b]);
}

bool HawkesProblem::excites_with(std::size_t beta) const {
  for (std::size_t a = 0; a < streams_; ++a)
    for (std::size_t b = 0; b < streams_; ++b)
      if ((shape_.beta.size() == 1 || b == beta) && may_excite(a, b)) return true;
  return false;
}

/// Gaps and marks, on which starts and ranges depend.
void HawkesProblem::measure() {
  longest_ = events_.observation().end() - events_.observation().begin();
  shortest_ = longest_;
  const EventColumns& columns = events_.columns();
  for (std::size_t i = 1; i < events_.size(); ++i)
    if (const double gap = columns.times[i] - columns.times[i - 1]; gap > 0) shortest_ = std::min(shortest_, gap);
  for (const double mark : columns.marks) mean_mark_ += mark / static_cast<double>(events_.size());
}

/// A rate without an event in its piece is 0 at the maximum, and so is every ratio of a silent stream.
void HawkesProblem::choose_free() {
  lower_.assign(shape_.size(), 0.0);
  upper_.assign(shape_.size(), 0.0);
  for (std::size_t i = 0; i < shape_.mu.size(); ++i) upper_[i] = 10 * rate(i);
  for (std::size_t i = 0; i < shape_.branching.size(); ++i)
    if (may_excite(i / streams_, i % streams_)) upper_[shape_.mu.size() + i] = 100 / mean_mark_;
  for (std::size_t i = 0; i < shape_.size(); ++i)
    if (upper_[i] > 0) free_.push_back(i);
  for (std::size_t b = 0; b < shape_.beta.size(); ++b) {
    const std::size_t i = shape_.size() - shape_.beta.size() + b;
    lower_[i] = 0.01 / longest_;
    upper_[i] = std::max(100 / shortest_, 1 / longest_);
    if (excites_with(b)) free_.push_back(i);
  }
}

}  // namespace detente::detail
