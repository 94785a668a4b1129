#include "output/chart/chart_frame.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "output/wording/figures.hpp"

namespace detente::detail::chart {

namespace {

std::pair<Day, Day> days_of(const IndexReport& report) {
  const auto& rows = report.series.rows;
  if (!rows.empty()) return {rows.front().period.first, rows.back().period.end};
  const auto& days = report.daily.days;
  if (!days.empty()) return {days.front(), days.back() + 1};
  return {report.headline.day, report.headline.day + 1};
}

/// Of the words beside the axis.
double words_width(const ScaleWords& words) {
  double widest = text_width(words.neutral_word, 12);
  for (const WordBand& band : words.bands) widest = std::max(widest, text_width(band.word, 12));
  return widest;
}

/// Of "index 72" and "heat 48", which stand right of the plot; without the words if the chart is narrow.
double end_labels_width(const IndexReport& report, bool narrow) {
  const auto& rows = report.series.rows;
  const auto last = [&](const std::vector<std::optional<double>>& days, std::optional<double> IndexRow::*field) {
    if (!days.empty()) return days.back();
    return rows.empty() ? std::optional<double>() : rows.back().*field;
  };
  const auto width = [&](std::string_view name, std::optional<double> value) {
    const std::string figure = rounded(value, report.series.words.digits);
    return text_width((narrow ? "" : std::string(name)) + figure, bold_factor * 13);
  };
  return std::max(width("index ", last(report.daily.index, &IndexRow::index)),
                  width("heat ", last(report.daily.heat, &IndexRow::heat)));
}

std::string_view class_of(std::string_view fill) {
  return fill == ink ? "dt-ink" : fill == heat_ink ? "dt-heat" : "dt-soft";
}

}  // namespace

Frame frame_of(const IndexReport& report, double width, const ChartLinks* links) {
  auto [first, end] = days_of(report);
  if (report.ahead) end = std::max(end, report.ahead->fan.back().day + 1);
  Frame frame{.first = first, .end = end, .width = width, .links = links};
  if (frame.stacked()) frame.left = words_width(report.series.words) + 38;
  frame.right = width - std::max(frame.narrow() ? 38.0 : 88.0, end_labels_width(report, frame.narrow()) + 14);
  return frame;
}

void draw_text(std::string& out, double x, double y, std::string_view text, const TextStyle& style) {
  draw(out, R"(<text x="{}" y="{}" font-size="{}")", coordinate(x), coordinate(y), coordinate(style.size));
  if (style.anchor != "start") draw(out, R"( text-anchor="{}")", style.anchor);
  draw(out, R"( class="{}" fill="{}")", class_of(style.fill), style.fill);
  if (style.bold) out += R"( font-weight="bold")";
  draw(out, ">{}</text>\n", escaped(text));
}

std::string title_of(std::string_view text, const Frame& frame) {
  return title_of(frame.links && frame.stacked() ? text.substr(0, text.find('\n')) : text);
}

std::string title_of(std::string_view text) { return "<title>" + escaped(text) + "</title>"; }

std::string way_text(const Dyad& dyad) { return dyad.source + " → " + dyad.target; }

}  // namespace detente::detail::chart
