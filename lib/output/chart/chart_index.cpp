#include <algorithm>
#include <cmath>

#include "output/chart/chart_ahead.hpp"
#include "output/chart/chart_paths.hpp"
#include "output/chart/chart_shades.hpp"
#include "output/wording/figures.hpp"

namespace detente::detail::chart {
namespace {

double panel_height(const Frame& frame) { return frame.narrow() ? 240 : 330; }

/// Room for the panel's name above it.
double name_height(const Frame& frame) { return frame.stacked() ? 26 : 0; }

/// The panel of the index: axis first, then areas, then lines, so that lines are on top.
class IndexPanel {
 public:
  IndexPanel(const IndexReport& report, const Frame& frame, double top, const std::string& id)
      : report_(report),
        frame_(frame),
        id_(id),
        words_(report.series.words),
        paths_(paths_of(report, frame)),
        axis_{range_of(paths_, words_), top + name_height(frame), top + name_height(frame) + panel_height(frame)} {}

  Part part() {
    out_ = "<g class=\"dt-index\">\n" + draw_shades(report_, frame_, axis_, id_);
    value_axis();
    areas();
    neutral_line();
    lines();
    out_ += draw_shifts(report_, frame_, axis_) + draw_ahead(report_, frame_, axis_);
    if (!report_.ahead) end_labels();
    period_links();
    out_ += "</g>\n";
    return {std::move(out_), axis_.top, axis_.bottom};
  }

 private:
  void value_axis() {
    draw_text(out_, label_left, axis_.top + (frame_.stacked() ? -14 : 2), "Index of tension",
              {.size = 13, .bold = true});
    std::string grid;
    for (const double value : value_ticks(axis_, words_)) {
      draw(grid, "M{} {}H{}", frame_.left, coordinate(axis_.y(value)), frame_.right);
      draw_text(out_, frame_.left - 8, axis_.y(value) + 4, coordinate(value), {.anchor = "end"});
    }
    draw(out_, "<path class=\"dt-grid\" d=\"{}\" stroke=\"#dcdcdc\" fill=\"none\"/>\n", grid);
    if (has_words(axis_, words_)) band_words();
  }

  /// A word left of the ticks, cut where the page ends.
  void axis_word(double y, const std::string& word, std::string_view fill) {
    const double right = frame_.left - (frame_.stacked() ? 33 : 40);
    if (!frame_.stacked() && y < axis_.top + 12) return;  // the panel's name is there
    draw_text(out_, right, y + 4, fitted(word, 12, right - 2), {.anchor = "end", .fill = fill});
  }

  void band_words() {
    for (const WordBand& band : words_.bands) {
      const double low = std::max(band.from, axis_.range.low), high = std::min(band.to, axis_.range.high);
      if (low >= high || axis_.pixels(high - low) < 13 || band.word == words_.neutral_word) continue;
      axis_word(axis_.y((low + high) / 2), band.word, soft_ink);
    }
  }

  void neutral_line() {
    const double y = axis_.y(words_.neutral);
    draw(out_,
         "<path class=\"dt-neutral dt-soft-line\" d=\"M{} {}H{}\" stroke=\"{}\" stroke-width=\"1.2\" fill=\"none\"/>\n",
         frame_.left, coordinate(y), frame_.right, soft_ink);
    axis_word(y, words_.neutral_word, ink);
  }

  void areas() {
    const std::string envelope = area_path(frame_, axis_, paths_.days, paths_.lowest, paths_.highest);
    if (!envelope.empty())
      draw(out_,
           "<path class=\"dt-envelope\" d=\"{}\" fill=\"url(#{}-hatch)\" stroke=\"#8c8c8c\" stroke-width=\"0.7\" "
           "stroke-dasharray=\"1.5 2.5\">{}</path>\n",
           envelope, id_, title_of("Sensitivity envelope: how far our own choices move the index"));
    const std::string band = area_path(frame_, axis_, paths_.days, paths_.lower, paths_.upper);
    if (!band.empty())
      draw(out_, "<path class=\"dt-band\" d=\"{}\" fill=\"#7fa6cf\" fill-opacity=\"0.55\">{}</path>\n", band,
           title_of("Coding band: vague dates, doubtful acts, uncertain codebooks"));
  }

  void line(const DailyValues& values, std::string_view name, std::string_view style) {
    const std::string path = line_path(frame_, axis_, paths_.days, values);
    if (path.empty()) return;
    draw(out_, "<path class=\"{}\" d=\"{}\" fill=\"none\" stroke-linejoin=\"round\" stroke-linecap=\"round\" {}/>\n",
         name, path, style);
  }

  void lines() {
    const bool crowded = frame_.day_width() < 0.5;  // thousands of days need thin lines, or they become blots
    line(paths_.heat, "dt-heat-line dt-line-heat",
         fmt::format("stroke=\"{}\" {}", heat_ink,
                     crowded ? "stroke-width=\"0.5\"" : "stroke-width=\"1.3\" stroke-dasharray=\"5 3\""));
    line(paths_.index, "dt-ink-line dt-line-index",
         fmt::format("stroke=\"{}\" stroke-width=\"{}\"", ink, crowded ? "1.1" : "2.4"));
  }

  /// "index 72" where its line ends and "heat 48" where that one ends, moved apart if they would touch; the figures
  /// alone in a narrow chart.
  void end_labels() {
    const auto last = [](const DailyValues& v) { return v.empty() ? std::optional<double>() : v.back(); };
    const auto index = last(paths_.index), heat = last(paths_.heat);
    const double x = frame_.right + 6;
    const std::string_view index_name = frame_.narrow() ? "" : "index ", heat_name = frame_.narrow() ? "" : "heat ";
    double heat_y = heat ? axis_.y(*heat) : 0;
    if (index) {
      const double y = axis_.y(*index);
      if (heat && std::abs(heat_y - y) < 16) heat_y = heat_y > y ? y + 16 : y - 16;
      draw_text(out_, x, y + 4, std::string(index_name) + rounded(*index, words_.digits), {.size = 13, .bold = true});
    }
    if (heat)
      draw_text(out_, x, heat_y + 4, std::string(heat_name) + rounded(*heat, words_.digits),
                {.size = 13, .fill = heat_ink});
  }

  /// Each period that the page says the causes of leads there. Past `most_stops` keys do not stop at each, and what
  /// is narrower than `least_target` pixels nobody hits: the same links are in the table.
  void period_links() {
    if (!frame_.links) return;
    const bool too_many = report_.movements.size() > most_stops;
    for (const Movement& m : report_.movements) {
      const auto id = frame_.links->periods.find(m.period.first);
      if (id == frame_.links->periods.end() || m.period.end <= frame_.first) continue;
      const double left = frame_.x(std::max(m.period.first, frame_.first));
      const double right = frame_.x(std::min(m.period.end, frame_.end));
      if (right - left < least_target) continue;
      draw(out_,
           "<a class=\"dt-period\" href=\"#{}\"{}>{}<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" "
           "fill-opacity=\"0\"/></a>\n",
           id->second, too_many ? " tabindex=\"-1\"" : "", title_of(change_in_words(m)), coordinate(left),
           coordinate(axis_.top), coordinate(right - left), coordinate(axis_.bottom - axis_.top));
    }
  }

  static std::string change_in_words(const Movement& m) {
    return fmt::format("{}: {}, from {} to {}; open what moved it", m.period.label(), signed_figure(m.change()),
                       rounded(m.from, 1), rounded(m.to, 1));
  }

  static constexpr std::size_t most_stops = 60;
  static constexpr double least_target = 8;
  const IndexReport& report_;
  const Frame& frame_;
  const std::string& id_;
  const ScaleWords& words_;
  Paths paths_;
  ValueAxis axis_;
  std::string out_;
};

}  // namespace

Part draw_index(const IndexReport& report, const Frame& frame, double top, const std::string& id) {
  return IndexPanel(report, frame, top, id).part();
}

}  // namespace detente::detail::chart
