#include "questions/comparison/input_judge.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace detente::detail {
namespace {

constexpr std::size_t resampled_periods = 12;

NegativeBinomial around(const OriginForecasts& forecasts, std::size_t pair) {
  return {forecasts.means[pair], 1 / forecasts.dispersion};
}

}  // namespace

InputJudge::InputJudge(const ForecastTable& table, const RollingOptions& rolling)
    : table_(&table), first_(rolling.burn_in), chances_(table.origins() - rolling.burn_in * table.pairs.size()) {
  out_.by_pair.resize(table.pairs.size());
  out_.by_period.resize(table.periods.size());
}

/// Calls `judge(pair, outcome)` for each pair that has an outcome.
template <class Judge>
void InputJudge::each(std::size_t period, const Judge& judge) {
  const std::size_t pairs = table_->pairs.size();
  for (std::size_t pair = 0; pair < pairs; ++pair) {
    const float outcome = table_->outcomes[period * pairs + pair];
    if (!std::isnan(outcome)) judge(pair, static_cast<double>(outcome));
  }
}

void InputJudge::add(std::size_t period, std::size_t pair, double loss, double chance) {
  ++judged_;
  out_.by_pair[pair] += loss;
  out_.by_period[period] += loss;
  chances_[(period - first_) * table_->pairs.size() + pair] = chance;
}

void InputJudge::add(std::size_t period, std::size_t pair, const CountJudgement& judgement, double chance) {
  add(period, pair, judgement.log_score, chance);
  crps_ += judgement.crps;
  interval_ += judgement.interval_score;
  covered_ += judgement.covered ? 1U : 0U;
  pit_.add(judgement.below, judgement.up_to);
}

void InputJudge::take(const OriginForecasts& forecasts) {
  each(forecasts.period, [&](std::size_t pair, double outcome) {
    const double chance = forecasts.chances[pair];
    if (table_->kind == OutcomeKind::event)
      add(forecasts.period, pair, log_score(chance, outcome > 0), chance);
    else
      add(forecasts.period, pair, judge(around(forecasts, pair), outcome), chance);
  });
}

void InputJudge::take_resampled(const OriginForecasts& constant) {
  each(constant.period, [&](std::size_t pair, double outcome) {
    const std::vector<double> counts = past(constant.period, pair);
    const auto positive = std::count_if(counts.begin(), counts.end(), [](double y) { return y > 0; });
    const double chance =
        (static_cast<double>(positive) + constant.chances[pair]) / (static_cast<double>(counts.size()) + 1);
    if (table_->kind == OutcomeKind::event)
      add(constant.period, pair, log_score(chance, outcome > 0), chance);
    else
      add(constant.period, pair, judge_resampled(counts, around(constant, pair), outcome), chance);
  });
}

std::vector<double> InputJudge::past(std::size_t period, std::size_t pair) const {
  std::vector<double> out;
  const std::size_t end = period + 1 - table_->complete_after;
  for (std::size_t t = end - std::min(end, resampled_periods); t < end; ++t)
    if (const float y = table_->outcomes[t * table_->pairs.size() + pair]; !std::isnan(y)) out.push_back(y);
  return out;
}

Concordance InputJudge::within_pairs() const {
  const std::size_t pairs = table_->pairs.size(), before = first_ * pairs;
  Concordance out;
  std::vector<ChanceForecast> own;
  for (std::size_t pair = 0; pair < pairs; ++pair) {
    own.clear();
    for (std::size_t i = pair; i < chances_.size(); i += pairs)
      if (const float y = table_->outcomes[before + i]; !std::isnan(y)) own.push_back({chances_[i], y > 0});
    sort_by_chance(own);
    out += concordance(own);
  }
  return out;
}

std::vector<ChanceForecast> InputJudge::ascending() const {
  const std::size_t before = first_ * table_->pairs.size();
  std::vector<ChanceForecast> out;
  out.reserve(judged_);
  for (std::size_t i = 0; i < chances_.size(); ++i)
    if (const float y = table_->outcomes[before + i]; !std::isnan(y)) out.push_back({chances_[i], y > 0});
  sort_by_chance(out);
  return out;
}

JudgedInput InputJudge::finish() {
  InputScores& scores = out_.scores;
  const auto n = static_cast<double>(judged_);
  scores.log_score = std::accumulate(out_.by_period.begin(), out_.by_period.end(), 0.0) / n;
  scores.auc_within = within_pairs().auc();
  const std::vector<ChanceForecast> forecasts = ascending();
  scores.auc = concordance(forecasts).auc();
  scores.reliability = reliability(forecasts);
  if (table_->kind == OutcomeKind::event) return std::move(out_);
  scores.crps = crps_ / n;
  scores.interval_score = interval_ / n;
  scores.coverage = static_cast<double>(covered_) / n;
  scores.pit = pit_.heights();
  return std::move(out_);
}

}  // namespace detente::detail
