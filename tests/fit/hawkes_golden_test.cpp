// Fits against a reference in quadruple precision: parameters, likelihood and standard errors at the maximum.
#include <gtest/gtest.h>

#include "detente/fit/hawkes_fit.hpp"
#include "support/hawkes_golden.hpp"

namespace detente {
namespace {

using test::HawkesCase;

class HawkesFitGolden : public test::HawkesCases {};

TEST_P(HawkesFitGolden, Maximum) {
  const HawkesCase c = test::hawkes_case(GetParam());
  const test::Json& mle = c.expected().at("mle_strict");
  const HawkesFit fit = fit_hawkes(c.events(), {.shared_beta = c.json.at("params").at("shared_beta").get<bool>()});
  EXPECT_EQ(fit.status, FitStatus::converged) << fit.full();
  test::expect_within(fit.log_likelihood, mle.at("loglik").get<double>(), c.tolerance("mle_loglik"), "loglik");
  const std::vector<double> expected = test::hawkes_parameters(mle.at("params")).row();
  test::expect_all_within(fit.parameters.row(), test::Json(expected), c.tolerance("mle_params"), "parameter");
  std::vector<double> errors;
  for (const auto& error : fit.standard_errors) errors.push_back(error.value());
  test::expect_all_within(errors, mle.at("se_observed_information"), c.tolerance("se"), "standard error");
  // Passes over the events, those of the starts and of the second derivatives among them.
  EXPECT_LT(fit.evaluations, c.streams() == 1 ? 40 : 60) << fit.full();
  RecordProperty("evaluations", fit.evaluations);
}

INSTANTIATE_TEST_SUITE_P(Table, HawkesFitGolden, testing::ValuesIn(test::all_hawkes_names()),
                         [](const auto& one) { return one.param; });

}  // namespace
}  // namespace detente
