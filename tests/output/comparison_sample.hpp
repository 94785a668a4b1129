#pragma once
/// What the outputs of a comparison are shown with.

#include "detente/questions/comparison/comparison.hpp"

namespace detente::test {

/// A baseline, a better model with an evil name, and a worse one that ranks as the baseline does.
inline Comparison sample_comparison(OutcomeKind kind = OutcomeKind::count) {
  Comparison out;
  out.kind = kind;
  out.pairs = {{"ISR", "LBN"}, {"ISR", "SYR"}};
  out.first = period_of(PeriodKind::month, Day::from_civil(2001, 1, 1));
  out.last = period_of(PeriodKind::month, Day::from_civil(2003, 12, 1));
  out.periods = 36;
  out.judged = 72;
  out.positive = 12;
  out.eras = {out.first};
  const auto input = [&](const char* name, Verdict verdict, double loss) {
    ComparedInput made;
    made.name = name;
    made.verdict = verdict;
    made.scores.log_score = loss;
    made.scores.gain = 100 * (1 - loss);
    made.scores.auc = 0.75;
    made.scores.reliability = {0.1, 0.01, 0.05, 0.14, {{0, 0.2, 0.1, 0.05, 40}, {0.3, 0.9, 0.5, 0.6, 32}}};
    if (kind == OutcomeKind::count) {
      made.scores.crps = 0.5;
      made.scores.coverage = 0.96;
      made.scores.interval_score = 3;
      made.scores.pit = {0.9, 1.1, 1.0, 1.0};
    }
    return made;
  };
  out.inputs = {input("own history", Verdict::baseline, 0.7), input("<b>mine</b>", Verdict::better, 0.6),
                input("copy", Verdict::worse, 0.8)};
  PairedDifference better{.points = 10,
                          .lower = 4,
                          .upper = 15,
                          .least_without = -1,
                          .most_without = 12,
                          .least_pair = 1,
                          .most_pair = 0,
                          .by_era = {10},
                          .test = {0.1, 3, 0.004},
                          .corrected_p = 0.008};
  out.inputs[1].difference = better;
  better.points = -10;
  better.lower = -15;
  better.upper = -4;
  better.least_without = -12;
  better.most_without = -8;
  out.inputs[2].difference = better;
  out.inputs[2].repeats = "last value";
  return out;
}

}  // namespace detente::test
