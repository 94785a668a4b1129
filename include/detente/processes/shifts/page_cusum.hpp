#pragma once
/// \file
/// An alarm for a mean that has left its target, value by value as they come: Page's cumulative sum in its tabular,
/// two-sided form. With z = (value − target)/sd,
///
///     upper ← max(0, upper + z − k)       lower ← min(0, lower + z + k)       alarm: upper > h or lower < −h
///
/// k is the slack and h the decision interval, both in standard deviations: k is half of the smallest shift that
/// matters, h sets how seldom a quiet series raises an alarm (run_length.hpp). Landmarks: k = 0.5 and h = 5 raise a
/// false alarm once in 465 values and find a shift of one standard deviation after 10.4 on average.
///
/// It is meant for independent values, such as the innovations of a filter. On autocorrelated values the alarms come
/// far more often than the run length says.
///
/// Source: Page 1954; Montgomery, Introduction to Statistical Quality Control, ch. 9.

#include <cstddef>
#include <cstdint>

#pragma GCC visibility push(default)
namespace detente {

/// What is watched for.
struct CusumOptions {
  double target = 0;  ///< in the unit of the values
  double sd = 1;      ///< > 0, in the unit of the values
  double k = 0.5;     ///< ≥ 0, in standard deviations
  double h = 5;       ///< > 0, in standard deviations
};

/// Which sum is past its limit.
enum class CusumAlarm : std::uint8_t { none, above, below, both };

/// Page's sums of what lies beyond the usual, both ways. Threads: any number may use an object at once.
class PageCusum {
 public:
  /// What it knows of the values so far. A copy goes on from where the original stood.
  struct State {
    double upper = 0;             ///< ≥ 0
    double lower = 0;             ///< ≤ 0
    std::size_t seen = 0;         ///< values, without the missing
    std::size_t above_since = 0;  ///< the number of values before the upper sum last left 0: where a shift up began
    /// The same of the lower sum.
    std::size_t below_since = 0;
    friend bool operator==(const State&, const State&) = default;
  };

  /// Throws `std::invalid_argument` for options out of range.
  explicit PageCusum(const CusumOptions& options);

  /// As given.
  const CusumOptions& options() const noexcept { return options_; }
  /// A missing value (NaN) leaves the state as it is. An alarm does not begin anew: assign a new state for that.
  void observe(State& state, double value) const noexcept;
  /// Which sums of the state are past h.
  CusumAlarm alarm(const State& state) const noexcept;

 private:
  CusumOptions options_;
};

}  // namespace detente
#pragma GCC visibility pop
