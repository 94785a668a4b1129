#include "detente/scores/count_judgement.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "detente/ground/error.hpp"
#include "detente/scores/quantile.hpp"

namespace detente {
namespace {

constexpr double tail = 1e-8;  // its square is the error of a term in a forecast's CRPS
constexpr double longest_walk = 1e6;

/// The probabilities of a negative binomial from 0 on, each computed from the one before.
class Probabilities {
 public:
  explicit Probabilities(const NegativeBinomial& f)
      : size_(f.size), odds_(f.mean / (f.mean + f.size)), next_(std::exp(-f.size * std::log1p(f.mean / f.size))) {}
  double operator()() {
    const double now = next_;
    next_ *= (k_ + size_) / (k_ + 1) * odds_;
    ++k_;
    return now;
  }

 private:
  double size_, odds_, next_, k_ = 0;
};

void check(const NegativeBinomial& forecast, double outcome, double coverage) {
  if (!(outcome >= 0) || outcome != std::floor(outcome)) throw_invalid("outcome", outcome, "is a count: 0, 1, 2 …");
  if (!(coverage > 0 && coverage < 1)) throw_invalid("coverage", coverage, "is above 0 and below 1");
  if (!(forecast.size > 0) || std::isinf(forecast.size)) throw_invalid("size", forecast.size, "is above 0 and finite");
  require_within("mean", forecast.mean, 0, 1e15, "events");
}

/// Walks over the distribution function, from the probabilities from 0 on, at least to `last`.
template <class Probability>
CountJudgement walk(Probability probability, double outcome, double last, double coverage) {
  CountJudgement out;
  const double low = (1 - coverage) / 2, high = (1 + coverage) / 2;
  bool has_lower = false, has_upper = false;
  double below = 0;
  for (double k = 0; k <= last || (below < 1 - tail && k < longest_walk); ++k) {
    const double at = std::min(1.0, below + probability());
    if (!has_lower && at >= low) out.lower = k, has_lower = true;
    if (!has_upper && at >= high) out.upper = k, has_upper = true;
    if (k == outcome) out.below = below, out.up_to = at;
    const double off = outcome <= k ? 1 - at : at;
    out.crps += off * off;
    below = at;
  }
  out.interval_score = interval_score(out.lower, std::max(out.lower, out.upper), coverage, outcome);
  out.covered = out.lower <= outcome && outcome <= out.upper;
  return out;
}

}  // namespace

CountJudgement judge(const NegativeBinomial& forecast, double outcome, double coverage) {
  check(forecast, outcome, coverage);
  CountJudgement out = walk(Probabilities(forecast), outcome, outcome, coverage);
  out.log_score = log_score(forecast, outcome);
  return out;
}

CountJudgement judge_resampled(std::span<const double> counts, const NegativeBinomial& other, double outcome,
                               double coverage) {
  check(other, outcome, coverage);
  const double weight = 1 / (static_cast<double>(counts.size()) + 1);
  const auto share = [&](double k) {
    return weight * static_cast<double>(std::count(counts.begin(), counts.end(), k));
  };
  const double most = counts.empty() ? 0 : *std::max_element(counts.begin(), counts.end());
  const auto mixed = [&, k = 0.0, own = Probabilities(other)]() mutable { return share(k++) + weight * own(); };
  CountJudgement out = walk(mixed, outcome, std::max(outcome, most), coverage);
  out.log_score = -std::log(share(outcome) + weight * std::exp(-log_score(other, outcome)));
  return out;
}

}  // namespace detente
