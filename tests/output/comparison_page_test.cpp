#include "detente/output/comparison_page.hpp"

#include <gtest/gtest.h>

#include <string>

#include "output/well_formed.hpp"

namespace detente {
namespace {

/// A baseline, a better model with an evil name, and a worse one that says what the baseline says.
Comparison sample(OutcomeKind kind = OutcomeKind::count) {
  Comparison out;
  out.kind = kind;
  out.pairs = {{"ISR", "LBN"}, {"ISR", "SYR"}};
  out.first = period_of(PeriodKind::month, Day::from_civil(2001, 1, 1));
  out.last = period_of(PeriodKind::month, Day::from_civil(2003, 12, 1));
  out.periods = 36;
  out.judged = 72;
  out.positive = 12;
  out.eras = {out.first};
  const auto input = [&](const char* name, Verdict verdict, double loss) {
    ComparedInput made;
    made.name = name;
    made.verdict = verdict;
    made.scores.log_score = loss;
    made.scores.gain = 100 * (1 - loss);
    made.scores.auc = 0.75;
    made.scores.reliability = {0.1, 0.01, 0.05, 0.14, {{0, 0.2, 0.1, 0.05, 40}, {0.3, 0.9, 0.5, 0.6, 32}}};
    if (kind == OutcomeKind::count) {
      made.scores.crps = 0.5;
      made.scores.coverage = 0.96;
      made.scores.interval_score = 3;
      made.scores.pit = {0.9, 1.1, 1.0, 1.0};
    }
    return made;
  };
  out.inputs = {input("own history", Verdict::baseline, 0.7), input("<b>mine</b>", Verdict::better, 0.6),
                input("copy", Verdict::worse, 0.8)};
  PairedDifference better{.points = 10,
                          .lower = 4,
                          .upper = 15,
                          .least_without = -1,
                          .most_without = 12,
                          .least_pair = 1,
                          .most_pair = 0,
                          .by_era = {10},
                          .test = {0.1, 3, 0.004},
                          .corrected_p = 0.008};
  out.inputs[1].difference = better;
  better.points = -10;
  better.lower = -15;
  better.upper = -4;
  better.least_without = -12;
  better.most_without = -8;
  out.inputs[2].difference = better;
  out.inputs[2].repeats = "last value";
  return out;
}

TEST(ComparisonTable, SaysItInWords) {
  const Comparison found = sample();
  EXPECT_EQ(verdict_sentence(found, found.inputs[0]), "own history is the best baseline.");
  EXPECT_EQ(verdict_sentence(found, found.inputs[1]),
            "<b>mine</b> is better than own history: +10.0 points [4.0, 15.0]; it hangs on ISR–SYR, without which it "
            "is −1.0.");
  EXPECT_EQ(verdict_sentence(found, found.inputs[2]),
            "copy is worse than own history: −10.0 points [−15.0, −4.0]; it says what last value says.");
}

TEST(ComparisonTable, BestComesFirstAndCaveatsLast) {
  const std::string text = comparison_table({sample(), "severe acts of the next month"});
  EXPECT_NE(text.find("2 pairs, 36 months from 2001-01 to 2003-12; 72 forecasts of severe acts"), std::string::npos);
  EXPECT_LT(text.find("<b>mine</b>"), text.find("\nown history"));
  EXPECT_NE(text.find("Only 12 outcomes came"), std::string::npos);
  EXPECT_NE(text.find("Only 2 pairs"), std::string::npos);
}

TEST(ComparisonTable, CsvHasAsManyFieldsInEveryRow) {
  const std::string csv = comparison_csv({sample(OutcomeKind::event), "x"});
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
  const std::string html = comparison_page_html({sample(), "severe acts of the next month"});
  EXPECT_EQ(html.find("<b>mine"), std::string::npos);
  EXPECT_NE(html.find("&lt;b&gt;mine"), std::string::npos);
  EXPECT_NE(html.find("default-src 'none'"), std::string::npos);
  for (const char* never : {"<script", "<img", " src=", "url(http"}) EXPECT_EQ(html.find(never), std::string::npos);
}

TEST(ComparisonPage, PicturesAreWellFormed) {
  EXPECT_EQ(test::XmlCheck(pit_svg(sample())).fault(), "");
  for (const OutcomeKind kind : {OutcomeKind::count, OutcomeKind::event}) {
    const Comparison found = sample(kind);
    EXPECT_EQ(test::XmlCheck(paired_differences_svg(found)).fault(), "");
    EXPECT_EQ(test::XmlCheck(reliability_svg(found)).fault(), "");
    EXPECT_EQ(pit_svg(found).empty(), kind == OutcomeKind::event);
  }
}

}  // namespace
}  // namespace detente
