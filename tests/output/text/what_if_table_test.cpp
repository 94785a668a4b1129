#include "detente/output/text/what_if_table.hpp"

#include <gtest/gtest.h>

#include "support/dates.hpp"
#include "support/us_colombia.hpp"

namespace detente {
namespace {

using test::default_scoring;
using test::us_colombia;
using test::usa_col;

TEST(WhatIfTable, SaysWhatItComesTo) {
  const EventLog log = us_colombia();
  const Event visit{.date = test::span("2026-01-20"), .source = "USA", .target = "COL", .code = "visit"};
  const WhatIfRequest request{.selection = usa_col(), .scoring = default_scoring(), .band = BandOptions{.draws = 60}};
  Event other = removal(log, {"C025"}).before;
  other.status = Status::alleged;
  const std::vector<EventChange> changes{alteration(log, {"C025"}, other), insertion(visit)};
  const WhatIf found = what_if(log, changes, request);
  const std::string table = what_if_table(found);
  for (const char* part : {"with 2 changes", "status: confirmed → alleged", "interaction", "together", "2026-02",
                           "With the changes the index on 28 February 2026 would be", " lower (90 % of the draws: "})
    EXPECT_NE(table.find(part), std::string::npos) << part << " is not in\n" << table;
}

}  // namespace
}  // namespace detente
