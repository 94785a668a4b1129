#include "detente/fit/latent_level_fit.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numbers>
#include <stdexcept>
#include <string>
#include <vector>

#include "detente/models/catalogue.hpp"
#include "fit/latent_score.hpp"
#include "support/latent_truth.hpp"
#include "support/series.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

using test::meets;

// ---- the score -----------------------------------------------------------------------------------------------------

DayMeans arbitrary_days() {
  DayMeans out;
  double t = 0;
  const auto size = *rc::gen::inRange<std::size_t>(1, 25);
  for (std::size_t i = 0; i < size; ++i) {
    out.time.push_back(t += *rc::gen::element(1.0, 1.0, 3.0, 50.0));
    out.mean.push_back(0.1 * *rc::gen::inRange(-60, 60));
    out.share.push_back(*rc::gen::element(0.02, 0.5, 1.0));
  }
  out.freedom = 40;
  out.spread = 500;
  return out;
}

LatentParameters arbitrary_parameters() {
  LatentParameters p{*rc::gen::element(0.0, 0.001, 0.03, 0.7), *rc::gen::element(0.02, 0.4),
                     *rc::gen::element(0.1, 1.5), *rc::gen::element(2.0, 20.0)};
  if (*rc::gen::inRange(0, 3) == 0) p.mean = 0.7;
  return p;
}

RC_GTEST_PROP(LatentScore, TheGradientIsTheDerivative, ()) {
  const DayMeans days = arbitrary_days();
  const LatentParameters p = arbitrary_parameters();
  const LatentScore score = latent_score(days, p);
  constexpr double h = 1e-5;
  const auto value = [&](int which, double by) {
    LatentParameters q = p;
    double* const all[] = {&q.rate, &q.diffusion, &q.day, &q.event};
    *all[which] *= std::exp(by);
    return latent_score(days, q).value;
  };
  for (int k = 0; k < 4; ++k) {
    const double slope = (value(k, h) - value(k, -h)) / (2 * h);
    RC_ASSERT(std::abs(score.gradient[static_cast<std::size_t>(k)] - slope) < 1e-6 * (1 + std::abs(slope)));
  }
}

RC_GTEST_PROP(LatentScore, WithAGivenMeanItIsTheModelsLikelihood, ()) {
  const DayMeans days = arbitrary_days();
  LatentParameters p = arbitrary_parameters();
  p.mean = 0.7;
  const LatentLevel model({p.rate > 0 ? std::numbers::ln2 / p.rate : infinity, 0.7, std::sqrt(p.diffusion),
                           std::sqrt(p.day), std::sqrt(p.event)});
  RC_ASSERT(meets(latent_score(days, p).value, log_likelihood(model, days), {1e-10, 1e-10}));
}

RC_GTEST_PROP(LatentScore, AnOwnMeanIsIntegratedOut, ()) {  // against a sum over a fine grid of means
  const DayMeans days = arbitrary_days();
  LatentParameters p = arbitrary_parameters();
  if (p.rate == 0) p.rate = 0.02;
  p.mean.reset();
  const LatentScore score = latent_score(days, p);
  const double sd = std::sqrt(score.mean_variance), width = sd / 20;
  double density = 0;
  for (int i = -200; i <= 200; ++i) {
    LatentParameters at = p;
    at.mean = score.mean + i * width;
    density += std::exp(latent_score(days, at).value - score.value) * width;
  }
  RC_ASSERT(std::abs(density - 1) < 1e-6);
}

RC_GTEST_PROP(LatentScore, SlowReversionAboutAnOwnMeanIsTheLocalLevel, ()) {
  const DayMeans days = arbitrary_days();
  LatentParameters p = arbitrary_parameters();
  p.mean.reset();
  p.rate = 0;
  const double walk = latent_score(days, p).value;
  p.rate = 1e-9;
  RC_ASSERT(meets(latent_score(days, p).value, walk, {1e-5, 1e-5}));
}

}  // namespace
}  // namespace detente
