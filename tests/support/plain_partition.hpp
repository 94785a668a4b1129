#pragma once
/// \file
/// The best cuts found the plain way, by trying every last segment of every beginning of the series, without pruning
/// anything and in long double: what a clever search is held to.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>
#include <vector>

#include "detente/processes/shifts/change_points.hpp"

namespace detente::test {

/// What a segment's cost depends on, grown value by value (Welford).
struct PlainSegment {
  long double count = 0, mean = 0, squares = 0, around_series = 0;

  void add(long double x, long double series_mean) {
    count += 1;
    const long double distance = x - mean;
    mean += distance / count;
    squares += distance * (x - mean);
    around_series += (x - series_mean) * (x - series_mean);
  }
};

/// The objective as the result of `change_points` says it was priced.
struct PlainPartition {
  std::vector<double> values;  // none missing
  ChangeIn change_in = ChangeIn::mean;
  ChangePoints priced;
  std::size_t min_length = 1;

  long double series_mean() const {
    PlainSegment all;
    for (const double x : values) all.add(x, 0);
    return all.mean;
  }
  static long double normal(long double count, long double squares, double least) {
    const long double variance = std::max(squares / count, static_cast<long double>(least));
    return count * std::log(2 * std::numbers::pi_v<long double> * variance) + squares / variance;
  }
  long double cost(const PlainSegment& s) const {
    const long double sd = priced.noise.sd > 0 ? priced.noise.sd : 1, sum = s.count * s.mean;
    switch (change_in) {
      case ChangeIn::mean: return s.squares / (sd * sd);
      case ChangeIn::variance: return normal(s.count, s.around_series, priced.least_variance);
      case ChangeIn::mean_and_variance: return normal(s.count, s.squares, priced.least_variance);
      case ChangeIn::rate: break;
    }
    return sum > 0 ? 2 * sum * (std::log(s.count) - std::log(sum)) : 0;
  }
  long double charged(const PlainSegment& s) const {
    return cost(s) + priced.inflation * priced.length_weight * std::log(s.count);
  }
  long double per_cut() const { return priced.inflation * priced.penalty; }

  /// Of one way to cut, by where new segments begin.
  long double objective(std::vector<std::size_t> cuts) const {
    const long double mean = series_mean();
    long double out = per_cut() * static_cast<long double>(cuts.size());
    cuts.push_back(values.size());
    std::size_t from = 0;
    for (const std::size_t to : cuts) {
      PlainSegment segment;
      for (; from < to; ++from) segment.add(values[from], mean);
      out += charged(segment);
    }
    return out;
  }

  /// Of the best way to cut. A series too short to be cut is one segment.
  long double optimum() const {
    if (values.size() < 2 * min_length) return objective({});
    const long double mean = series_mean();
    std::vector<long double> best(values.size() + 1, std::numeric_limits<long double>::infinity());
    best[0] = -per_cut();
    for (std::size_t end = min_length; end <= values.size(); ++end) {
      PlainSegment segment;
      for (std::size_t start = end; start-- > 0;) {
        segment.add(values[start], mean);
        if (end - start >= min_length) best[end] = std::min(best[end], best[start] + per_cut() + charged(segment));
      }
    }
    return best.back();
  }
};

}  // namespace detente::test
