#include "validation/picture.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "output/chart/chart_frame.hpp"
#include "output/chart/markup.hpp"
#include "output/wording/figures.hpp"

namespace validation {
namespace {

using detente::detail::chart::draw;
using detente::detail::chart::draw_text;

constexpr double width = 1000, height = 420, left = 60, right = 800, top = 50, bottom = 370;

struct Axes {
  double x_low = HUGE_VAL, x_high = -HUGE_VAL, y_low = HUGE_VAL, y_high = -HUGE_VAL;

  explicit Axes(const std::vector<Line>& lines) {
    for (const Line& line : lines)
      for (const auto& [x, y] : line.points) {
        x_low = std::min(x_low, x);
        x_high = std::max(x_high, x);
        y_low = std::min(y_low, y);
        y_high = std::max(y_high, y);
      }
    y_low = std::floor(y_low);
    y_high = std::ceil(y_high);
  }
  double x(double value) const { return left + (value - x_low) / (x_high - x_low) * (right - left); }
  double y(double value) const { return bottom - (value - y_low) / (y_high - y_low) * (bottom - top); }
};

void draw_axes(std::string& out, const Axes& axes) {
  const double step = std::max(1.0, std::ceil((axes.y_high - axes.y_low) / 8));
  for (double value = axes.y_low; value <= axes.y_high; value += step) {
    draw(out, "<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" stroke=\"#dddddd\"/>\n", left,
         axes.y(value), right, axes.y(value));
    draw_text(out, left - 8, axes.y(value) + 4, fmt::format("{:.0f}", value), {.anchor = "end"});
  }
  for (double year = std::ceil(axes.x_low / 5) * 5; year <= axes.x_high; year += 5)
    draw_text(out, axes.x(year), bottom + 20, fmt::format("{:.0f}", year), {.anchor = "middle"});
}

/// Names go at the last points, moved apart if they would overlap.
std::vector<double> name_places(const std::vector<Line>& lines, const Axes& axes) {
  constexpr double apart = 16;
  std::vector<std::pair<double, std::size_t>> wanted;
  for (std::size_t i = 0; i < lines.size(); ++i) wanted.emplace_back(axes.y(lines[i].points.back().second), i);
  std::sort(wanted.begin(), wanted.end());
  std::vector<double> out(lines.size());
  double last = -HUGE_VAL;
  for (const auto& [y, i] : wanted) last = out[i] = std::max(y, last + apart);
  return out;
}

}  // namespace

std::string line_chart(const std::string& title, const std::vector<Line>& lines) {
  const Axes axes(lines);
  std::string body;
  draw_text(body, left, 26, title, {.size = 15, .bold = true});
  draw_axes(body, axes);
  const std::vector<double> names = name_places(lines, axes);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::string path;
    for (const auto& [x, y] : lines[i].points)
      path += fmt::format("{}{:.1f} {:.1f}", path.empty() ? "M" : "L", axes.x(x), axes.y(y));
    draw(body, "<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2\"{}/>\n", path, lines[i].ink,
         lines[i].dashed ? " stroke-dasharray=\"6 4\"" : "");
    draw_text(body, right + 10, names[i] + 4, lines[i].name, {.size = 13, .fill = lines[i].ink});
  }
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" font-family=\"Helvetica, "
      "Arial, Liberation Sans, sans-serif\">\n<title>{}</title>\n<rect width=\"100%\" height=\"100%\" "
      "fill=\"#ffffff\"/>\n{}</svg>\n",
      width, height, detente::detail::escaped(title), body);
}

}  // namespace validation
