#include "detente/detail/exponential.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>

namespace detente {
using namespace detail;
namespace {

double units(double got, long double exact) {
  return static_cast<double>(std::abs((static_cast<long double>(got) - exact) / exact)) / 0x1p-52;
}

TEST(Fading, BothPartsAreGoodToAUnitInTheLastPlace) {
  for (double x = 1e-18; x < 699; x *= 1.0007) {
    const Fading f = fading(x);
    ASSERT_LT(units(f.left, std::exp(-static_cast<long double>(x))), 1.0) << x;
    ASSERT_LT(units(f.gone, -std::expm1(-static_cast<long double>(x))), 1.0) << x;
  }
}

TEST(Fading, Landmarks) {
  EXPECT_EQ(fading(0).left, 1);
  EXPECT_EQ(fading(0).gone, 0);
  EXPECT_DOUBLE_EQ(fading(std::numbers::ln2).left, 0.5);
  EXPECT_DOUBLE_EQ(fading(std::numbers::ln2).gone, 0.5);
  for (const double x : {700.0, 1e6, std::numeric_limits<double>::infinity()}) {
    EXPECT_LT(fading(x).left, 1e-303);
    EXPECT_EQ(fading(x).gone, 1);
  }
}

TEST(Fading, TinyTimesLoseNothing) {
  EXPECT_EQ(fading(1e-300).gone, 1e-300);
  EXPECT_EQ(fading(1e-300).left, 1);
}

}  // namespace
}  // namespace detente
