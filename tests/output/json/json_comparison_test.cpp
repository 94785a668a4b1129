#include "detente/output/json/json_comparison.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "output/comparison_sample.hpp"

namespace detente {
namespace {

using Json = nlohmann::json;
using test::sample_comparison;

TEST(ComparisonJson, HasEveryScoreAndDifference) {
  const Json json = Json::parse(comparison_json({sample_comparison(), "severe acts of the next month"}));
  EXPECT_EQ(json["outcome"], "severe acts of the next month");
  EXPECT_EQ(json["kind"], "count");
  EXPECT_EQ(json["first"], "2001-01");
  EXPECT_EQ(json["forecasts"], 72);
  EXPECT_EQ(json["came"], 12);
  EXPECT_EQ(json["best_baseline"], "own history");
  EXPECT_EQ(json["against"], "own history");
  EXPECT_EQ(json["pairs"], Json({"ISR:LBN", "ISR:SYR"}));
  const Json mine = json["inputs"][1];
  EXPECT_EQ(mine["name"], "<b>mine</b>");
  EXPECT_EQ(mine["verdict"], "better");
  EXPECT_EQ(mine["coverage"], 0.96);
  EXPECT_EQ(mine["pit"].size(), 4U);
  EXPECT_EQ(mine["reliability"]["steps"][1]["forecasts"], 32);
  EXPECT_EQ(mine["difference"]["points"], 10);
  EXPECT_EQ(mine["difference"]["without"]["least_pair"], "ISR:SYR");
  EXPECT_EQ(mine["difference"]["p_holm"], 0.008);
  EXPECT_EQ(json["inputs"][2]["repeats"], "last value");
  EXPECT_FALSE(json["caveats"].empty());
}

TEST(ComparisonJson, WhatIsMissingIsNull) {
  const Json json = Json::parse(comparison_json({sample_comparison(OutcomeKind::event), "x"}));
  EXPECT_EQ(json["kind"], "event");
  EXPECT_TRUE(json["inputs"][0]["difference"].is_null());
  EXPECT_TRUE(json["inputs"][0]["repeats"].is_null());
  EXPECT_TRUE(json["inputs"][0]["crps"].is_null());
  EXPECT_TRUE(json["inputs"][0]["coverage"].is_null());
}

TEST(ComparisonJson, SaysWhatAllAreHeldAgainst) {
  Comparison found = sample_comparison();
  found.against = 2;
  const Json json = Json::parse(comparison_json({found, "x"}));
  EXPECT_EQ(json["best_baseline"], "own history");
  EXPECT_EQ(json["against"], "copy");
}

}  // namespace
}  // namespace detente
