#include "detente/models/kalman.hpp"

#include <algorithm>
#include <numbers>

#include "detente/ground/error.hpp"
#include "ground/limits.hpp"
#include "models/observations.hpp"

namespace detente {
using namespace detail;
namespace {

Moments start_of(const MeanReversion& process) noexcept {
  return process.wanders() ? Moments{missing, infinity} : Moments{process.mean, process.stationary_variance()};
}

Moments moved(const MeanReversion& process, const Moments& from, const Transition& step) noexcept {
  if (std::isinf(from.variance)) return from;
  return {process.wanders() ? from.mean : process.mean + step.keep * (from.mean - process.mean),
          step.keep * step.keep * from.variance + step.added};
}

/// Takes in a predicted value and adds its log density to the likelihood.
void take_in(FilteredPath& path, FilterPoint& point, double y, double h) noexcept {
  const double f = point.predicted.variance + h, v = y - point.predicted.mean;
  if (f == 0) {
    if (v != 0) path.log_likelihood = -infinity;
    return;
  }
  point.innovation = v;
  point.innovation_variance = f;
  const double share = point.predicted.variance / f;
  point.filtered = {point.predicted.mean + share * v, share * h};
  path.log_likelihood -= 0.5 * (std::log(2 * std::numbers::pi * f) + v * v / f);
  ++path.observed;
}

FilterPoint next_point(FilteredPath& path, const Moments& before, const Transition& step, double y, double h) noexcept {
  FilterPoint point;
  point.step = step;
  point.predicted = point.filtered = moved(path.process, before, step);
  point.innovation = point.innovation_variance = missing;
  if (std::isnan(y) || std::isinf(h)) return point;
  if (std::isinf(point.predicted.variance)) {  // a diffuse start takes the first value as the level
    point.filtered = {y, h};
    ++path.observed;
  } else {
    take_in(path, point, y, h);
  }
  return point;
}

/// What later observations say about the prediction of a point: its smoothed mean is predicted + P̄ r, its variance
/// P̄ − P̄² N. Carried from the last point to the first.
struct Lookback {
  double r = 0;
  double n = 0;

  /// t-ratio of the disturbance of the step into the point.
  double shift(const Transition& step) const noexcept { return n > 0 && step.added > 0 ? r / std::sqrt(n) : missing; }
  /// t-ratio of the observation's own disturbance; `r` and `n` are still those of the next prediction.
  double outlier(const FilterPoint& point, double keep) const noexcept {
    const double gain = point.predicted.variance / point.innovation_variance * keep;
    const double u = point.innovation / point.innovation_variance - gain * r;
    const double d = 1 / point.innovation_variance + gain * gain * n;
    return point.innovation_variance > point.predicted.variance ? u / std::sqrt(d) : missing;
  }
  /// Steps back over the transition to the next point and over this point's observation.
  void step_back(const FilterPoint& point, double keep) noexcept {
    r *= keep;
    n *= keep * keep;
    if (!point.has_innovation()) return;
    const double rest = 1 - point.predicted.variance / point.innovation_variance;
    r = point.innovation / point.innovation_variance + rest * r;
    n = 1 / point.innovation_variance + rest * rest * n;
  }
};

/// The share of the uncertainty after point i in the prediction of the next one: P / P̄.
double inherited(const FilterPoint& point, const FilterPoint& next) noexcept {
  if (std::isinf(point.filtered.variance)) return 1;
  return next.predicted.variance > 0 ? point.filtered.variance / next.predicted.variance : 0;
}

/// The distribution of a point's level given the next one's: mean = origin + slope (next − predicted), and the
/// variance.
Moments given_next(const FilterPoint& point, const FilterPoint& next, double level) noexcept {
  const double share = inherited(point, next);
  if (std::isinf(next.predicted.variance) || std::isinf(point.filtered.variance)) return {level, next.step.added};
  return {point.filtered.mean + share * next.step.keep * (level - next.predicted.mean), share * next.step.added};
}

}  // namespace

FilteredPath filter(const MeanReversion& process, const Observations& seen) {
  check(process);
  check(seen);
  FilteredPath path{process, {}};
  path.points.reserve(seen.size());
  Moments now = start_of(process);
  for (std::size_t i = 0; i < seen.size(); ++i) {
    const Transition step = i == 0 ? Transition{} : process.over(seen.time[i] - seen.time[i - 1]);
    path.points.push_back(next_point(path, now, step, seen.value[i], seen.variance[i]));
    now = path.points.back().filtered;
  }
  return path;
}

Moments moments_after(const FilteredPath& path, double days) {
  require_within("days", days, 0, 1e12, "days");
  if (path.points.empty()) return start_of(path.process);
  return moved(path.process, path.points.back().filtered, path.process.over(days));
}

std::vector<SmoothPoint> smooth(const FilteredPath& path) {
  std::vector<SmoothPoint> out(path.points.size());
  Lookback later;
  for (std::size_t i = out.size(); i-- > 0;) {
    const FilterPoint& point = path.points[i];
    const bool last = i + 1 == out.size();
    const double keep = last ? 1.0 : path.points[i + 1].step.keep;
    out[i].mean = point.filtered.mean;
    out[i].variance = point.filtered.variance;
    if (!last) {
      const FilterPoint& next = path.points[i + 1];
      const Moments given = given_next(point, next, out[i + 1].mean);
      const double slope = inherited(point, next) * next.step.keep;
      out[i].mean = given.mean;
      out[i].variance = given.variance + slope * slope * out[i + 1].variance;
    }
    if (point.has_innovation()) out[i].outlier = later.outlier(point, keep);
    later.step_back(point, keep);
    if (!std::isinf(point.predicted.variance)) out[i].shift = later.shift(point.step);
  }
  return out;
}

std::vector<SmoothPoint> smooth(const MeanReversion& process, const Observations& seen) {
  return smooth(filter(process, seen));
}

std::vector<double> draw_path(const FilteredPath& path, const Draws& draws, std::uint32_t draw) {
  std::vector<double> out(path.points.size());
  for (std::size_t i = out.size(); i-- > 0;) {
    const FilterPoint& point = path.points[i];
    const Moments law = i + 1 == out.size() ? point.filtered : given_next(point, path.points[i + 1], out[i + 1]);
    out[i] = law.mean + std::sqrt(law.variance) * draws.normal(Purpose::model_noise, draw, i);
  }
  return out;
}

}  // namespace detente
