#include "detente/output/json/json_lines.hpp"

#include <gtest/gtest.h>

namespace detente {
namespace {

const std::string document =
    R"({"from": "a", "to": null, "rows": [{"x": 0.1, "to": 3}, {"x": 1e300}], "empty": [], "n": 1})";

TEST(JsonLinesOf, AreItsItemsBehindTheirContext) {
  EXPECT_EQ(json_lines(document, "rows"), "{\"x\":0.1,\"to\":3}\n{\"x\":1e+300}\n");
  EXPECT_EQ(json_lines(document, "rows", {"from", "to"}),
            "{\"from\":\"a\",\"to\":3,\"x\":0.1}\n{\"from\":\"a\",\"to\":null,\"x\":1e+300}\n");
  EXPECT_EQ(json_lines(document, "empty"), "");
}

TEST(JsonLinesOf, AreTheWholeOnOneLineWithoutAList) {
  EXPECT_EQ(json_lines("{\n  \"a\": [1, 2]\n}\n", ""), "{\"a\":[1,2]}\n");
}

TEST(JsonLinesOf, NeedTheListAndTheContext) {
  EXPECT_THROW(json_lines(document, "lines"), std::invalid_argument);
  EXPECT_THROW(json_lines(R"({"rows": [1]})", "rows"), std::invalid_argument);
  EXPECT_THROW(json_lines(document, "n"), std::invalid_argument);
  EXPECT_THROW(json_lines(document, "rows", {"until"}), std::invalid_argument);
}

}  // namespace
}  // namespace detente
