#pragma once
/// \file
/// A scale turns a level, in points, into an index. Every scale rises with the level, so the quantiles of a band map
/// exactly. On the first two, neutral (no tension) reads 50.
///
/// | scale | index of level L | for |
/// |---|---|---|
/// | `softsign` | 50 + 50·L / (abs(L) + κ), κ = 10 points is half-way; 0 … 100 | sums |
/// | `linear` | 50 + s·L, s = 5 index points per point, no clamping | means and latent levels |
/// | `relative` | 100·L ÷ mean level over a base window | as GPR; an error unless that mean is positive |
/// | `zscore` | (L − mean) ÷ sd of the dyad's own earlier days | |
/// | `percentile` | share of the dyad's own earlier days with a lower level, in % (ties half) | |
///
/// zscore and percentile use only the days before each day; on the first days they have no value.

#include <cmath>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detente/ground/parsed.hpp"
#include "detente/ground/period.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// How a level becomes an index; the last three look back at other days.
enum class ScaleKind : std::uint8_t { softsign, linear, relative, zscore, percentile };

/// A half-open window of days.
struct Window {
  Day first;
  Day end;
};

/// A scale and its parameters.
struct Scale {
  ScaleKind kind = ScaleKind::softsign;
  /// Points at which softsign is half-way to its bound, > 0.
  double kappa = 10;
  /// Index points of `linear` per point of level, > 0, because every scale rises.
  double slope = 5;
  /// Base window of `relative`.
  std::optional<Window> base = {};

  /// Whether an index of one day depends on levels of other days.
  bool looks_back() const { return kind > ScaleKind::linear; }
};

/// "softsign kappa=10", "linear slope=5", "zscore", …
std::string to_text(const Scale& scale);
/// Reads what `to_text` writes; the base window comes separately.
Parsed<Scale> parse_scale(std::string_view text);

/// A scale prepared for the levels of one history. Throws `std::invalid_argument` for a κ or a slope that is not above
/// 0, and for `relative` without a base window or with a mean there that is not positive. Threads: any number may use
/// an object at once.
class FittedScale {
 public:
  /// `levels[i]` belongs to `days[i]`, ascending. O(n); each call of a percentile then costs O(n).
  FittedScale(const Scale& scale, std::span<const Day> days, std::span<const std::optional<double>> levels);

  /// The index of `level` on day number i, whether or not it is that day's level.
  std::optional<double> operator()(std::size_t i, double level) const {
    switch (scale_.kind) {
      case ScaleKind::softsign: return 50 + 50 * level / (std::abs(level) + scale_.kappa);
      case ScaleKind::linear: return 50 + scale_.slope * level;
      default: return against_others(i, level);
    }
  }
  /// The index of day number i; nothing without a level.
  std::optional<double> operator()(std::size_t i, std::optional<double> level) const {
    return level ? (*this)(i, *level) : std::nullopt;
  }
  /// Derivative of the index by the level, for scales that do not look back.
  double slope(double level) const;

 private:
  /// The index on a scale that looks back.
  std::optional<double> against_others(std::size_t i, double level) const;
  double percentile(std::size_t i, double level) const;

  Scale scale_;
  double base_mean_ = 1;
  std::vector<double> past_;             ///< levels so far, in order of days
  std::vector<std::size_t> past_count_;  ///< how many of them are before day i
  std::vector<double> sum_, sum_squares_;
};

}  // namespace detente
#pragma GCC visibility pop
