#pragma once
/// \file
/// Decay: k(d) = 2^(−d/h), the share of an act that is left after d days. k(0) = 1, k(h) = 1/2, k(∞) = 0, and k(a + b)
/// = k(a)·k(b). Gaps of a million days give 0, not NaN.
///
/// Whole days come from a table, which is many times faster than an exponential and holds exactly the numbers that the
/// formula gives; fractional days are computed.

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <memory>
#include <tuple>

#pragma GCC visibility push(default)
namespace detente {

/// Fading by half in a fixed time, k(d) = 2^(−d/h). Threads: any number may use an object at once.
class Decay {
 public:
  /// `half_life` in days, above 0; infinity never fades. Throws `std::invalid_argument` otherwise.
  explicit Decay(double half_life);

  /// Days; infinity never fades.
  double half_life() const noexcept { return half_life_; }
  /// k at d days, fractions allowed; above 1 for d < 0.
  double operator()(double days) const noexcept { return std::exp2(-days / half_life_); }
  /// k at whole days, with the same bits as the other call, which is used for negative days and days past the table.
  double whole(std::int64_t days) const noexcept {
    return static_cast<std::uint64_t>(days) < table_size ? (*table_)[static_cast<std::size_t>(days)]
                                                         : (*this)(static_cast<double>(days));
  }

 private:
  static constexpr std::uint64_t table_size = 512;
  double half_life_;
  std::shared_ptr<const std::array<double, table_size>> table_;
};

/// Faded moments of a stream of values: Σ w k, Σ w k x, Σ w k (x − mean)², Σ (w k)². The numeric kernel of decayed sums
/// and means. Time enters only as the factor k, so fractional days work as well as whole ones. The spread is centred as
/// values arrive (West 1979), because the difference of two large sums would leave noise for equal values.
struct DecayedMoments {
  double weight = 0;
  double first = 0;
  /// Σ w k (x − mean)².
  double spread = 0;
  /// Σ (w k)².
  double weight_squared = 0;

  /// Fades everything by the factor k as time passes.
  void fade(double k) noexcept {
    weight *= k;
    first *= k;
    spread *= k;
    weight_squared *= k * k;
  }
  /// Adds a value x of weight w ≥ 0.
  void add(double x, double w) noexcept {
    if (weight > 0 && w > 0) {
      const double from_mean = x - first / weight;
      spread += from_mean * from_mean * (w * (weight / (weight + w)));
    }
    weight += w;
    first += w * x;
    weight_squared += w * w;
  }

  /// Kish's effective number of values, (Σ w)² / Σ w²; 0 for none.
  double effective_n() const noexcept { return weight_squared > 0 ? weight * weight / weight_squared : 0; }
  /// Variance of the weighted mean, s² / n with the unbiased s²; NaN unless the effective n exceeds 1.
  double variance_of_mean() const noexcept;

  /// What is stored of them.
  static auto fields(auto& m) { return std::tie(m.weight, m.first, m.spread, m.weight_squared); }
  friend bool operator==(const DecayedMoments&, const DecayedMoments&) = default;
};

}  // namespace detente
#pragma GCC visibility pop
