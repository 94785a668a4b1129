#include "detente/scores/continuous.hpp"

#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <limits>
#include <numbers>

#include "detente/ground/error.hpp"
#include "ground/limits.hpp"

namespace detente {
using namespace detail;
namespace {

/// Distance of the outcome from the centre, checked.
double from_centre(double outcome, double location, double scale) {
  require_within("outcome", outcome, -highest, highest);
  require_within("location", location, -highest, highest);
  require_within("scale", scale, 0, highest);
  return outcome - location;
}

/// scale × the standard form's CRPS at z; a point forecast lacks the form's constant.
template <class Standard>
double scaled(double distance, double scale, Standard standard) {
  return scale > 0 ? scale * standard(distance / scale) : std::abs(distance);
}

/// ln scale + the standard form's log score at z.
template <class Standard>
double shifted(double distance, double scale, Standard standard) {
  return scale > 0 ? std::log(scale) + standard(distance / scale) : infinity;
}

double standard_normal_crps(double z) {
  const double density = std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi);
  return z * std::erf(z / std::numbers::sqrt2) + 2 * density - std::numbers::inv_sqrtpi;
}

double standard_normal_log_score(double z) { return z * z / 2 + std::log(2 * std::numbers::pi) / 2; }

void check_degrees(double nu) {
  if (!(nu > 0)) throw_invalid("degrees_of_freedom", nu, "is above 0");
}

/// B(1/2, ν − 1/2) / B(1/2, ν/2)², by logarithms of ratios that large ν do not overflow.
double beta_ratio(double nu) {
  using boost::math::tgamma_ratio;
  const double first = std::sqrt(std::numbers::pi) * tgamma_ratio(nu - 0.5, nu);
  const double second = std::sqrt(std::numbers::pi) * tgamma_ratio(nu / 2, nu / 2 + 0.5);
  return first / (second * second);
}

double standard_t_crps(double z, double nu) {
  const boost::math::students_t t(nu);
  const double inside = 1 - 2 * cdf(t, -std::abs(z));
  return std::abs(z) * inside + (2 * pdf(t, z) * (nu + z * z) - 2 * std::sqrt(nu) * beta_ratio(nu)) / (nu - 1);
}

/// −ln f, by log1p if z is small compared with ν and by logarithms if z² would overflow.
double standard_t_log_score(double z, double nu) {
  const double density_at_0 =
      std::sqrt(nu) * std::sqrt(std::numbers::pi) * boost::math::tgamma_ratio(nu / 2, nu / 2 + 0.5);
  return std::log(density_at_0) + (nu + 1) / 2 * std::log1p(z / nu * z);
}

}  // namespace

double crps(const Normal& forecast, double outcome) {
  return scaled(from_centre(outcome, forecast.mean, forecast.sd), forecast.sd, standard_normal_crps);
}

double crps(const StudentT& forecast, double outcome) {
  const double nu = forecast.degrees_of_freedom;
  check_degrees(nu);
  if (std::isinf(nu)) return crps(Normal{forecast.location, forecast.scale}, outcome);
  const double distance = from_centre(outcome, forecast.location, forecast.scale);
  if (nu <= 1 && forecast.scale > 0) return infinity;
  return scaled(distance, forecast.scale, [nu](double z) { return standard_t_crps(z, nu); });
}

double crps(const Logistic& forecast, double outcome) {
  return scaled(from_centre(outcome, forecast.location, forecast.scale), forecast.scale,
                [](double z) { return std::abs(z) + 2 * std::log1p(std::exp(-std::abs(z))) - 1; });
}

double crps(const Laplace& forecast, double outcome) {
  return scaled(from_centre(outcome, forecast.location, forecast.scale), forecast.scale,
                [](double z) { return std::abs(z) + std::exp(-std::abs(z)) - 0.75; });
}

double log_score(const Normal& forecast, double outcome) {
  return shifted(from_centre(outcome, forecast.mean, forecast.sd), forecast.sd, standard_normal_log_score);
}

double log_score(const StudentT& forecast, double outcome) {
  const double nu = forecast.degrees_of_freedom;
  check_degrees(nu);
  if (std::isinf(nu)) return log_score(Normal{forecast.location, forecast.scale}, outcome);
  return shifted(from_centre(outcome, forecast.location, forecast.scale), forecast.scale,
                 [nu](double z) { return standard_t_log_score(z, nu); });
}

double log_score(const Logistic& forecast, double outcome) {
  return shifted(from_centre(outcome, forecast.location, forecast.scale), forecast.scale,
                 [](double z) { return std::abs(z) + 2 * std::log1p(std::exp(-std::abs(z))); });
}

double log_score(const Laplace& forecast, double outcome) {
  return shifted(from_centre(outcome, forecast.location, forecast.scale), forecast.scale,
                 [](double z) { return std::abs(z) + std::numbers::ln2; });
}

}  // namespace detente
