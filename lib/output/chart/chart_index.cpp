#include <algorithm>
#include <cmath>

#include "output/chart/chart_paths.hpp"
#include "output/wording/figures.hpp"

namespace detente::detail::chart {
namespace {

constexpr double panel_height = 330;

/// The panel of the index: axis first, then areas, then lines, so that lines are on top.
class IndexPanel {
 public:
  IndexPanel(const IndexReport& report, const Frame& frame, double top, const std::string& id)
      : frame_(frame),
        id_(id),
        words_(report.series.words),
        paths_(paths_of(report, frame)),
        axis_{range_of(paths_, words_), top, top + panel_height} {}

  Part part() {
    out_ = "<g class=\"dt-index\">\n";
    value_axis();
    areas();
    neutral_line();
    lines();
    end_labels();
    out_ += "</g>\n";
    return {std::move(out_), axis_.top, axis_.bottom};
  }

 private:
  void value_axis() {
    draw_text(out_, label_left, axis_.top + 10, "Index of tension", {.size = 13, .bold = true});
    std::string grid;
    for (const double value : value_ticks(axis_, words_)) {
      draw(grid, "M{} {}H{}", plot_left, coordinate(axis_.y(value)), plot_right);
      draw_text(out_, plot_left - 8, axis_.y(value) + 4, coordinate(value), {.anchor = "end"});
    }
    draw(out_, "<path class=\"dt-grid\" d=\"{}\" stroke=\"#dcdcdc\" fill=\"none\"/>\n", grid);
    if (has_words(axis_, words_)) band_words();
  }

  void band_words() {
    for (const WordBand& band : words_.bands) {
      const double low = std::max(band.from, axis_.range.low), high = std::min(band.to, axis_.range.high);
      if (low >= high || axis_.pixels(high - low) < 13 || band.word == words_.neutral_word) continue;
      draw_text(out_, plot_left - 40, axis_.y((low + high) / 2) + 4, band.word, {.anchor = "end", .fill = soft_ink});
    }
  }

  void neutral_line() {
    const double y = axis_.y(words_.neutral);
    draw(out_, "<path class=\"dt-neutral\" d=\"M{} {}H{}\" stroke=\"{}\" stroke-width=\"1.2\" fill=\"none\"/>\n",
         plot_left, coordinate(y), plot_right, soft_ink);
    draw_text(out_, plot_left - 40, y + 4, words_.neutral_word, {.anchor = "end"});
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
    draw(out_,
         "<path class=\"dt-line-{}\" d=\"{}\" fill=\"none\" stroke-linejoin=\"round\" stroke-linecap=\"round\" {}/>\n",
         name, path, style);
  }

  void lines() {
    const bool crowded = frame_.day_width() < 0.5;  // thousands of days need thin lines, or they become blots
    line(paths_.heat, "heat",
         fmt::format("stroke=\"{}\" {}", heat_ink,
                     crowded ? "stroke-width=\"0.5\"" : "stroke-width=\"1.3\" stroke-dasharray=\"5 3\""));
    line(paths_.index, "index", fmt::format("stroke=\"{}\" stroke-width=\"{}\"", ink, crowded ? "1.1" : "2.4"));
  }

  /// "index 72" where its line ends and "heat 48" where that one ends, moved apart if they would touch.
  void end_labels() {
    const auto last = [](const DailyValues& v) { return v.empty() ? std::optional<double>() : v.back(); };
    const auto index = last(paths_.index), heat = last(paths_.heat);
    const double x = plot_right + 6;
    double heat_y = heat ? axis_.y(*heat) : 0;
    if (index) {
      const double y = axis_.y(*index);
      if (heat && std::abs(heat_y - y) < 16) heat_y = heat_y > y ? y + 16 : y - 16;
      draw_text(out_, x, y + 4, "index " + rounded(*index, words_.digits), {.size = 13, .bold = true});
    }
    if (heat) draw_text(out_, x, heat_y + 4, "heat " + rounded(*heat, words_.digits), {.size = 13, .fill = heat_ink});
  }

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
