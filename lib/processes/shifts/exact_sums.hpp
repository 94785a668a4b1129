#pragma once
/// \file
/// Sums from any place to any other in O(1), with the digits that a difference of two large sums would lose: every
/// running sum is a pair of doubles, high + low, kept by error-free additions and products.
///
/// Source: Knuth (sum), Dekker 1971 (product, without a fused multiply-add, which baseline processors lack).

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace detente::detail {

struct Exact {
  double high = 0;
  double low = 0;
};

inline Exact exact_sum(double a, double b) noexcept {
  const double sum = a + b;
  const double b_taken = sum - a;
  return {sum, (a - (sum - b_taken)) + (b - b_taken)};
}

inline Exact halves(double a) noexcept {
  const double shifted = 134217729.0 * a;  // 2^27 + 1
  const double high = shifted - (shifted - a);
  return {high, a - high};
}

/// For factors below 1e300, which the split would push past the largest double.
inline Exact exact_product(double a, double b) noexcept {
  const double product = a * b;
  const Exact x = halves(a), y = halves(b);
  return {product, ((x.high * y.high - product) + x.high * y.low + x.low * y.high) + x.low * y.low};
}

/// Running sums; `between(from, to)` is the sum of terms from … to − 1.
class ExactSums {
 public:
  explicit ExactSums(std::size_t terms) : sums_(1) { sums_.reserve(terms + 1); }
  void add(Exact term) {
    const Exact sum = exact_sum(sums_.back().high, term.high);
    sums_.push_back(exact_sum(sum.high, sum.low + (sums_.back().low + term.low)));
  }
  Exact between(std::size_t from, std::size_t to) const noexcept {
    const Exact a = sums_[from], b = sums_[to];
    const Exact sum = exact_sum(b.high, -a.high);
    return exact_sum(sum.high, sum.low + (b.low - a.low));
  }

 private:
  std::vector<Exact> sums_;
};

/// Mean, and sum of squared distances from it, of any stretch of a series (better centred, to keep squares small).
class StretchMoments {
 public:
  explicit StretchMoments(std::span<const double> values) : sums_(values.size()), squares_(values.size()) {
    for (const double x : values) sums_.add({x, 0}), squares_.add(exact_product(x, x));
  }
  double mean(std::size_t from, std::size_t to) const noexcept {
    return from == to ? 0 : sums_.between(from, to).high / static_cast<double>(to - from);
  }
  double squares_around_mean(std::size_t from, std::size_t to) const noexcept {
    const Exact sum = sums_.between(from, to), squares = squares_.between(from, to);
    const auto count = static_cast<double>(std::max<std::size_t>(to - from, 1));
    const Exact product = exact_product(sum.high, sum.high);
    const double quotient = product.high / count;
    const Exact back = exact_product(quotient, count);
    const double rest = (((product.high - back.high) - back.low) + (product.low + 2 * sum.high * sum.low)) / count;
    return std::max(0.0, (squares.high - quotient) + (squares.low - rest));
  }

 private:
  ExactSums sums_, squares_;
};

}  // namespace detente::detail
