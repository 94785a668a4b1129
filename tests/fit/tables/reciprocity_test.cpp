#include <gtest/gtest.h>

#include "fit/reciprocity_sample.hpp"
#include "output/sample_report.hpp"

namespace detente {
namespace {

const Dyad asked{"USA", "COL"};

TEST(ReciprocityTable, PutsTheAskedPairFirstAndTheCaveatsIn) {
  const Reciprocity found = test::sample_finding();
  EXPECT_EQ(reciprocity_table({found, asked}),
            "USA–COL: hostile acts USA→COL 240, COL→USA 120, in 1000 observed days\n"
            "\n"
            "                    acts per act  ± error  under drift  half-life, days  ± error\n"
            "USA answers COL             0.00        –         0.00              4.6      0.5\n"
            "COL answers USA             0.50     0.06         0.44              4.6      0.5\n"
            "USA repeats itself          0.00        –         0.00              4.6      0.5\n"
            "COL repeats itself          0.20     0.05         0.10              4.6      0.5\n"
            "\n"
            "fit: boundary, USA has no answers; 20 placings of the events in time\n"
            "each side repeats itself, neither answers: p = 0.005 (199 replicates)\n"
            "no act triggers another: not tested\n"
            "the model's fit to the acts of USA: p = 0.500\n"
            "the model's fit to the acts of COL: p = 0.875\n"
            "\n"
            "To be read with this:\n"
            "- Days are days.\n"
            "- Drift is drift.\n");
}

TEST(ReciprocityTable, SaysWhatItWasMadeWith) {
  const Reciprocity found = test::sample_finding();
  const std::string text = reciprocity_table({found, asked, test::sample_provenance()});
  EXPECT_NE(text.find("\nplain 2026-11 (0123456789abcdef), one-a-day off; "), std::string::npos) << text;
}

TEST(ReciprocityCsv, LeavesMissingEmpty) {
  const Reciprocity found = test::sample_finding();
  EXPECT_EQ(reciprocity_csv({found, asked.canonical()}),
            "who,whom,ratio,standard_error,under_drift,from_dates,half_life,half_life_error,events,p_any,p_answers,"
            "status\n"
            "COL,USA,0.5,0.0625,0.4375,0.25,4.62,0.5,120,,0.005,boundary\n"
            "USA,COL,0,,0,,4.62,0.5,240,,0.005,boundary\n"
            "COL,COL,0.2,0.05,0.1,0.125,4.62,0.5,120,,0.005,boundary\n"
            "USA,USA,0,,0,,4.62,0.5,240,,0.005,boundary\n");
}

TEST(ReciprocityCsv, QuotesANameThatNeedsIt) {
  Reciprocity found = test::sample_finding();
  found.sides[0] = "COL, \"old\"";
  EXPECT_NE(reciprocity_csv({found, asked}).find("\n\"COL, \"\"old\"\"\",USA,"), std::string::npos);
}

}  // namespace
}  // namespace detente
