#include "output/chart/chart_frame.hpp"

#include <algorithm>

namespace detente::detail::chart {

Frame frame_of(const IndexReport& report) {
  const auto& rows = report.series.rows;
  if (!rows.empty()) return {rows.front().period.first, rows.back().period.end};
  const auto& days = report.daily.days;
  if (!days.empty()) return {days.front(), days.back() + 1};
  return {report.headline.day, report.headline.day + 1};
}

void draw_text(std::string& out, double x, double y, std::string_view text, const TextStyle& style) {
  draw(out, R"(<text x="{}" y="{}" font-size="{}")", coordinate(x), coordinate(y), coordinate(style.size));
  if (style.anchor != "start") draw(out, R"( text-anchor="{}")", style.anchor);
  draw(out, R"( class="{}" fill="{}")", style.fill == ink ? "dt-ink" : "dt-soft", style.fill);
  if (style.bold) out += R"( font-weight="bold")";
  draw(out, ">{}</text>\n", escaped(text));
}

std::string title_of(std::string_view text) { return "<title>" + escaped(text) + "</title>"; }

std::string way_text(const Dyad& dyad) { return dyad.source + " → " + dyad.target; }

}  // namespace detente::detail::chart
