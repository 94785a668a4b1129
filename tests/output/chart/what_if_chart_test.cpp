#include "detente/output/chart/what_if_chart.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "detente/scales/words.hpp"
#include "output/well_formed.hpp"
#include "support/dates.hpp"
#include "support/us_colombia.hpp"

namespace detente {
namespace {

using test::occurrences;
using test::us_colombia;

const WhatIf& found() {
  static const WhatIf out = [] {
    const EventLog log = us_colombia();
    const Event visit{
        .date = test::span("2026-01-20"), .source = "USA", .target = "COL", .code = "visit <b>", .score = 2};
    const std::vector<EventChange> changes{removal(log, {"C025"}), insertion(visit)};
    return what_if(
        log, changes,
        {.selection = test::usa_col(), .scoring = test::default_scoring(), .band = BandOptions{.draws = 30}});
  }();
  return out;
}

std::string svg(const ChartOptions& options = {}) {
  const Scoring how = test::default_scoring();
  return what_if_svg(found(), scale_words(how.model.text(), how.scale), &how.codebook, options);
}

TEST(WhatIfChart, DrawsBothPathsTheDifferenceAndTheChanges) {
  const std::string picture = svg();
  EXPECT_EQ(test::xml_fault(picture), "");
  EXPECT_EQ(occurrences(picture, "class=\"dt-what-if\""), 3U) << "in the legend, the path and the difference";
  for (const char* part :
       {"1 remove threat of force, USA → COL, ", "2 insert visit &lt;b&gt;, USA → COL, 20 January 2026",
        "Coding band of the difference", "as it is 72", "With the changes the index on 28 February 2026"})
    EXPECT_NE(picture.find(part), std::string::npos) << part;
  EXPECT_EQ(occurrences(picture, "stroke-dasharray=\"2 3\""), 2U) << "a line on the day of each change";
}

TEST(WhatIfChart, IsTheSameBytesForTheSameAnswer) { EXPECT_EQ(svg(), svg()); }

TEST(WhatIfChart, MarksNoDayThatIsNotShown) {
  WhatIf other = found();
  other.changes[1].after.date = test::span("2031-01-01");
  const Scoring how = test::default_scoring();
  const std::string picture = what_if_svg(other, scale_words(how.model.text(), how.scale));
  EXPECT_EQ(occurrences(picture, "stroke-dasharray=\"2 3\""), 1U);
}

TEST(WhatIfChart, HasNamesAndAWidth) {
  EXPECT_NE(svg({.name = "Home & away"}).find("Home &amp; away: the index as it is"), std::string::npos);
  EXPECT_NE(svg({.width = 400}).find("viewBox=\"0 0 400 "), std::string::npos);
  EXPECT_THROW((void)svg({.width = 100}), std::invalid_argument);
}

}  // namespace
}  // namespace detente
