#pragma once
/// \file
/// CRPS and log score of count forecasts (see continuous.hpp for what they are). The unit of the CRPS is events; the
/// outcome may be any number, but one that is not a count has probability 0 and so an infinite log score.
///
/// Poisson of mean λ, with f the probabilities, F the distribution function and I the modified Bessel functions:
///
///     CRPS = (y − λ)(2F(y) − 1) + 2λ f(⌊y⌋) − λ e^(−2λ) (I₀(2λ) + I₁(2λ))
///
/// Negative binomial of mean μ and size n (variance μ + μ²/n), with p = n/(n + μ) and F_m that of size m:
///
///     CRPS = y (2F_n(y) − 1) − μ (2F_{n+1}(y − 1) − 1) − E|X − X′| / 2
///     E|X − X′| / 2 = (1/2π) ∫₀^∞ (1 − (1 + c u²/(1 + u²))^(−n)) / u² du,   c = 4(1 − p)/p²
///
/// In the literature the last line is a hypergeometric function, μ/p · ₂F₁(n + 1, 1/2; 2; −c). Its series alternates
/// and loses all digits for large c; the integral (of the characteristic function of X − X′, u = tan(t/2)) has terms of
/// one sign and keeps them.
///
/// Landmarks: λ → 0: CRPS = y; size → ∞ is the Poisson; a mean of 0 is a point at 0. At size n = 1 it is the geometric.
///
/// Source: Wei & Held 2014, "Calibration tests for count data", TEST 23; Jordan, Krüger & Lerch 2019.

#pragma GCC visibility push(default)
namespace detente {

/// A Poisson distribution.
struct Poisson {
  double mean = 1;  ///< λ ≥ 0
};
/// A negative binomial distribution, with variance μ + μ²/n.
struct NegativeBinomial {
  double mean = 1;  ///< μ ≥ 0
  double size = 1;  ///< n > 0; infinity is the Poisson
};

/// All throw `std::invalid_argument` for a parameter out of its range or an outcome that is not finite.
double crps(const Poisson& forecast, double outcome);
/// In counts.
double crps(const NegativeBinomial& forecast, double outcome);

/// In nats.
double log_score(const Poisson& forecast, double outcome);
/// In nats.
double log_score(const NegativeBinomial& forecast, double outcome);

}  // namespace detente
#pragma GCC visibility pop
