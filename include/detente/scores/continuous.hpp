#pragma once
/// \file
/// How good a forecast distribution was, once the outcome y is known. Both are losses (smaller is better), and both are
/// proper: a forecaster who believes F does best on average by stating F.
///
/// *CRPS* (continuous ranked probability score), in the unit of y: the distance from F to the outcome, the absolute
/// error when F is a point. It punishes a near miss only a little.
///
///     CRPS(F, y) = ∫ (F(x) − 1{y ≤ x})² dx = E|X − y| − E|X − X′| / 2
///
/// *Log score*, in nats: −ln f(y). It punishes wrong certainty hard, and is infinite where f(y) = 0.
///
/// Closed forms, z = (y − location) / scale, CRPS = scale × the line below:
///
/// | family | CRPS of the standard one |
/// |---|---|
/// | normal | z (2Φ(z) − 1) + 2φ(z) − 1/√π |
/// | Student t, ν > 1 | z (2F(z) − 1) + 2f(z) (ν + z²)/(ν − 1) − 2√ν/(ν − 1) · B(1/2, ν − 1/2) / B(1/2, ν/2)² |
/// | logistic | z − 2 ln F(z) − 1 = abs(z) + 2 ln(1 + e^−abs(z)) − 1 |
/// | Laplace | abs(z) + e^−abs(z) − 3/4 |
///
/// Landmarks: standard normal at y = 0: (√2 − 1)/√π = 0.2337; far from the centre each CRPS is abs(y − location) minus
/// a constant. `scale` is the sd of the normal only: a t has sd scale·√(ν/(ν − 2)), a logistic scale·π/√3, a Laplace
/// scale·√2. A scale of 0 is a point: CRPS abs(y − location), log score infinite. With ν ≤ 1, E|X| and the CRPS are
/// infinite.
///
/// Source: Gneiting & Raftery 2007, JASA 102; Jordan, Krüger & Lerch 2019, Journal of Statistical Software 90(12).

#pragma GCC visibility push(default)
namespace detente {

/// A normal distribution.
struct Normal {
  double mean = 0;
  double sd = 1;  ///< ≥ 0
};
/// Student's t.
struct StudentT {
  double location = 0;
  double scale = 1;               ///< ≥ 0
  double degrees_of_freedom = 5;  ///< ν > 0; infinity is the normal
};
/// A logistic distribution.
struct Logistic {
  double location = 0;
  double scale = 1;  ///< ≥ 0
};
/// A Laplace distribution.
struct Laplace {
  double location = 0;
  double scale = 1;  ///< ≥ 0
};

/// All throw `std::invalid_argument` for a parameter out of its range or an outcome that is not finite.
double crps(const Normal& forecast, double outcome);
/// In the unit of the outcome.
double crps(const StudentT& forecast, double outcome);
/// In the unit of the outcome.
double crps(const Logistic& forecast, double outcome);
/// In the unit of the outcome.
double crps(const Laplace& forecast, double outcome);

/// In nats; infinite for a point.
double log_score(const Normal& forecast, double outcome);
/// In nats; infinite for a point.
double log_score(const StudentT& forecast, double outcome);
/// In nats; infinite for a point.
double log_score(const Logistic& forecast, double outcome);
/// In nats; infinite for a point.
double log_score(const Laplace& forecast, double outcome);

}  // namespace detente
#pragma GCC visibility pop
