#pragma once
/// \file
/// Judges one input's forecasts as they come, origin by origin: losses summed by pair and by period, and at the end
/// the scores that need all of them at once. Memory: a number for each judged origin.

#include <vector>

#include "detente/questions/comparison/comparison.hpp"
#include "detente/scores/count_judgement.hpp"
#include "detente/scores/pit.hpp"

namespace detente::detail {

struct JudgedInput {
  InputScores scores;
  /// Summed log scores; `by_period` has all periods of the table, with 0 before the burn-in.
  std::vector<double> by_pair, by_period;
};

class InputJudge {
 public:
  InputJudge(const ForecastTable& table, const RollingOptions& rolling);

  /// Judges the forecasts of a link.
  void take(const OriginForecasts& forecasts);
  /// Judges the mixture of the pair's last twelve complete outcomes and the constant's forecast, all equally likely.
  void take_resampled(const OriginForecasts& constant);
  JudgedInput finish();

 private:
  template <class Judge>
  void each(std::size_t period, const Judge& judge);
  void add(std::size_t period, std::size_t pair, double loss, double chance);
  void add(std::size_t period, std::size_t pair, const CountJudgement& judgement, double chance);
  std::vector<double> past(std::size_t period, std::size_t pair) const;
  Concordance within_pairs() const;
  std::vector<ChanceForecast> ascending() const;

  const ForecastTable* table_;
  std::size_t first_;  ///< judged period
  std::size_t judged_ = 0, covered_ = 0;
  double crps_ = 0, interval_ = 0;
  PitHistogram pit_;
  std::vector<double> chances_;  ///< of each origin from `first_` on; arbitrary for one that is not judged
  JudgedInput out_;
};

}  // namespace detente::detail
