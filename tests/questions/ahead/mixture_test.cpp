#include "questions/ahead/mixture.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace detente {
namespace {

/// The definition, by counting.
RC_GTEST_PROP(Mixture, AQuantileIsTheFirstValueThatEnoughWeightDoesNotExceed, ()) {
  const auto count = *rc::gen::inRange<std::size_t>(1, 9);
  std::vector<detail::WeightedPath> paths;
  double total = 0;
  for (std::size_t i = 0; i < count; ++i) {
    paths.push_back({0.05 * *rc::gen::inRange(1, 9), {1.0 * *rc::gen::inRange(0, 6)}});
    total += paths.back().weight;
  }
  std::vector<const detail::WeightedPath*> all;
  for (const auto& path : paths) all.push_back(&path);
  const double share = 0.05 * *rc::gen::inRange(1, 20);
  const double value = detail::mixture_quantiles(all, 0, std::vector{share}).front();
  const auto weight_if = [&](const auto& holds) {
    double sum = 0;
    for (const auto& path : paths) sum += holds(path.values[0]) ? path.weight : 0;
    return sum / total;
  };
  RC_ASSERT(weight_if([&](double v) { return v <= value; }) > share - 1e-8);
  RC_ASSERT(weight_if([&](double v) { return v < value; }) < share + 1e-8);
}

}  // namespace
}  // namespace detente
