#include "detente/output/page/comparison_page.hpp"

#include <gtest/gtest.h>

#include <string>

#include "output/comparison_sample.hpp"
#include "output/well_formed.hpp"

namespace detente {
namespace {

using test::sample_comparison;

TEST(ComparisonTable, SaysItInWords) {
  const Comparison found = sample_comparison();
  EXPECT_EQ(verdict_sentence(found, found.inputs[0]), "own history is the best baseline.");
  EXPECT_EQ(verdict_sentence(found, found.inputs[1]),
            "<b>mine</b> is better than own history: +10.0 points [4.0, 15.0]; it hangs on ISR–SYR, without which it "
            "is −1.0.");
  EXPECT_EQ(verdict_sentence(found, found.inputs[2]),
            "copy is worse than own history: −10.0 points [−15.0, −4.0]; it ranks as last value does.");
}

TEST(ComparisonTable, BestComesFirstAndCaveatsLast) {
  const std::string text = comparison_table({sample_comparison(), "severe acts of the next month"});
  EXPECT_NE(text.find("2 pairs, 36 months from 2001-01 to 2003-12; 72 forecasts of severe acts"), std::string::npos);
  EXPECT_LT(text.find("<b>mine</b>"), text.find("\nown history"));
  EXPECT_NE(text.find("Only 12 outcomes occurred"), std::string::npos);
  EXPECT_NE(text.find("Only 2 pairs"), std::string::npos);
}

TEST(ComparisonTable, CsvHasAsManyFieldsInEveryRow) {
  const std::string csv = comparison_csv({sample_comparison(OutcomeKind::event), "x"});
  std::size_t commas = 0, first = 0;
  for (const char c : csv) {
    if (c == ',') ++commas;
    if (c != '\n') continue;
    if (first == 0) first = commas;
    EXPECT_EQ(commas, first);
    commas = 0;
  }
  EXPECT_EQ(first, 23U);
}

TEST(ComparisonPage, IsEscapedAndAsksNobody) {
  const std::string html = comparison_page_html({sample_comparison(), "severe acts of the next month"});
  EXPECT_EQ(html.find("<b>mine"), std::string::npos);
  EXPECT_NE(html.find("&lt;b&gt;mine"), std::string::npos);
  EXPECT_NE(html.find("default-src 'none'"), std::string::npos);
  for (const char* never : {"<script", "<img", " src=", "url(http"}) EXPECT_EQ(html.find(never), std::string::npos);
}

TEST(ComparisonPage, PicturesAreWellFormed) {
  EXPECT_EQ(test::XmlCheck(pit_svg(sample_comparison())).fault(), "");
  for (const OutcomeKind kind : {OutcomeKind::count, OutcomeKind::event}) {
    const Comparison found = sample_comparison(kind);
    EXPECT_EQ(test::XmlCheck(paired_differences_svg(found)).fault(), "");
    EXPECT_EQ(test::XmlCheck(reliability_svg(found)).fault(), "");
    EXPECT_EQ(pit_svg(found).empty(), kind == OutcomeKind::event);
  }
}

}  // namespace
}  // namespace detente
