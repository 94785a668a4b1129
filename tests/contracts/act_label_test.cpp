#include "detente/contracts/act_label.hpp"

#include <gtest/gtest.h>

#include <string>

#include "detente/codebooks/built_in.hpp"

namespace detente {
namespace {

std::string label(std::string code, std::string note = {}) {
  static const Codebook plain = built_in_codebook("plain");
  Event event;
  event.code = std::move(code);
  event.note = std::move(note);
  return act_label(event, &plain);
}

TEST(ActLabel, IsTheCodebooksLabelInAnySpelling) {
  EXPECT_EQ(label("visa_revoked"), "visa revoked");
  EXPECT_EQ(label("Ambassador recalled"), "envoy recalled for consultations");
}

TEST(ActLabel, OfACodeThatIsUnknownIsWhatIsWritten) {
  EXPECT_EQ(label("lantern_lit"), "lantern lit");
  EXPECT_EQ(label("Lantern lit", "by the sea"), "Lantern lit");
  EXPECT_EQ(act_label({.code = "visa_revoked"}, nullptr), "visa revoked");
}

TEST(ActLabel, WithoutACodeIsTheBeginningOfTheNote) {
  EXPECT_EQ(label("", "A lantern was lit."), "A lantern was lit.");
  EXPECT_EQ(label("", std::string(100, 'x')), std::string(60, 'x') + "…");
  EXPECT_EQ(label("", "two\nlines"), "two\\nlines");
  EXPECT_EQ(label(""), "act without a term");
}

}  // namespace
}  // namespace detente
