// Only the likelihood, but fast. The textbook recursion waits for a division at every observation. Here the variance is
// kept as a fraction, P = N/D, which makes the Riccati step linear:
//
//     N′ = h (keep² N + added D),   D′ = keep² N + (added + h) D,   F = D′/D
//
// Everything in it is positive, so nothing cancels; the product of the F is D at the end divided by D at the start,
// which leaves one logarithm in total; and 1/D′ is needed outside the dependency chain, not in it. When D leaves its
// range, it is scaled back near 1 by a power of 2, exactly. Each block of observations takes several passes: the
// dependencies between observations are then two short chains, and everything else is loops that a compiler vectorises.

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "ground/limits.hpp"
#include "models/observations.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr std::size_t block_size = 256;
using Column = std::array<double, block_size>;

/// The filter's state and the likelihood so far.
struct Run {
  double origin;     ///< values are taken as deviations from it
  double level = 0;  ///< of the filter, as a deviation
  double n, d = 1;   ///< the filter's variance as a fraction
  double squares = 0;
  double exponent = 0;  ///< of the power of 2 taken out of n and d
  std::size_t observed = 0;
  bool impossible = false;

  void keep_in_range() noexcept {
    if (d > 0x1p-200 && d < 0x1p200) [[likely]]
      return;
    const int by = std::ilogb(d);
    d = std::ldexp(d, -by);
    n = std::ldexp(n, -by);
    exponent += by;
  }
};

/// Rows [from, from + count), their transitions, and the filter's variances before and after each.
class Block {
 public:
  Block(const MeanReversion& process, const Observations& seen) noexcept : process_(process), seen_(seen) {}

  void take_in(Run& run, std::size_t from, std::size_t count) {
    from_ = from;
    count_ = count;
    y_ = seen_.value.data() + from;
    h_ = seen_.variance.data() + from;
    compute_days();
    const bool ordinary = is_ordinary();
    if (!ordinary) check_rows(seen_, from, from + count);
    process_.wanders() ? wander() : revert();
    if (ordinary) {
      pass_variances(run);
      compute_gains(run.origin);
      pass_levels(run);
      run.observed += count;
    } else {
      for (std::size_t i = 0; i < count; ++i) take_in_one(run, i);
    }
  }

 private:
  void compute_days() noexcept {
    const double* now = seen_.time.data() + from_;
    days_[0] = from_ == 0 ? 0.0 : now[0] - now[-1];
    for (std::size_t i = 1; i < count_; ++i) days_[i] = now[i] - now[i - 1];
  }
  void wander() noexcept {
    for (std::size_t i = 0; i < count_; ++i) keep_[i] = 1;
    for (std::size_t i = 0; i < count_; ++i) added_[i] = process_.diffusion * days_[i];
  }
  void revert() noexcept {
    const double rate = process_.rate, stationary = process_.stationary_variance();
    for (std::size_t i = 0; i < count_; ++i) days_[i] = std::min(rate * days_[i], vanished);
    for (std::size_t i = 0; i < count_; ++i) {
      const Fading f = fading_within(days_[i]);
      keep_[i] = f.left;
      added_[i] = stationary * (f.gone * (1 + f.left));
    }
  }

  /// Whether every row obeys the rules, nothing is missing, and no variance is 0, so that no F can be 0.
  bool is_ordinary() const noexcept {
    std::int64_t odd = 0;
    for (std::size_t i = 0; i < count_; ++i) {
      odd |= days_[i] >= 0 ? 0 : 1;
      odd |= days_[i] < highest ? 0 : 1;
      odd |= std::abs(y_[i]) < highest ? 0 : 1;
      odd |= h_[i] > 0 ? 0 : 1;
      odd |= h_[i] <= largest_variance ? 0 : 1;
    }
    return odd == 0;
  }

  void pass_variances(Run& run) noexcept {
    Run r = run;  // in registers
    for (std::size_t i = 0; i < count_; ++i) {
      const double h = h_[i], added = added_[i], kept = keep_[i] * keep_[i];
      n_before_[i] = r.n;
      d_before_[i] = r.d;
      const double n = (h * kept) * r.n + (h * added) * r.d;
      r.d = kept * r.n + (h + added) * r.d;
      r.n = n;
      d_after_[i] = r.d;
      r.keep_in_range();
    }
    run = r;
  }

  void compute_gains(double origin) noexcept {
    for (std::size_t i = 0; i < count_; ++i) {
      const double inverse = 1 / d_after_[i];
      const double predicted = keep_[i] * keep_[i] * n_before_[i] + added_[i] * d_before_[i];
      precision_[i] = d_before_[i] * inverse;
      deviation_[i] = y_[i] - origin;
      pull_[i] = predicted * inverse * deviation_[i];
      stay_[i] = keep_[i] * (h_[i] * precision_[i]);
    }
  }

  void pass_levels(Run& run) noexcept {
    double level = run.level;
    std::size_t i = 0;
    for (; i + 1 < count_; i += 2) {  // two steps at once halve the latency
      before_[i] = level;
      before_[i + 1] = stay_[i] * level + pull_[i];
      level = (stay_[i + 1] * stay_[i]) * level + (stay_[i + 1] * pull_[i] + pull_[i + 1]);
    }
    if (i < count_) {
      before_[i] = level;
      level = stay_[i] * level + pull_[i];
    }
    run.level = level;
    add_squares(run);
  }

  void add_squares(Run& run) noexcept {
    for (std::size_t i = 0; i < count_; ++i) {
      const double v = deviation_[i] - keep_[i] * before_[i];
      square_[i] = v * v * precision_[i];
    }
    run.squares += sum_of_squares();
  }

  /// Four sums in parallel, always over the same rows.
  double sum_of_squares() noexcept {
    std::array<double, 4> sums{};
    std::fill(square_.begin() + static_cast<std::ptrdiff_t>(count_), square_.end(), 0.0);
    for (std::size_t i = 0; i < block_size; i += 4)
      for (std::size_t k = 0; k < 4; ++k) sums[k] += square_[i + k];
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
  }

  /// The same for one row of any kind.
  void take_in_one(Run& run, std::size_t i) const noexcept {
    const double kept = keep_[i] * keep_[i];
    const double predicted = kept * run.n + added_[i] * run.d;
    const double level = keep_[i] * run.level;
    const double after = predicted + h_[i] * run.d;
    const double v = y_[i] - run.origin - level;
    run.level = level;
    run.n = predicted;
    if (seen_.is_missing(from_ + i)) return;
    if (after == 0) {  // known beforehand
      run.impossible |= v != 0;
      return;
    }
    run.squares += v * v * (run.d / after);
    run.level += predicted / after * v;
    run.n *= h_[i];
    run.d = after;
    ++run.observed;
    run.keep_in_range();
  }

  const MeanReversion& process_;
  const Observations& seen_;
  std::size_t from_ = 0, count_ = 0;
  const double* y_ = nullptr;
  const double* h_ = nullptr;
  Column days_, keep_, added_, n_before_, d_before_, d_after_;
  Column precision_, deviation_, pull_, stay_, before_, square_;
};

double finish(const Run& run, std::size_t diffuse, Constants constants) noexcept {
  if (run.impossible) return -std::numeric_limits<double>::infinity();
  const double log_variances = std::log(run.d) + run.exponent * std::numbers::ln2;
  return likelihood_constant(constants, run.observed + diffuse, diffuse) - 0.5 * (run.squares + log_variances);
}

}  // namespace

double likelihood_constant(Constants constants, std::size_t observed, std::size_t diffuse) noexcept {
  const std::size_t counted = constants == Constants::all ? observed : observed - std::min(observed, diffuse);
  return -0.5 * static_cast<double>(counted) * std::log(2 * std::numbers::pi);
}

double log_likelihood(const MeanReversion& process, const Observations& seen, Constants constants) {
  check(process);
  check_lengths(seen);
  const std::size_t start = process.wanders() ? first_observed(seen) : 0;
  check_rows(seen, 0, std::min(start + 1, seen.size()));
  if (start == seen.size()) return 0;
  const std::size_t diffuse = process.wanders() ? 1 : 0;
  Run run{.origin = process.wanders() ? seen.value[start] : process.mean,
          .n = process.wanders() ? seen.variance[start] : process.stationary_variance()};
  Block block(process, seen);
  for (std::size_t from = start + diffuse; from < seen.size(); from += block_size)
    block.take_in(run, from, std::min(block_size, seen.size() - from));
  return finish(run, diffuse, constants);
}

}  // namespace detente
