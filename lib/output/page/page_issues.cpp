#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "output/chart/chart_paths.hpp"
#include "output/page/page_parts.hpp"
#include "output/page/small_picture.hpp"

namespace detente::detail::page {
namespace {

constexpr double bars_top = 8, bars_bottom = 178, bars_height = 216;
/// More bars than this nobody tells apart; of more periods every second, third, … is drawn.
constexpr std::size_t most_bars = 100;
/// Of the issues, light beside dark, so that neighbours differ in grey too; the last is that of the others.
constexpr std::array<std::string_view, 6> fills{"#0072b2", "#e69f00", "#00563e", "#cc79a7", "#56b4e9", "#a0a0a0"};

/// One layer of the bars, from the last periods on.
struct Layer {
  std::string name;
  const std::vector<double>* points;
  std::string_view fill;

  double now() const { return points->back(); }
};

std::vector<Layer> layers_of(const IssueLevels& levels) {
  std::vector<Layer> out;
  for (const IssueLevel& issue : levels.issues)
    out.push_back({issue.issue, &issue.points, fills[std::min(out.size(), fills.size() - 2)]});
  const auto is_seen = [](double points) { return std::abs(points) > 1e-6; };
  if (std::any_of(levels.others.begin(), levels.others.end(), is_seen))
    out.push_back({"others", &levels.others, fills.back()});
  return out;
}

/// The numbers of the periods that are drawn: the last one, and as many before it as there is room for.
std::vector<std::size_t> drawn_periods(std::size_t periods) {
  const std::size_t step = (periods + most_bars - 1) / most_bars;
  std::vector<std::size_t> out;
  for (std::size_t i = (periods - 1) % step; i < periods; i += step) out.push_back(i);
  return out;
}

/// Bars of one period on each other: what strains above the line, what warms below it.
class StackedBars {
 public:
  explicit StackedBars(const IssueLevels& levels)
      : levels_(levels),
        layers_(layers_of(levels)),
        drawn_(drawn_periods(levels.periods.size())),
        frame_(small_frame(levels.periods[drawn_.front()].first, levels.periods.back().end, 132)),
        axis_{range(), bars_top, bars_bottom} {}

  std::string svg(const std::string& says) {
    value_axis();
    bars();
    level_line();
    labels();
    return small_svg(bars_height, "issues-picture", "What the strain is about: the level by issue", says, out_);
  }

 private:
  ValueRange range() const {
    ValueRange r{0, 0};
    for (const std::size_t i : drawn_) {
      double up = 0, down = 0;
      for (const Layer& layer : layers_) ((*layer.points)[i] > 0 ? up : down) += (*layer.points)[i];
      r.high = std::max(r.high, up);
      r.low = std::min(r.low, down);
    }
    const double margin = std::max(0.5, 0.04 * (r.high - r.low));
    return {r.low < 0 ? r.low - margin : 0, r.high + margin};
  }

  void value_axis() {
    const chart::Part dates = chart::draw_dates(frame_, bars_bottom);
    out_ += chart::draw_grid(frame_, bars_top, bars_bottom) + dates.svg;
    for (const double value : chart::value_ticks(axis_, {})) {
      if (axis_.y(value) < bars_top + 4 || (value != 0 && std::abs(axis_.y(value) - axis_.y(0)) < 26)) continue;
      chart::draw_text(out_, frame_.left - 6, axis_.y(value) + 4, value == 0 ? "0" : rounded(value),
                       {.size = 11, .anchor = "end", .fill = chart::soft_ink});
    }
    chart::draw(out_, "<path class=\"dt-soft-line\" d=\"M{} {}H{}\" stroke=\"{}\"/>\n", coordinate(frame_.left),
                coordinate(axis_.y(0)), coordinate(frame_.right), chart::soft_ink);
  }

  void bars() {
    std::vector<std::string> paths(layers_.size());
    for (const std::size_t i : drawn_) {
      double up = 0, down = 0;
      for (std::size_t k = 0; k < layers_.size(); ++k) {
        const double points = (*layers_[k].points)[i];
        double& from = points > 0 ? up : down;
        if (axis_.pixels(std::abs(points)) >= 0.1)
          chart::draw(paths[k], "M{:.1f} {:.1f}V{:.1f}", mid(i), axis_.y(from), axis_.y(from + points));
        from += points;
      }
    }
    const double bar = 0.86 * (frame_.right - frame_.left) / static_cast<double>(drawn_.size());
    for (std::size_t k = 0; k < layers_.size(); ++k)
      chart::draw(out_, "<path class=\"bars\" d=\"{}\" stroke=\"{}\" stroke-width=\"{}\"/>\n", paths[k],
                  layers_[k].fill, coordinate(bar));
  }

  /// The middle of the place of a bar.
  double mid(std::size_t i) const {
    const double width = (frame_.right - frame_.left) / static_cast<double>(drawn_.size());
    const auto at = std::find(drawn_.begin(), drawn_.end(), i) - drawn_.begin();
    return frame_.left + width * (static_cast<double>(at) + 0.5);
  }

  void level_line() {
    std::string path;
    bool open = false;
    for (const std::size_t i : drawn_) {
      if (levels_.levels[i])
        chart::draw(path, "{}{:.1f} {:.1f}", open ? "L" : "M", mid(i), axis_.y(*levels_.levels[i]));
      open = levels_.levels[i].has_value();
    }
    chart::draw(out_, "<path class=\"dt-ink-line\" d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"1.4\"/>\n", path,
                chart::ink);
  }

  /// Beside the last bar, in the order of its parts.
  void labels() {
    std::vector<EndLabel> out;
    double up = 0, down = 0;
    for (const Layer& layer : layers_) {
      double& from = layer.now() > 0 ? up : down;
      const std::string sample = fmt::format("<rect y=\"-5\" width=\"12\" height=\"10\" fill=\"{}\"/>", layer.fill);
      out.push_back(
          {axis_.y(from + layer.now() / 2), fmt::format("{} {}", layer.name, signed_figure(layer.now())), sample});
      from += layer.now();
    }
    out_ += draw_end_labels(std::move(out), frame_.right + 8, bars_top + 4, bars_bottom - 5);
  }

  const IssueLevels& levels_;
  std::vector<Layer> layers_;
  std::vector<std::size_t> drawn_;
  chart::Frame frame_;
  chart::ValueAxis axis_;
  std::string out_;
};

/// "31 December 2024, level +10.3: trade +8.1, security +2.5, others −0.3"
std::string last_values(const IssueLevels& levels) {
  std::vector<std::string> parts;
  for (const Layer& layer : layers_of(levels))
    parts.push_back(fmt::format("{} {}", layer.name, signed_figure(layer.now())));
  const std::string level = levels.levels.back() ? signed_figure(*levels.levels.back()) : "missing";
  return fmt::format("At the end of {} the level is {}: {}.", period_in_words(levels.periods.back()), level,
                     fmt::join(parts, ", "));
}

std::string others_text(const IssueLevels& levels) {
  if (levels.joined > 0)
    return fmt::format("Others are {} with less weight, and acts without an issue.", counted(levels.joined, "issue"));
  return "Others are acts without an issue.";
}

}  // namespace

std::string issues_section(const IndexReport& report) {
  if (!report.issues || report.issues->periods.empty()) return {};
  const IssueLevels& levels = *report.issues;
  const std::string says = last_values(levels);
  return section("issues", "What it is about",
                 beside(StackedBars(levels).svg(says),
                        paragraph("The level behind the index at the end of each " +
                                  std::string(to_text(levels.periods.front().kind)) +
                                  ", in points, by the issue of the acts: what strains is above the line, what warms "
                                  "below it. The parts sum to the level, which is the line.") +
                            paragraph(says) + paragraph(others_text(levels))));
}

}  // namespace detente::detail::page
