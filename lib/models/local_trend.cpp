#include "detente/models/local_trend.hpp"

#include <Eigen/Core>

#include <cmath>
#include <numbers>
#include <utility>

#include "detente/ground/error.hpp"
#include "ground/limits.hpp"
#include "models/observations.hpp"

namespace detente {
using namespace detail;
namespace {

using Vector = Eigen::Vector2d;
using Matrix = Eigen::Matrix2d;

struct Step {
  Matrix carry = Matrix::Identity();
  Matrix added = Matrix::Zero();
};

Step step_over(const LocalTrend& trend, double days) {
  Step step;
  step.carry(0, 1) = days;
  const double s = trend.q_slope;
  if (trend.noise == TrendNoise::per_step)
    step.added.diagonal() << trend.q_level, s;
  else
    step.added << trend.q_level * days + s * days * days * days / 3, s * days * days / 2, s * days * days / 2, s * days;
  return step;
}

/// Mean, the finite part of the variance, and the diffuse (infinite) part.
struct Belief {
  Vector mean = Vector::Zero();
  Matrix finite = Matrix::Zero();
  Matrix infinite = Matrix::Identity();
  int unknown = 2;  ///< directions that are diffuse

  void carry(const Step& step) {
    mean = step.carry * mean;
    finite = step.carry * finite * step.carry.transpose() + step.added;
    infinite = step.carry * infinite * step.carry.transpose();
  }

  /// (I − k e₁') P (I − k e₁')' + h k k': the update with gain k, as a sum that stays positive (Joseph's form).
  void gain(const Vector& k, double v, double h) {
    mean += k * v;
    const Matrix rest = rest_of(k);
    finite = rest * finite * rest.transpose() + h * k * k.transpose();
  }

  /// Removes one diffuse direction exactly, once an observation has determined it.
  void find_direction(const Vector& k) {
    infinite -= infinite(0, 0) * k * k.transpose();
    infinite.row(0).setZero();
    infinite.col(0).setZero();
    if (--unknown == 0) infinite.setZero();
  }

  static Matrix rest_of(const Vector& k) {
    Matrix rest = Matrix::Identity();
    rest.col(0) -= k;
    return rest;
  }

  TrendMoments moments() const {
    const auto one = [&](Eigen::Index i) {
      return infinite(i, i) > 0 ? Moments{0, infinity} : Moments{mean[i], finite(i, i)};
    };
    return {one(0), one(1), finite(0, 1)};
  }
};

/// How an observation was taken in.
enum class Taken : std::uint8_t { missing, known, predicted, diffuse };

/// What the smoother needs to know about a point: the beliefs before and after its observation, and the observation.
struct Kept {
  Belief before, after;
  Matrix carry;
  double v = 0, f = 0;
  Taken taken = Taken::missing;
};

class Filter {
 public:
  explicit Filter(const LocalTrend& trend) : trend_(trend) {}

  /// Takes in rows in order, from the first observed one.
  Kept take_in(const Observations& seen, std::size_t i) {
    const Step step = has_begun_ ? step_over(trend_, seen.time[i] - seen.time[i - 1]) : Step{};
    if (std::exchange(has_begun_, true)) now.carry(step);
    Kept kept{now, now, step.carry};
    if (seen.is_missing(i)) return kept;
    kept.v = seen.value[i] - now.mean[0];
    kept.f = now.finite(0, 0) + seen.variance[i];
    kept.taken = now.infinite(0, 0) > 0 ? Taken::diffuse : kept.f > 0 ? Taken::predicted : Taken::known;
    update(kept, seen.variance[i]);
    kept.after = now;
    return kept;
  }

  Belief now;
  std::size_t observed = 0, diffuse = 0;
  double log_likelihood = 0;

 private:
  void update(const Kept& kept, double h) {
    if (kept.taken == Taken::known) {
      if (kept.v != 0) log_likelihood = -infinity;
      return;
    }
    ++observed;
    if (kept.taken == Taken::diffuse) {
      const double f = now.infinite(0, 0);
      const Vector k = now.infinite.col(0) / f;
      now.gain(k, kept.v, h);
      now.find_direction(k);
      ++diffuse;
      log_likelihood -= 0.5 * std::log(f);
    } else {
      now.gain(now.finite.col(0) / kept.f, kept.v, h);
      log_likelihood -= 0.5 * (std::log(2 * std::numbers::pi * kept.f) + kept.v * kept.v / kept.f);
    }
  }

  const LocalTrend trend_;
  bool has_begun_ = false;
};

/// What later observations say about a belief, as a series in 1/κ, where κ → ∞ is the diffuse variance: r₀ + r₁/κ, N₀ +
/// N₁/κ + N₂/κ² (Koopman & Durbin 2003).
class TrendLookback {
 public:
  /// From the prediction of the next point to this point after its observation.
  void carry_back(const Matrix& carry) {
    r0_ = carry.transpose() * r0_;
    r1_ = carry.transpose() * r1_;
    for (Matrix* n : {&n0_, &n1_, &n2_}) *n = carry.transpose() * *n * carry;
  }

  /// Steps back over the point's observation.
  void step_back(const Kept& kept) {
    if (kept.taken == Taken::predicted) step_back_predicted(kept);
    if (kept.taken == Taken::diffuse) step_back_diffuse(kept);
  }

  TrendMoments smoothed(const Belief& b) const {
    const Vector mean = b.mean + b.finite * r0_ + b.infinite * r1_;
    const Matrix cross = b.infinite * n1_ * b.finite;
    const Matrix variance =
        b.finite - b.finite * n0_ * b.finite - cross - cross.transpose() - b.infinite * n2_ * b.infinite;
    return {{mean[0], variance(0, 0)}, {mean[1], variance(1, 1)}, variance(0, 1)};
  }

 private:
  void step_back_predicted(const Kept& kept) {
    const Matrix rest = Belief::rest_of(kept.before.finite.col(0) / kept.f);
    carry_back(rest);
    r0_[0] += kept.v / kept.f;
    n0_(0, 0) += 1 / kept.f;
  }

  void step_back_diffuse(const Kept& kept) {
    const double f = kept.before.infinite(0, 0);
    const Vector first = kept.before.infinite.col(0) / f;
    const Matrix rest = Belief::rest_of(first);
    Matrix next = Matrix::Zero();  // the remainder's term in 1/κ
    next.col(0) = first * (kept.f / f) - kept.before.finite.col(0) / f;
    const Matrix cross = rest.transpose() * n1_ * next;
    n2_ = (rest.transpose() * n2_ * rest + cross + cross.transpose() + next.transpose() * n0_ * next).eval();
    n2_(0, 0) -= kept.f / (f * f);
    n1_ = (rest.transpose() * n1_ * rest + next.transpose() * n0_ * rest).eval();
    n1_(0, 0) += 1 / f;
    n0_ = (rest.transpose() * n0_ * rest).eval();
    r1_ = (rest.transpose() * r1_ + next.transpose() * r0_).eval();
    r1_[0] += kept.v / f;
    r0_ = (rest.transpose() * r0_).eval();
  }

  Vector r0_ = Vector::Zero(), r1_ = Vector::Zero();
  Matrix n0_ = Matrix::Zero(), n1_ = Matrix::Zero(), n2_ = Matrix::Zero();
};

void check(const LocalTrend& trend) {
  require_within("q_level", trend.q_level, 0, 1e100, "squared points per day");
  require_within("q_slope", trend.q_slope, 0, 1e100, "squared points per day³");
}

TrendPoint point_of(const Kept& kept, const Belief& after) {
  const bool predicted = kept.taken == Taken::predicted;
  return {after.moments(), {}, predicted ? kept.v : missing, predicted ? kept.f : missing};
}

/// `kept` are the points from the first observed one. What later points say is added to the belief after a point's own
/// observation, because after ten silent years the belief before it is so wide that a difference from it has no digits
/// left.
void smooth_back(TrendPath& path, std::size_t first, const std::vector<Kept>& kept) {
  TrendLookback later;
  for (std::size_t i = kept.size(); i-- > 0;) {
    if (i + 1 < kept.size()) later.carry_back(kept[i + 1].carry);
    path.points[first + i].smoothed = later.smoothed(kept[i].after);
    later.step_back(kept[i]);
  }
}

/// Before the first observation nothing was known, so the estimate of the level then is the later estimate, carried
/// back; the prior does not change it. (A filter that began there would lose all digits in a few silent weeks, because
/// its diffuse part grows with the square of the time.)
void extend_back(TrendPath& path, std::size_t first, const LocalTrend& trend, const Observations& seen) {
  for (std::size_t i = first; i-- > 0;) {
    const TrendMoments& next = path.points[i + 1].smoothed;
    const Step step = step_over(trend, seen.time[i + 1] - seen.time[i]);
    Matrix back = step.carry, variance;
    back(0, 1) = -step.carry(0, 1);
    variance << next.level.variance, next.covariance, next.covariance, next.slope.variance;
    variance = (back * (variance + step.added) * back.transpose()).eval();
    const Vector mean = back * Vector(next.level.mean, next.slope.mean);
    path.points[i].smoothed = {{mean[0], variance(0, 0)}, {mean[1], variance(1, 1)}, variance(0, 1)};
  }
}

/// If the data never determine the slope, they determine only the level of their one day.
void forget_unknown(TrendPath& path, const Observations& seen) {
  const std::size_t first = first_observed(seen);
  for (std::size_t i = 0; i < path.points.size(); ++i) {
    TrendMoments& smoothed = path.points[i].smoothed;
    smoothed.slope = {0, infinity};
    if (first == seen.size() || seen.time[i] != seen.time[first]) smoothed.level = {0, infinity};
  }
}

}  // namespace

TrendPath smooth(const LocalTrend& trend, const Observations& seen) {
  check(trend);
  check(seen);
  TrendPath path;
  const std::size_t first = first_observed(seen);
  path.points.assign(first, point_of({}, {}));
  Filter filter(trend);
  std::vector<Kept> kept;
  for (std::size_t i = first; i < seen.size(); ++i) {
    kept.push_back(filter.take_in(seen, i));
    path.points.push_back(point_of(kept.back(), filter.now));
  }
  path.observed = filter.observed;
  path.diffuse = filter.diffuse;
  path.log_likelihood = filter.log_likelihood;
  smooth_back(path, first, kept);
  if (path.observed > 0) extend_back(path, first, trend, seen);
  if (path.diffuse < 2) forget_unknown(path, seen);
  return path;
}

double log_likelihood(const LocalTrend& trend, const Observations& seen, Constants constants) {
  check(trend);
  check(seen);
  Filter filter(trend);
  for (std::size_t i = first_observed(seen); i < seen.size(); ++i) filter.take_in(seen, i);
  const auto constant = [&](Constants c) { return likelihood_constant(c, filter.observed, filter.diffuse); };
  return filter.log_likelihood - constant(Constants::predicted) + constant(constants);
}

TrendMoments forecast(const LocalTrend& trend, const TrendPath& path, double days) {
  require_within("days", days, 0, 1e12, "days");
  if (path.diffuse < 2) throw_invalid("path", static_cast<double>(path.diffuse), "has two days to find a slope from");
  const TrendMoments& now = path.points.back().filtered;
  Belief ahead;
  ahead.unknown = 0;
  ahead.infinite.setZero();
  ahead.mean << now.level.mean, now.slope.mean;
  ahead.finite << now.level.variance, now.covariance, now.covariance, now.slope.variance;
  ahead.carry(step_over(trend, days));
  return ahead.moments();
}

}  // namespace detente
