#include "detente/output/chart/chart.hpp"

#include <cmath>
#include <stdexcept>

#include "detente/output/wording/headline.hpp"
#include "output/chart/chart_frame.hpp"
#include "output/chart/chart_shades.hpp"
#include "output/chart/chart_words.hpp"
#include "output/wording/citation.hpp"
#include "output/wording/figures.hpp"

namespace detente::detail::chart {

namespace {

/// Lines of text, one below the other; moves `y` below them.
void draw_lines(std::string& out, double& y, const std::string& text, const Frame& frame, const TextStyle& style) {
  for (const std::string& line :
       wrapped(text, (style.bold ? bold_factor : 1) * style.size, frame.width - 2 * label_left)) {
    draw_text(out, label_left, y + style.size, line, style);
    y += std::ceil(1.3 * style.size);
  }
}

}  // namespace

Part draw_heading(const IndexReport& report, const Frame& frame, double top, const std::string& title) {
  Part part{{}, top, top};
  const Headline& h = report.headline;
  const std::string name = title.empty() ? dyad_name(h.names.of(h.dyad), report.direction) : title;
  const std::string first = fmt::format("{} on {}: {}", name, day_in_words(h.day), reading_text(h));
  draw_lines(part.svg, part.bottom, first, frame, {.size = frame.narrow() ? 16.0 : 20.0, .bold = true});
  draw_lines(part.svg, part.bottom, context_text(h), frame, {.size = frame.narrow() ? 12.0 : 14.0, .fill = soft_ink});
  return part;
}

Part draw_source(const IndexReport& report, const Frame& frame, double top) {
  Part part{{}, top, top};
  draw_lines(part.svg, part.bottom, short_source(report.series.provenance), frame, {.size = 11, .fill = soft_ink});
  return part;
}

namespace {

/// Stacks the parts.
class Page {
 public:
  void add(const Part& part, double gap = 0) {
    if (part.svg.empty()) return;
    body_ += part.svg;
    y_ = part.bottom + gap;
  }
  double y() const { return y_; }
  const std::string& body() const { return body_; }

 private:
  double y_ = 6;
  std::string body_;
};

/// A chart with links is a group of things to be reached; one without is one picture.
std::string opening(const IndexReport& report, const Frame& frame, double height, const std::string& id) {
  std::string out;
  draw(out,
       "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"dt-chart\" viewBox=\"0 0 {0} {1}\" role=\"{3}\" "
       "aria-labelledby=\"{2}-title\" aria-describedby=\"{2}-desc\" font-family=\"Helvetica Neue, Helvetica, Arial, "
       "Liberation Sans, sans-serif\">\n",
       coordinate(frame.width), coordinate(height), id, frame.links ? "group" : "img");
  draw(out, "<title id=\"{}-title\">{}</title>\n", id, escaped(to_text(report.headline, report.direction)));
  draw(out, "<desc id=\"{}-desc\">{}</desc>\n", id, escaped(chart_in_words(report)));
  if (!frame.links) draw(out, "<style>@media screen and (prefers-color-scheme:dark){{{}}}</style>\n", dark_style());
  draw(
      out,
      "<defs><pattern id=\"{}-hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" "
      "patternTransform=\"rotate(45)\"><path d=\"M0 0V5\" stroke=\"#a6a6a6\" stroke-width=\"1\"/></pattern>{}</defs>\n",
      id, shade_pattern(id));
  draw(out, "<rect class=\"dt-paper\" width=\"{}\" height=\"{}\" fill=\"#ffffff\"/>\n", coordinate(frame.width),
       coordinate(height));
  return out;
}

}  // namespace

std::string linked_chart_svg(const IndexReport& report, const ChartOptions& options, const ChartLinks* links) {
  const Frame frame = frame_of(report, options.width, links);
  Page page;
  if (options.title) page.add(draw_heading(report, frame, page.y(), options.name), 6);
  page.add(draw_legend(report, frame, page.y(), options.id), 8);
  const double top = page.y();
  page.add(draw_phases(report, frame, page.y()), 8);
  page.add(draw_index(report, frame, page.y(), options.id));
  page.add(draw_dates(frame, page.y()), 6);
  page.add(draw_events(report, frame, page.y()), 12);
  page.add(draw_lanes(report, frame, page.y()));
  const double bottom = page.y();
  page.add(draw_dates(frame, page.y()), 4);
  page.add(draw_source(report, frame, page.y()), 4);
  return opening(report, frame, page.y(), options.id) + draw_grid(frame, top, bottom) + page.body() + "</svg>\n";
}

}  // namespace detente::detail::chart

namespace detente {

std::string chart_svg(const IndexReport& report, const ChartOptions& options) {
  if (!(options.width >= 320 && options.width <= 4000))
    throw std::invalid_argument(fmt::format("ChartOptions::width is {}; must be 320 to 4000", options.width));
  return detail::chart::linked_chart_svg(report, options, nullptr);
}

}  // namespace detente
