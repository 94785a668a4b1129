#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "output/page/page_parts.hpp"
#include "output/wording/figures.hpp"
#include "output/wording/series_words.hpp"

namespace detente::detail::page {
namespace {

std::string phases_table(const IndexReport& report) {
  HtmlTable table(
      "Rises and falls of heat, in points of both directions together, and what the index did over the same days. A "
      "fall "
      "is a thaw, and a rise an escalation, if acts, measures and releases supply at least half of the index’s change; "
      "in easing and hardening the index does not follow the heat.",
      {{"Phase"},
       {"From"},
       {"To"},
       {"Heat", true},
       {"Index", true},
       {"Acts", true},
       {"Measures", true},
       {"Releases", true},
       {"Silence", true}});
  const auto points = [](double value) { return std::abs(value) < 0.05 ? std::string() : signed_figure(value); };
  for (const Phase& p : report.phases) {
    std::vector<std::string> cells{std::string(to_text(p.kind)), to_text(p.from),
                                   to_text(p.to) + (p.ongoing ? " (so far)" : ""),
                                   rounded(p.heat_from, 1) + " → " + rounded(p.heat_to, 1)};
    if (p.movement) {
      const Movement& m = *p.movement;
      cells.insert(cells.end(), {rounded(m.from, 1) + " → " + rounded(m.to, 1), points(m.causes.acts),
                                 points(m.causes.measures), points(m.causes.releases), points(m.change() - m.deeds())});
    }
    cells.resize(9);
    table.add(cells);
  }
  return table.empty() ? "" : table.html("Phases");
}

/// The shifts with what makes each, under a heading of their own.
std::string shifts_html(const IndexReport& report) {
  if (!report.shifts) return {};
  const LevelShifts& all = *report.shifts;
  const std::string period = period_name(all);
  const std::string heading = "<h3 id=\"shifts\">Shifts for good</h3>\n";
  const std::string what = fmt::format(
      "Where the mean score of the acts of a {} changed for good, as far as the events reach: sought in what "
      "was reported, not in the index, whose smoothing makes a ramp of every step.",
      period);
  if (all.shifts.empty()) return heading + paragraph(what + " Here: none.");
  HtmlTable table(what + " Points are tension points of the codebook; the acts say what makes the difference.",
                  {{"Since"}, {"Before", true}, {"After", true}, {"Change", true}, {"What makes the difference"}});
  for (const LevelShift& s : all.shifts)
    table.add({period_in_words(s.period), rounded(s.before, 2), rounded(s.after, 2), signed_figure(s.size(), 2),
               causes_text(s, false)});
  return heading + table.html("Shifts for good");
}

}  // namespace

std::string phases_section(const IndexReport& report) {
  return section("phases", report.shifts ? "Phases and shifts" : "Phases", phases_table(report) + shifts_html(report));
}

}  // namespace detente::detail::page
