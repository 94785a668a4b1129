/// The comparison against what the outside validation reached with the same months and the same link.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "detente/questions/comparison/comparison.hpp"
#include "support/levant_table.hpp"

namespace detente {
namespace {

/// A row of the reference's table: gain on severe acts and on escalation, AUC over all and within pairs.
struct Reference {
  std::string name;
  double severe, escalation, auc, within;
};
const std::array references{
    Reference{"own history + H_60", 30.1, 13.2, .88, .70},
    Reference{"own history", 29.2, 12.9, .87, .67},
    Reference{"H_14, H_120", 28.9, 13.7, .88, .71},
    Reference{"H_120", 28.7, 12.7, .88, .71},
    Reference{"H_60", 28.1, 12.6, .87, .71},
    Reference{"hostile events", 19.0, 9.5, .80, .64},
    Reference{"events", 15.7, 7.1, .79, .65},
};

class LevantComparison : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    if (!std::filesystem::exists(test::levant_months_file)) return;
    const test::LevantTable months;
    std::vector<InputColumns> inputs{months.input("H_14, H_120", {"H_14", "H_120"}), months.input("H_120", {"H_120"}),
                                     months.input("H_60", {"H_60"})};
    for (const auto& [name, column] : {std::pair{"hostile events", "nhost"}, std::pair{"events", "n"}}) {
      inputs.push_back(months.input(name, {column}));
      inputs.back().baseline = true;
    }
    inputs.push_back(months.input("own history + H_60", {"sev", "H_60"}));
    add_means(months.column("sev"), 46, inputs.back());
    severe_ = new Comparison(compare(months.severe(), inputs));
    escalation_ = new Comparison(compare(months.escalation(), inputs));
  }
  static void TearDownTestSuite() {
    delete severe_;
    delete escalation_;
  }
  void SetUp() override {
    if (!severe_) GTEST_SKIP() << "there is no " << test::levant_months_file;
  }

  /// ln(1 + mean) of twelve months and of all so far.
  static void add_means(const std::vector<float>& column, std::size_t pairs, InputColumns& input) {
    std::vector<float> twelve(column.size()), all(column.size());
    for (std::size_t i = 0; i < column.size(); ++i) {
      double sum = 0, recent = 0;
      const std::size_t t = i / pairs;
      for (std::size_t k = 0; k <= t; ++k) {
        sum += column[i - k * pairs];
        if (k < 12) recent += column[i - k * pairs];
      }
      twelve[i] = static_cast<float>(std::log1p(recent / static_cast<double>(std::min<std::size_t>(12, t + 1))));
      all[i] = static_cast<float>(std::log1p(sum / static_cast<double>(t + 1)));
    }
    input.features.push_back(std::move(twelve));
    input.features.push_back(std::move(all));
  }

  static const ComparedInput& of(const Comparison& comparison, const std::string& name) {
    for (const ComparedInput& input : comparison.inputs)
      if (input.name == name) return input;
    throw std::logic_error(name + " is not there");
  }

  static inline Comparison* severe_ = nullptr;
  static inline Comparison* escalation_ = nullptr;
};

TEST_F(LevantComparison, GainsAreThoseOfTheReference) {
  for (const Reference& reference : references) {
    EXPECT_NEAR(of(*severe_, reference.name).scores.gain, reference.severe, 0.1) << reference.name;
    EXPECT_NEAR(of(*escalation_, reference.name).scores.gain, reference.escalation, 0.1) << reference.name;
  }
}

TEST_F(LevantComparison, DiscriminationIsThatOfTheReference) {
  for (const Reference& reference : references) {
    EXPECT_NEAR(*of(*severe_, reference.name).scores.auc, reference.auc, 0.01) << reference.name;
    EXPECT_NEAR(*of(*severe_, reference.name).scores.auc_within, reference.within, 0.01) << reference.name;
  }
}

TEST_F(LevantComparison, OwnHistoryIsTheBestBaselineAndTwoSpeedsAreNoBetter) {
  EXPECT_EQ(severe_->inputs[severe_->best_baseline].name, "own history");
  const ComparedInput& two = of(*severe_, "H_14, H_120");
  EXPECT_EQ(two.verdict, Verdict::undecided);
  EXPECT_NEAR(two.difference->points, -0.3, 0.1);
  EXPECT_NEAR(two.difference->lower, -1.4, 0.5);
  EXPECT_NEAR(two.difference->upper, 1.1, 0.5);
}

TEST_F(LevantComparison, JudgesEveryMonthAfterTheBurnIn) {
  EXPECT_EQ(severe_->periods, 356U);
  EXPECT_EQ(severe_->judged, 355U * 46U);
}

}  // namespace
}  // namespace detente
