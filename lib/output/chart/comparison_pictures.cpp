#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "detente/output/page/comparison_page.hpp"
#include "output/chart/chart_frame.hpp"
#include "output/text/comparison_rows.hpp"
#include "output/wording/figures.hpp"

namespace detente {
using namespace detail;
namespace {

using chart::draw;
using chart::draw_text;

constexpr double width = 1200;
constexpr std::string_view better_ink = "#0b57a4", worse_ink = "#b5482a";

std::string svg(double height, std::string_view title, const std::string& body) {
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" role=\"img\" font-family=\"Helvetica Neue, "
      "Helvetica, Arial, Liberation Sans, sans-serif\">\n<title>{}</title>\n{}</svg>\n",
      coordinate(width), coordinate(height), escaped(title), body);
}

void line(std::string& out, double x1, double y1, double x2, double y2, std::string_view ink, double stroke = 1,
          std::string_view dashes = "") {
  draw(out, "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{}\" stroke-width=\"{}\"{}/>\n", coordinate(x1),
       coordinate(y1), coordinate(x2), coordinate(y2), ink, coordinate(stroke),
       dashes.empty() ? "" : fmt::format(" stroke-dasharray=\"{}\"", dashes));
}

// ---- paired differences ----

/// Points on the width of the plot.
struct PointsAxis {
  double low = 0, high = 0, left = 330, right = width - 60;
  double x(double points) const { return left + (points - low) / (high - low) * (right - left); }
  double step() const {
    const double rough = (high - low) / 8, power = std::pow(10, std::floor(std::log10(rough)));
    for (const double times : {1.0, 2.0, 5.0})
      if (rough <= times * power) return times * power;
    return 10 * power;
  }
};

/// Intervals that reach far down would squeeze the others, so the axis ends at the point of the worst input.
PointsAxis axis_of(const std::vector<const ComparedInput*>& inputs) {
  PointsAxis axis;
  for (const ComparedInput* input : inputs) {
    if (!input->difference) continue;
    axis.low = std::min({axis.low, input->difference->points, std::max(input->difference->lower, -30.0)});
    axis.high = std::max(axis.high, input->difference->upper);
  }
  const double margin = std::max(0.5, (axis.high - axis.low) * 0.04);
  axis.low -= margin;
  axis.high += margin;
  return axis;
}

std::string_view ink_of(const PairedDifference& d) {
  return d.lower > 0 ? better_ink : d.upper < 0 ? worse_ink : chart::ink;
}

void draw_difference(std::string& out, const ComparedInput& input, const PointsAxis& axis, double y) {
  const bool baseline = input.verdict == Verdict::baseline;
  draw_text(out, axis.left - 14, y + 4, fitted(input.name, 13, axis.left - 80),
            {.size = 13, .anchor = "end", .fill = baseline ? chart::soft_ink : chart::ink});
  if (!input.difference) {
    draw_text(out, axis.x(0) + 8, y + 4, "the reference", {.fill = chart::soft_ink});
    draw(out, "<rect x=\"{}\" y=\"{}\" width=\"8\" height=\"8\" fill=\"{}\"/>\n", coordinate(axis.x(0) - 4),
         coordinate(y - 4), chart::soft_ink);
    return;
  }
  const PairedDifference& d = *input.difference;
  draw(out, "<g>{}\n",
       chart::title_of(fmt::format("{}: {} points {}", input.name, signed_figure(d.points, 1), interval_text(d))));
  line(out, axis.x(std::max(d.lower, axis.low)), y, axis.x(std::min(d.upper, axis.high)), y, ink_of(d), 2);
  draw(out, "<circle cx=\"{}\" cy=\"{}\" r=\"5\" fill=\"{}\" stroke=\"{}\" stroke-width=\"1.5\"/>\n</g>\n",
       coordinate(axis.x(d.points)), coordinate(y), baseline ? "#fff" : ink_of(d), ink_of(d));
}

// ---- small pictures side by side ----

struct Panel {
  double left = 0, top = 0;
  static constexpr double size = 200, step_x = 294, step_y = 276, margin = 46;
  static constexpr std::size_t columns = 4;
  double x(double share) const { return left + share * size; }
  double y(double share) const { return top + size - share * size; }
};

Panel panel_at(std::size_t i) {
  const std::size_t row = i / Panel::columns, column = i % Panel::columns;
  return {Panel::margin + Panel::step_x * static_cast<double>(column), 36 + Panel::step_y * static_cast<double>(row)};
}

std::string panels(const Comparison& found, std::string_view title,
                   const std::function<void(std::string&, const Panel&, const ComparedInput&)>& draw_in) {
  std::string body;
  const std::vector<const ComparedInput*> inputs = best_first(found);
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const Panel panel = panel_at(i);
    draw_text(body, panel.left, panel.top - 12, fitted(inputs[i]->name, 13, Panel::size - 10),
              {.size = 13, .bold = inputs[i]->verdict != Verdict::baseline});
    draw(body, "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"none\" stroke=\"#c9c9c9\"/>\n",
         coordinate(panel.left), coordinate(panel.top), coordinate(Panel::size), coordinate(Panel::size));
    draw_in(body, panel, *inputs[i]);
  }
  const std::size_t rows = (inputs.size() + Panel::columns - 1) / Panel::columns;
  return svg(static_cast<double>(rows) * Panel::step_y + 20, title, body);
}

void draw_share_axis(std::string& out, const Panel& panel) {
  for (const double share : {0.0, 0.5, 1.0}) {
    draw_text(out, panel.x(share), panel.y(0) + 15, rounded(100 * share) + "%",
              {.size = 11, .anchor = "middle", .fill = chart::soft_ink});
    draw_text(out, panel.left - 6, panel.y(share) + 4, rounded(100 * share) + "%",
              {.size = 11, .anchor = "end", .fill = chart::soft_ink});
  }
}

/// Each step from its lowest to its highest chance, joined to the next; the size of its mark is its number of
/// forecasts.
void draw_reliability(std::string& out, const Panel& panel, const ComparedInput& input) {
  const Reliability& r = input.scores.reliability;
  draw_share_axis(out, panel);
  line(out, panel.x(0), panel.y(0), panel.x(1), panel.y(1), "#8c8c8c", 1, "4 3");
  std::string path;
  for (const ReliabilityStep& step : r.steps)
    for (const double chance : {step.low, step.high})
      draw(path, "{}{} {}", path.empty() ? "M" : "L", coordinate(panel.x(chance)), coordinate(panel.y(step.share)));
  draw(out, "<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2\"/>\n", path, better_ink);
  for (const ReliabilityStep& step : r.steps)
    draw(out, "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\" fill-opacity=\".35\">{}</circle>\n",
         coordinate(panel.x(step.mean)), coordinate(panel.y(step.share)),
         coordinate(1 + std::log10(static_cast<double>(step.forecasts))), better_ink,
         chart::title_of(fmt::format("{} to {} %, {}: came {} %", rounded(100 * step.low, 1),
                                     rounded(100 * step.high, 1), counted(step.forecasts, "forecast"),
                                     rounded(100 * step.share, 1))));
  draw_text(out, panel.left, panel.y(0) + 31,
            fmt::format("MCB {} · DSC {} · UNC {}", rounded(r.miscalibration, 4), rounded(r.discrimination, 4),
                        rounded(r.uncertainty, 4)),
            {.size = 11, .fill = chart::soft_ink});
}

void draw_pit(std::string& out, const Panel& panel, const ComparedInput& input) {
  const std::vector<double>& heights = input.scores.pit;
  const double most = std::max(2.0, *std::max_element(heights.begin(), heights.end()));
  const auto bins = static_cast<double>(heights.size());
  for (std::size_t i = 0; i < heights.size(); ++i) {
    const double top = panel.y(heights[i] / most);
    draw(out, "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\" fill-opacity=\".45\">{}</rect>\n",
         coordinate(panel.x(static_cast<double>(i) / bins) + 1), coordinate(top), coordinate(Panel::size / bins - 2),
         coordinate(panel.y(0) - top), better_ink, chart::title_of(rounded(heights[i], 2)));
  }
  line(out, panel.x(0), panel.y(1 / most), panel.x(1), panel.y(1 / most), chart::ink, 1, "4 3");
  draw_text(out, panel.left - 6, panel.y(1 / most) + 4, "1", {.size = 11, .anchor = "end", .fill = chart::soft_ink});
  for (const double share : {0.0, 0.5, 1.0})
    draw_text(out, panel.x(share), panel.y(0) + 15, rounded(share, 1),
              {.size = 11, .anchor = "middle", .fill = chart::soft_ink});
}

}  // namespace

std::string paired_differences_svg(const Comparison& found) {
  constexpr double row = 26, top = 20;
  const std::vector<const ComparedInput*> inputs = best_first(found);
  const PointsAxis axis = axis_of(inputs);
  const double bottom = top + row * static_cast<double>(inputs.size());
  std::string body;
  for (double points = std::ceil(axis.low / axis.step()) * axis.step(); points <= axis.high; points += axis.step()) {
    line(body, axis.x(points), top - 6, axis.x(points), bottom, "#e2e2e2");
    draw_text(body, axis.x(points), bottom + 18, signed_figure(points, axis.step() < 1 ? 1 : 0),
              {.anchor = "middle", .fill = chart::soft_ink});
  }
  line(body, axis.x(0), top - 6, axis.x(0), bottom, chart::ink);
  for (std::size_t i = 0; i < inputs.size(); ++i)
    draw_difference(body, *inputs[i], axis, top + row * (static_cast<double>(i) + 0.5));
  draw_text(body, axis.x(0), bottom + 38,
            "points of gain in log score; right of the line is better than " + found.inputs[found.against].name,
            {.anchor = axis.x(0) > width * 0.6 ? "end" : "middle", .fill = chart::soft_ink});
  return svg(bottom + 50, "Paired differences to " + found.inputs[found.against].name, body);
}

std::string reliability_svg(const Comparison& found) { return panels(found, "What chances meant", draw_reliability); }

std::string pit_svg(const Comparison& found) {
  if (found.kind == OutcomeKind::event) return {};
  return panels(found, "PIT histograms", draw_pit);
}

}  // namespace detente
