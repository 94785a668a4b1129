#include "detente/scores/equal_skill.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>
#include <cmath>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "support/golden.hpp"

namespace detente {
namespace {

using test::meets;

TEST(EqualSkill, MeetsThePeersTest) {
  std::ifstream file(std::string(DETENTE_TEST_DATA) + "/forecast/dm_test.json");
  const auto golden = nlohmann::json::parse(file);
  const auto a = golden["inputs"]["e1"].get<std::vector<double>>(),
             b = golden["inputs"]["e2"].get<std::vector<double>>();
  ASSERT_EQ(a.size(), 10U);
  ASSERT_EQ(b.size(), 10U);
  const auto differences = [&](double power) {
    std::vector<double> out;
    for (std::size_t i = 0; i < a.size(); ++i)
      out.push_back(std::pow(std::abs(a[i]), power) - std::pow(std::abs(b[i]), power));
    return out;
  };
  const test::Tolerance within{golden["tolerance"]["rel"], golden["tolerance"]["abs"]};
  const auto expect = [&](const EqualSkill& got, const char* name) {
    EXPECT_TRUE(meets(got.statistic, golden["expected"][name]["stat"], within)) << name;
    EXPECT_TRUE(meets(got.p, golden["expected"][name]["p"], within)) << name;
  };
  expect(diebold_mariano(differences(2), 1), "h1_power2");
  expect(diebold_mariano(differences(1), 3), "h3_power1");
}

RC_GTEST_PROP(EqualSkill, ChangesSignWithTheOrder, (const std::vector<int>& whole)) {
  RC_PRE(whole.size() >= 4);
  std::vector<double> there, back;
  for (const int i : whole) {
    there.push_back(i % 100);
    back.push_back(-(i % 100));
  }
  const EqualSkill a = diebold_mariano(there, 2), b = diebold_mariano(back, 2);
  RC_ASSERT(a.statistic == -b.statistic);
  RC_ASSERT(a.p == b.p);
}

TEST(EqualSkill, OfEqualLossesIsNothing) {
  const EqualSkill same = diebold_mariano(std::vector<double>(5, 0.0), 1);
  EXPECT_EQ(same.statistic, 0);
  EXPECT_EQ(same.p, 1);
}

TEST(EqualSkill, RefusesTooFew) {
  EXPECT_THROW((void)diebold_mariano(std::vector<double>{1}, 1), std::invalid_argument);
  EXPECT_THROW((void)diebold_mariano(std::vector<double>{1, 2, 3}, 3), std::invalid_argument);
  EXPECT_THROW((void)diebold_mariano(std::vector<double>{1, 2, 3}, 0), std::invalid_argument);
}

TEST(Holm, CorrectsByHand) {
  const std::vector<double> got = holm(std::vector<double>{0.01, 0.04, 0.03, 0.5});
  EXPECT_DOUBLE_EQ(got[0], 0.04);
  EXPECT_DOUBLE_EQ(got[2], 0.09);
  EXPECT_DOUBLE_EQ(got[1], 0.09);  // 0.08 by its own, and none is below the one before
  EXPECT_DOUBLE_EQ(got[3], 0.5);
  EXPECT_THROW((void)holm(std::vector<double>{1.1}), std::invalid_argument);
}

}  // namespace
}  // namespace detente
