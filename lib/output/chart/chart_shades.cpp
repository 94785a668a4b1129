#include "output/chart/chart_shades.hpp"

#include <algorithm>
#include <vector>

#include "output/wording/figures.hpp"
#include "output/wording/series_words.hpp"

namespace detente::detail::chart {
namespace {

constexpr double shift_size = 11, shift_row = 15;

/// A label of a shift, right of its line or, where that ends the picture, left of it.
struct ShiftLabel {
  double left = 0, right = 0, row = 0;
  std::string text;
  bool is_left = false;
};

/// The longest of the words that find room beside the line.
ShiftLabel shift_label_at(double x, const Period& since, const Frame& frame) {
  const std::string words = period_in_words(since);
  for (const std::string& text : {"another level since " + words, "since " + words, "since " + since.label()}) {
    const double width = text_width(text, shift_size) + 4;
    if (x + width <= frame.right) return {x, x + width, 0, text};
    if (x - width >= frame.left) return {x - width, x, 0, text, true};
  }
  return {};
}

/// The first row in which the label touches no other.
void place(ShiftLabel& label, const std::vector<ShiftLabel>& others) {
  const auto touches = [&](const ShiftLabel& o) {
    return o.row == label.row && o.left < label.right && label.left < o.right;
  };
  while (std::any_of(others.begin(), others.end(), touches)) ++label.row;
}

std::string shift_tooltip(const LevelShift& shift) {
  return fmt::format("Since {} what is reported is on another level: acts of {} points on average, of {} before",
                     period_in_words(shift.period), rounded(shift.after, 1), rounded(shift.before, 1));
}

}  // namespace

std::string shade_pattern(const std::string& id) {
  return fmt::format(
      "<pattern id=\"{}-dots\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\"><circle "
      "class=\"dt-dots\" cx=\"2\" cy=\"2\" r=\"0.9\" fill=\"#9fb6cc\"/></pattern>",
      id);
}

std::string draw_shades(const IndexReport& report, const Frame& frame, const ValueAxis& axis, const std::string& id) {
  if (!shades_phases(report, frame)) return {};
  std::string rises, falls, out;
  for (const Phase& p : report.phases) {
    if (p.to < frame.first || p.from >= frame.end) continue;
    const double from = frame.mid(std::max(p.from, frame.first)), to = frame.mid(std::min(p.to, frame.end - 1));
    draw(is_rise(p.kind) ? rises : falls, "M{} {}H{}V{}H{}z", coordinate(from), coordinate(axis.top), coordinate(to),
         coordinate(axis.bottom), coordinate(from));
  }
  if (!rises.empty()) draw(out, "<path class=\"dt-rises\" d=\"{}\" fill=\"#000\" fill-opacity=\".07\"/>\n", rises);
  if (!falls.empty()) draw(out, "<path class=\"dt-falls\" d=\"{}\" fill=\"url(#{}-dots)\"/>\n", falls, id);
  return out;
}

std::string draw_shifts(const IndexReport& report, const Frame& frame, const ValueAxis& axis) {
  std::string out;
  if (!report.shifts) return out;
  std::vector<ShiftLabel> labels;
  for (const LevelShift& shift : report.shifts->shifts) {
    const double x = frame.x(shift.period.first);
    draw(out,
         "<path class=\"dt-shift dt-ink-line\" d=\"M{} {}V{}\" stroke=\"{}\" stroke-width=\"1.2\" "
         "stroke-dasharray=\"6 3\">{}</path>\n",
         coordinate(x), coordinate(axis.top), coordinate(axis.bottom), ink, title_of(shift_tooltip(shift)));
    ShiftLabel label = shift_label_at(x, shift.period, frame);
    place(label, labels);
    const double y = axis.top + 12 + shift_row * label.row;
    if (label.text.empty() || y > axis.bottom) continue;
    labels.push_back(label);
    draw(out, "<g class=\"dt-halo\" stroke=\"#fff\" stroke-width=\"3\" paint-order=\"stroke\">");
    draw_text(out, label.is_left ? label.right - 4 : label.left + 4, y, label.text,
              {.size = shift_size, .anchor = label.is_left ? "end" : "start"});
    out += "</g>\n";
  }
  return out;
}

}  // namespace detente::detail::chart
