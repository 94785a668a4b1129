#include "detente/fit/json/json_reciprocity.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "fit/reciprocity_sample.hpp"
#include "output/sample_report.hpp"

namespace detente {
namespace {

using Json = nlohmann::ordered_json;

TEST(ReciprocityJson, HasEverythingAndMissingIsNull) {
  const Reciprocity found = test::sample_finding();
  const Json json = Json::parse(reciprocity_json({found, {"USA", "COL"}, test::sample_provenance()}));
  std::vector<std::string> keys;
  for (const auto& [key, value] : json.items()) keys.push_back(key);
  EXPECT_EQ(keys,
            (std::vector<std::string>{"source", "target", "days", "ties", "same_day", "sides", "ratios",
                                      "spectral_radius", "drift_pieces", "fit", "tests", "caveats", "provenance"}));
  EXPECT_EQ(json["ratios"][1]["who"], "COL");
  EXPECT_EQ(json["ratios"][1]["from_dates"], 0.25);
  EXPECT_TRUE(json["ratios"][0]["standard_error"].is_null());
  EXPECT_EQ(json["sides"][0]["events"], 120);
  EXPECT_EQ(json["sides"][0]["residuals"]["p_value"], 0.875);
  EXPECT_TRUE(json["tests"]["any"].is_null());
  EXPECT_EQ(json["tests"]["answers"]["replicates"], 199);
  EXPECT_EQ(json["fit"]["status"], "boundary");
  EXPECT_EQ(json["ties"], "jitter");
  EXPECT_DOUBLE_EQ(json["spectral_radius"].get<double>(), 0.2);
  EXPECT_EQ(json["provenance"]["codebook"], "plain");
}

}  // namespace
}  // namespace detente
