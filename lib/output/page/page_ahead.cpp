#include <fmt/format.h>

#include "output/page/page_parts.hpp"
#include "output/wording/ahead_words.hpp"
#include "output/wording/figures.hpp"

namespace detente::detail::page {
namespace {

constexpr std::size_t most_rows = 14;

using Columns = std::vector<HtmlTable::Column>;

Columns before_a_fan(Columns first) {
  for (const char* title : {"Silent", "5 %", "25 %", "50 %", "75 %", "95 %"}) first.push_back({title, true});
  return first;
}

void add(HtmlTable& table, std::vector<std::string> cells, const FanDay& day) {
  for (const double value : {day.silent, day.lowest, day.low, day.middle, day.high, day.highest})
    cells.push_back(rounded(value, 1));
  table.add(cells);
}

/// By week, or by as many weeks as leave room, and the last day.
std::string days_table(const PathAhead& ahead) {
  HtmlTable table("The index on coming days: if nothing is reported, and what it stays at or below with that chance.",
                  before_a_fan({{"On"}}));
  const std::size_t step = 7 * (1 + ahead.fan.size() / (7 * most_rows));
  for (std::size_t i = step - 1; i + 1 < ahead.fan.size(); i += step)
    add(table, {to_text(ahead.fan[i].day)}, ahead.fan[i]);
  add(table, {to_text(ahead.fan.back().day)}, ahead.fan.back());
  return table.html("The index on coming days");
}

std::string outcomes_table(const PathAhead& ahead) {
  if (ahead.outcomes.empty()) return {};
  HtmlTable table(fmt::format("The index on {}, if an outcome comes true.", day_in_words(ahead.fan.back().day)),
                  before_a_fan({{"Scheduled"}, {"Outcome"}, {"Chance", true}}));
  for (const OutcomePath& o : ahead.outcomes)
    add(table,
        {o.scheduled, o.outcome.empty() ? "nothing comes of it" : o.outcome, rounded(100 * o.probability) + " %"},
        o.path.back());
  return table.html("Outcomes");
}

}  // namespace

std::string ahead_section(const IndexReport& report) {
  if (!report.ahead) return {};
  const PathAhead& ahead = *report.ahead;
  return section("ahead", "Where it may go",
                 paragraph(ahead_in_words(ahead, report.series.words.digits) + " " + ahead_basis(ahead)) +
                     days_table(ahead) + outcomes_table(ahead));
}

}  // namespace detente::detail::page
