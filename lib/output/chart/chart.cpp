#include "detente/output/chart/chart.hpp"

#include "detente/output/wording/headline.hpp"
#include "output/chart/chart_frame.hpp"
#include "output/wording/citation.hpp"
#include "output/wording/figures.hpp"

namespace detente::detail::chart {

Part draw_heading(const IndexReport& report, double top) {
  Part part{{}, top, top + 34};
  const Headline& h = report.headline;
  const std::string first =
      fmt::format("{} on {}: {}", dyad_name(h.dyad, report.direction), day_in_words(h.day), reading_text(h));
  draw_text(part.svg, label_left, top + 20, fitted(first, 20, page_width - 20), {.size = 20, .bold = true});
  if (const std::string second = context_text(h); !second.empty()) {
    draw_text(part.svg, label_left, top + 42, fitted(second, 14, page_width - 20), {.size = 14, .fill = soft_ink});
    part.bottom += 20;
  }
  return part;
}

Part draw_source(const IndexReport& report, double top) {
  Part part{{}, top, top + 18};
  const std::string text = fitted(short_source(report.series.provenance), 11, page_width - 20);
  draw_text(part.svg, label_left, top + 12, text, {.size = 11, .fill = soft_ink});
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

std::string opening(const IndexReport& report, double height, const std::string& id) {
  std::string out;
  draw(out,
       "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"dt-chart\" viewBox=\"0 0 {0} {1}\" role=\"img\" "
       "aria-labelledby=\"{2}-title {2}-desc\" font-family=\"Helvetica Neue, Helvetica, Arial, Liberation Sans, "
       "sans-serif\">\n",
       page_width, coordinate(height), id);
  draw(out, "<title id=\"{}-title\">{}</title>\n", id, escaped(to_text(report.headline, report.direction)));
  draw(out,
       "<desc id=\"{}-desc\">Index of tension from {} to {} with its coding band, {} events and {} measures in "
       "force.</desc>\n",
       id, to_text(frame_of(report).first), to_text(frame_of(report).end - 1), report.events.size(),
       report.measures.spells.size());
  draw(out,
       "<defs><pattern id=\"{}-hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" "
       "patternTransform=\"rotate(45)\"><path d=\"M0 0V5\" stroke=\"#a6a6a6\" stroke-width=\"1\"/></pattern></defs>\n",
       id);
  draw(out, "<rect class=\"dt-paper\" width=\"{}\" height=\"{}\" fill=\"#ffffff\"/>\n", page_width, coordinate(height));
  return out;
}

}  // namespace
}  // namespace detente::detail::chart

namespace detente {
using namespace detail;

std::string chart_svg(const IndexReport& report, const ChartOptions& options) {
  using namespace chart;
  const Frame frame = frame_of(report);
  Page page;
  if (options.title) page.add(draw_heading(report, page.y()), 6);
  page.add(draw_legend(report, page.y(), options.id), 8);
  const double top = page.y();
  page.add(draw_phases(report, frame, page.y()), 8);
  page.add(draw_index(report, frame, page.y(), options.id));
  page.add(draw_dates(frame, page.y()), 6);
  page.add(draw_events(report, frame, page.y()), 12);
  page.add(draw_lanes(report, frame, page.y()));
  const double bottom = page.y();
  page.add(draw_dates(frame, page.y()), 4);
  page.add(draw_source(report, page.y()), 4);
  return opening(report, page.y(), options.id) + draw_grid(frame, top, bottom) + page.body() + "</svg>\n";
}

}  // namespace detente
