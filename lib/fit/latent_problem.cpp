#include "fit/latent_problem.hpp"

#include <algorithm>

#include "ground/parallel.hpp"

namespace detente::detail {
namespace {

double sum_of_squares(const DayMeans& h) noexcept {
  double mean = 0, squares = 0;
  for (std::size_t i = 0; i < h.size(); ++i) mean += h.mean[i] / static_cast<double>(h.size());
  for (const double x : h.mean) squares += (x - mean) * (x - mean);
  return squares;
}

}  // namespace

HistorySummary summary_of(std::span<const DayMeans> histories) {
  HistorySummary s;
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

void LatentProblem::hold(LatentParameter which, double value, std::string note) {
  *all()[which] = value;
  open[which] = false;
  notes.push_back(std::move(note));
}

std::vector<LatentParameter> LatentProblem::sought() const {
  std::vector<LatentParameter> out;
  for (const auto p : {of_rate, of_diffusion, of_day, of_event})
    if (open[p]) out.push_back(p);
  return out;
}

LatentParameters LatentProblem::at(std::span<const double> logs) const {
  LatentProblem there = *this;
  std::size_t next = 0;
  for (const LatentParameter p : sought()) *there.all()[p] = std::exp(logs[next++]);
  return there.values;
}

double log_likelihood(const LatentProblem& problem, std::span<const double> logs, std::span<double> gradient) {
  const LatentParameters values = problem.at(logs);
  std::vector<LatentScore> scores(problem.histories.size());
  for_each_item(scores.size(), problem.threads,
                [&](std::size_t i) { scores[i] = latent_score(problem.histories[i], values); });
  double sum = 0;
  std::array<double, 4> by{};
  for (const LatentScore& score : scores) {
    sum += score.value;
    for (std::size_t k = 0; k < 4; ++k) by[k] += score.gradient[k];
  }
  std::size_t next = 0;
  for (const LatentParameter p : problem.sought()) gradient[next++] = by[p];
  return sum;
}

}  // namespace detente::detail
