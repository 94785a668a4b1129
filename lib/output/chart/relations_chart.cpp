#include "detente/output/chart/relations_chart.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "detente/ground/error.hpp"
#include "detente/output/wording/headline.hpp"
#include "detente/scales/words.hpp"
#include "output/chart/chart_paths.hpp"
#include "output/wording/citation.hpp"
#include "output/wording/figures.hpp"

namespace detente::detail::chart {
namespace {

/// Dashes tell lines apart in grey; colours are those of Okabe & Ito, darker, and lighter on a dark screen.
struct LineStyle {
  std::string_view dashes, colour, dark;
};
constexpr std::array<LineStyle, most_relations> line_styles{{{"", "#1a1a1a", "#e9e9e9"},
                                                             {"9 4", "#0b57a4", "#8ab8ea"},
                                                             {"2.5 3", "#a33c1f", "#f09a7a"},
                                                             {"12 3 2.5 3", "#1f6b45", "#7fd0a0"},
                                                             {"5 3", "#8a2f68", "#e58cc4"},
                                                             {"12 3 2.5 3 2.5 3", "#6b5b00", "#d9c45a"}}};

std::string relation_name(const IndexReport& report) {
  return dyad_name(report.names.of(report.headline.dyad), report.direction);
}

/// "COL–USA 72", or the name alone where there is no index.
std::string end_label(const IndexReport& report) {
  const auto& index = report.headline.index;
  return relation_name(report) + (index ? " " + rounded(*index, report.series.words.digits) : "");
}

/// A path by day, apart for the days that are known well and for those of which next to nothing was reported.
struct SplitPath {
  std::vector<Day> days;
  DailyValues known, thin;
};

SplitPath split_path(const IndexReport& report, const Frame& frame) {
  Paths paths = paths_of(report, frame);
  SplitPath out{std::move(paths.days), DailyValues(paths.index.size()), DailyValues(paths.index.size())};
  const auto& rows = report.series.rows;
  std::size_t row = 0;
  for (std::size_t i = 0; i < out.days.size(); ++i) {
    while (row + 1 < rows.size() && rows[row].period.end <= out.days[i]) ++row;
    const bool is_thin = row < rows.size() && rows[row].support && *rows[row].support < least_support;
    (is_thin ? out.thin : out.known)[i] = paths.index[i];
  }
  return out;
}

class RelationsChart {
 public:
  RelationsChart(std::span<const IndexReport> reports, const ChartOptions& options)
      : reports_(reports), options_(options), words_(reports.front().series.words), frame_(frame_of_all()) {
    for (const IndexReport& report : reports) paths_.push_back(split_path(report, frame_));
    axis_ = {range_of_all(), 0, 0};
  }

  std::string svg() {
    double y = 6;
    if (options_.title) y = heading(y);
    axis_.top = y + 26;
    axis_.bottom = axis_.top + (frame_.narrow() ? 260 : 360);
    value_axis();
    for (std::size_t i = 0; i < reports_.size(); ++i) lines(i);
    labels();
    const Part dates = draw_dates(frame_, axis_.bottom + 4);
    const std::string grid = draw_grid(frame_, axis_.top, axis_.bottom);
    double bottom = dates.bottom;
    if (options_.title) bottom = source(bottom + 6);
    return opening(bottom + 8) + grid + body_ + dates.svg + "</svg>\n";
  }

 private:
  Frame frame_of_all() const {
    Frame out = frame_of(reports_.front(), options_.width, nullptr);
    double names = 0, axis = text_width(words_.neutral_word, 12);
    for (const IndexReport& report : reports_) {
      const Frame one = frame_of(report, options_.width, nullptr);
      out.first = std::min(out.first, one.first);
      out.end = std::max(out.end, one.end);
      names = std::max(names, text_width(end_label(report), bold_factor * 13));
    }
    for (const WordBand& band : words_.bands) axis = std::max(axis, text_width(band.word, 12));
    out.left = axis + 42;
    out.right = out.width - std::min(names + 26, 0.34 * out.width);
    return out;
  }

  ValueRange range_of_all() const {
    Paths all;
    for (const SplitPath& path : paths_)
      for (const DailyValues* values : {&path.known, &path.thin})
        all.index.insert(all.index.end(), values->begin(), values->end());
    return range_of(all, words_);
  }

  double heading(double y) {
    const std::string name = options_.name.empty() ? title() : options_.name;
    for (const std::string& line : wrapped(name, bold_factor * 18, frame_.width - 2 * label_left)) {
      draw_text(body_, label_left, y + 18, line, {.size = 18, .bold = true});
      y += 24;
    }
    return y;
  }

  double source(double y) {
    const std::string text = short_source(reports_.front().series.provenance);
    for (const std::string& line : wrapped(text, 11, frame_.width - 2 * label_left)) {
      draw_text(body_, label_left, y + 11, line, {.size = 11, .fill = soft_ink});
      y += 15;
    }
    return y;
  }

  std::string title() const {
    std::string out;
    for (const IndexReport& report : reports_) out += (out.empty() ? "" : ", ") + relation_name(report);
    return out + ": tension";
  }

  void value_axis() {
    draw_text(body_, label_left, axis_.top - 14, "Index of tension", {.size = 13, .bold = true});
    std::string grid;
    for (const double value : value_ticks(axis_, words_)) {
      draw(grid, "M{} {}H{}", coordinate(frame_.left), coordinate(axis_.y(value)), coordinate(frame_.right));
      draw_text(body_, frame_.left - 8, axis_.y(value) + 4, coordinate(value), {.anchor = "end"});
    }
    draw(body_, "<path class=\"dt-grid\" d=\"{}\" stroke=\"#dcdcdc\" fill=\"none\"/>\n", grid);
    if (has_words(axis_, words_)) axis_words();
    draw(body_, "<path class=\"dt-soft-line\" d=\"M{} {}H{}\" stroke=\"{}\" stroke-width=\"1.2\" fill=\"none\"/>\n",
         coordinate(frame_.left), coordinate(axis_.y(words_.neutral)), coordinate(frame_.right), soft_ink);
  }

  void axis_words() {
    for (const WordBand& band : words_.bands) {
      const double low = std::max(band.from, axis_.range.low), high = std::min(band.to, axis_.range.high);
      if (low < high && axis_.pixels(high - low) >= 13)
        draw_text(body_, frame_.left - 34, axis_.y((low + high) / 2) + 4, band.word,
                  {.anchor = "end", .fill = soft_ink});
    }
  }

  void lines(std::size_t i) {
    const LineStyle& style = line_styles[i];
    const auto add = [&](const DailyValues& values, std::string_view width, std::string_view dashes) {
      const std::string path = line_path(frame_, axis_, paths_[i].days, values);
      if (path.empty()) return;
      draw(body_, "<path class=\"dt-relation-{}\" d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"{}/>\n", i,
           path, style.colour, width, dashes.empty() ? "" : fmt::format(" stroke-dasharray=\"{}\"", dashes));
    };
    draw(body_, "<g>{}\n", title_of(relation_name(reports_[i]) + ": " + reading_text(reports_[i].headline)));
    add(paths_[i].known, "2", style.dashes);
    add(paths_[i].thin, "0.9", "1 4");
    body_ += "</g>\n";
  }

  /// Where a line ends.
  struct End {
    std::size_t relation;
    double x, y, label;
  };

  std::vector<End> ends() const {
    std::vector<End> out;
    for (std::size_t i = 0; i < paths_.size(); ++i)
      for (std::size_t day = paths_[i].days.size(); day-- > 0;) {
        const auto& value = paths_[i].known[day] ? paths_[i].known[day] : paths_[i].thin[day];
        if (!value) continue;
        const double y = axis_.y(*value);
        out.push_back({i, frame_.mid(paths_[i].days[day]), y, y});
        break;
      }
    std::stable_sort(out.begin(), out.end(), [](const End& a, const End& b) { return a.y < b.y; });
    return out;
  }

  /// Names at the right, moved apart, within the plot; a thin line joins a name to the end of its line.
  void labels() {
    constexpr double apart = 17;
    std::vector<End> all = ends();
    for (std::size_t i = 1; i < all.size(); ++i) all[i].label = std::max(all[i].label, all[i - 1].label + apart);
    for (std::size_t i = all.size(); i-- > 0;) {
      const double most = i + 1 < all.size() ? all[i + 1].label - apart : axis_.bottom;
      all[i].label = std::min(all[i].label, most);
    }
    for (const End& end : all) label(end);
  }

  void label(const End& end) {
    const double x = frame_.right + 16;
    draw(body_,
         "<path class=\"dt-relation-{}\" d=\"M{} {}L{} {}\" fill=\"none\" stroke=\"{}\" stroke-width=\"0.8\"/>\n",
         end.relation, coordinate(end.x), coordinate(end.y), coordinate(x - 3), coordinate(end.label),
         line_styles[end.relation].colour);
    draw_text(body_, x, end.label + 4,
              fitted(end_label(reports_[end.relation]), bold_factor * 13, frame_.width - x - 2),
              {.size = 13, .bold = true});
  }

  std::string opening(double height) const {
    std::string out, dark;
    for (std::size_t i = 0; i < reports_.size(); ++i)
      draw(dark, ".dt-relation-{}{{stroke:{}}}", i, line_styles[i].dark);
    draw(out,
         "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"dt-chart\" viewBox=\"0 0 {0} {1}\" role=\"img\" "
         "aria-labelledby=\"{2}-title\" aria-describedby=\"{2}-desc\" font-family=\"Helvetica Neue, Helvetica, Arial, "
         "Liberation Sans, sans-serif\">\n<title id=\"{2}-title\">{3}</title>\n<desc id=\"{2}-desc\">{4}</desc>\n",
         coordinate(frame_.width), coordinate(height), options_.id, escaped(title()), escaped(in_words()));
    draw(out, "<style>@media screen and (prefers-color-scheme:dark){{{}{}}}</style>\n", dark_style(), dark);
    draw(out, "<rect class=\"dt-paper\" width=\"{}\" height=\"{}\" fill=\"#ffffff\"/>\n", coordinate(frame_.width),
         coordinate(height));
    return out;
  }

  std::string in_words() const {
    std::string out = "A line for each relation, named at its end; thin and dotted where next to nothing was reported.";
    for (const IndexReport& report : reports_)
      out += fmt::format(" {}: {} on {}.", relation_name(report), reading_text(report.headline),
                         day_in_words(report.headline.day));
    return out;
  }

  std::span<const IndexReport> reports_;
  const ChartOptions& options_;
  const ScaleWords& words_;
  Frame frame_;
  std::vector<SplitPath> paths_;
  ValueAxis axis_{};
  std::string body_;
};

}  // namespace
}  // namespace detente::detail::chart

namespace detente {

std::string relations_svg(std::span<const IndexReport> reports, const ChartOptions& options) {
  if (reports.empty() || reports.size() > most_relations)
    throw_invalid("reports", static_cast<double>(reports.size()), fmt::format("are one to {}", most_relations));
  require_within("width", options.width, 320, 4000, "pixels");
  return detail::chart::RelationsChart(reports, options).svg();
}

}  // namespace detente
