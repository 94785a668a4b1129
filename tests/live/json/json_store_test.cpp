#include "detente/live/json/json_store.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace detente {
namespace {

TEST(StoreJson, has_missing_days_and_moments_as_null) {
  const auto json = nlohmann::json::parse(store_info_json({.head = {0, "0a"}, .schema = 1}));
  EXPECT_TRUE(json["first_received"].is_null());
  EXPECT_TRUE(json["last_reported"].is_null());
  EXPECT_EQ(json["head"]["batch"], 0);
  EXPECT_TRUE(json["formats"].is_array());
}

TEST(StoreJson, names_what_is_damaged) {
  const auto json =
      nlohmann::json::parse(store_check_json({{1, "0a"}, 5, {{StoreDamage::Part::derived, "table feeds"}}}));
  EXPECT_EQ(json["sound"], false);
  EXPECT_EQ(json["damage"][0]["part"], "derived");
  EXPECT_EQ(json["damage"][0]["what"], "table feeds");
}

}  // namespace
}  // namespace detente
