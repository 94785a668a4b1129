#include "detente/ground/spelling.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace detente {
namespace {

TEST(NormalForm, IsSharedByAllSpellingsOfATerm) {
  for (const char* text :
       {"sanction_imposed", "Sanction imposed", "SANCTION-IMPOSED", " sanction  imposed. ", "sanction\xC2\xA0imposed",
        "sanction\xE2\x80\x91imposed", "sanction\xE2\x80\x99imposed", "\"sanction\"/imposed"})
    EXPECT_EQ(normal_form(text), "sanction imposed") << text;
}

TEST(NormalForm, KeepsZerosAndOtherScripts) {
  EXPECT_EQ(normal_form("011"), "011");
  EXPECT_EQ(normal_form("Détente"), "détente");
  EXPECT_EQ(normal_form("\xE2\x80\xA6"), "\xE2\x80\xA6");  // "…" is no dash
  EXPECT_EQ(normal_form("--- _"), "");
  EXPECT_EQ(normal_form(""), "");
}

RC_GTEST_PROP(NormalForm, IsIdempotent, (const std::string& text)) {
  const std::string form = normal_form(text);
  RC_ASSERT(normal_form(form) == form);
  RC_ASSERT(!form.starts_with(' ') && !form.ends_with(' '));
}

/// Pieces of which random text rarely consists: what separates words, whole and cut.
RC_GTEST_PROP(NormalForm, IsIdempotentForSeparators, ()) {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("\xC2", "\xA0", "\xC2\xA0", "\xE2", "\x80", "\x91", "\xE2\x80\x91", "_", " ", "A"));
  std::string text;
  for (const std::string& piece : pieces) text += piece;
  RC_ASSERT(normal_form(normal_form(text)) == normal_form(text));
}

}  // namespace
}  // namespace detente
