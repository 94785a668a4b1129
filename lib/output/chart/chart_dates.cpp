#include "output/chart/chart_frame.hpp"
#include "output/chart/time_ticks.hpp"

namespace detente::detail::chart {
namespace {

std::vector<TimeTick> ticks_of(const Frame& frame) {
  return time_ticks(frame.first, frame.end, frame.right - frame.left);
}

}  // namespace

std::string draw_grid(const Frame& frame, double top, double bottom) {
  std::string path;
  for (const TimeTick& tick : ticks_of(frame))
    draw(path, "M{} {}V{}", coordinate(frame.x(tick.day)), coordinate(top), coordinate(bottom));
  return fmt::format("<path class=\"dt-grid\" d=\"{}\" stroke=\"#dcdcdc\" fill=\"none\"/>\n", path);
}

Part draw_dates(const Frame& frame, double top) {
  Part part{"<g class=\"dt-dates\">\n", top, top + 34};
  for (const TimeTick& tick : ticks_of(frame)) {
    const double x = frame.x(tick.day) + 3;
    if (x + text_width(tick.label, 12) > frame.right + 24) continue;
    draw_text(part.svg, x, top + 14, tick.label, {.fill = soft_ink});
    if (!tick.year.empty()) draw_text(part.svg, x, top + 29, tick.year, {.fill = ink, .bold = true});
  }
  part.svg += "</g>\n";
  return part;
}

}  // namespace detente::detail::chart
