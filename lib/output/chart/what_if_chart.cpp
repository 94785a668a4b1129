#include "detente/output/chart/what_if_chart.hpp"

#include <algorithm>
#include <cmath>

#include "detente/contracts/act_label.hpp"
#include "detente/ground/error.hpp"
#include "detente/output/text/what_if_table.hpp"
#include "output/chart/chart_paths.hpp"
#include "output/wording/citation.hpp"
#include "output/wording/figures.hpp"

namespace detente::detail::chart {
namespace {

constexpr std::string_view as_is_style = "class=\"dt-ink-line\" stroke=\"#1a1a1a\" stroke-width=\"2.2\"";
constexpr std::string_view what_if_style =
    "class=\"dt-what-if\" stroke=\"#0b57a4\" stroke-width=\"2\" stroke-dasharray=\"7 3\"";

DailyValues of(const WhatIf& found, std::optional<double> Compared::*field) {
  DailyValues out;
  out.reserve(found.daily.size());
  for (const Compared& day : found.daily) out.push_back(day.*field);
  return out;
}

const Event& event_of(const EventChange& change) {
  return change.kind == ChangeKind::remove ? change.before : change.after;
}

/// The least multiple of 1, 2 or 5 times a power of ten that is not below.
double round_up(double value) {
  const double power = std::pow(10.0, std::floor(std::log10(value)));
  for (const double factor : {1.0, 2.0, 5.0})
    if (factor * power >= value) return factor * power;
  return 10 * power;
}

std::string signed_tick(double value) {
  return value == 0 ? "0" : (value > 0 ? "+" : "−") + coordinate(std::abs(value));
}

class WhatIfChart {
 public:
  WhatIfChart(const WhatIf& found, const ScaleWords& words, const Codebook* codebook, const ChartOptions& options)
      : w_(found), words_(words), codebook_(codebook), options_(options) {
    frame_ = {.first = found.days.front(), .end = found.days.back() + 1, .width = options.width};
    double widest = text_width(words.neutral_word, 12);
    for (const WordBand& band : words.bands) widest = std::max(widest, text_width(band.word, 12));
    frame_.left = widest + 42;
    frame_.right = options.width - (frame_.narrow() ? 40 : 112);
  }

  std::string svg() {
    double y = 6;
    if (options_.title) y = lines(y, title(), {.size = 18, .bold = true});
    y = lines(y, what_if_sentence(w_), {.size = 13, .fill = soft_ink});
    y = changes(legend(y + 6));
    const double top = y + 34;
    y = paths(top);
    y = difference(y + 48);
    marks(top, y);
    const Part dates = draw_dates(frame_, y + 4);
    const std::string grid = draw_grid(frame_, top, y);
    y = lines(dates.bottom + 6, short_source(w_.provenance), {.size = 11, .fill = soft_ink});
    return opening(y + 8) + grid + body_ + dates.svg + "</svg>\n";
  }

 private:
  double lines(double y, const std::string& text, const TextStyle& style) {
    for (const std::string& line : wrapped(text, (style.bold ? bold_factor : 1) * style.size, frame_.width - 20)) {
      draw_text(body_, label_left, y + style.size, line, style);
      y += std::ceil(1.35 * style.size);
    }
    return y;
  }

  std::string title() const {
    return (options_.name.empty() ? dyad_name(w_.pair, w_.direction) : options_.name) +
           ": the index as it is and with " + counted(w_.changes.size(), "change");
  }

  double legend(double y) {
    double x = label_left;
    for (const auto& [style, name] :
         {std::pair{as_is_style, "as it is"}, std::pair{what_if_style, "with the changes"}}) {
      draw(body_, "<path d=\"M{} {}h26\" fill=\"none\" {}/>\n", coordinate(x), coordinate(y + 8), style);
      draw_text(body_, x + 32, y + 12, name);
      x += 50 + text_width(name, 12);
    }
    return y + 20;
  }

  std::string in_words(const EventChange& change) const {
    const Event& event = event_of(change);
    return fmt::format("{} {}, {}, {}", to_text(change.kind), with_object(act_label(event, codebook_), event.object),
                       way_text({event.source, event.target}), date_in_words(event.date));
  }

  /// "1 remove threat of force, USA → COL, 4 January 2026", one below the other.
  double changes(double y) {
    for (std::size_t i = 0; i < w_.changes.size(); ++i)
      y = lines(y, fmt::format("{} {}", i + 1, in_words(w_.changes[i])), {.size = 12});
    return y;
  }

  void ticks(const ValueAxis& axis, std::span<const double> values, bool with_sign) {
    std::string grid;
    for (const double value : values) {
      draw(grid, "M{} {}H{}", coordinate(frame_.left), coordinate(axis.y(value)), coordinate(frame_.right));
      draw_text(body_, frame_.left - 8, axis.y(value) + 4, with_sign ? signed_tick(value) : coordinate(value),
                {.anchor = "end"});
    }
    draw(body_, "<path class=\"dt-grid\" d=\"{}\" stroke=\"#dcdcdc\" fill=\"none\"/>\n", grid);
  }

  void line(const ValueAxis& axis, const DailyValues& values, std::string_view style) {
    const std::string path = line_path(frame_, axis, w_.days, values);
    if (!path.empty()) draw(body_, "<path d=\"{}\" fill=\"none\" {}/>\n", path, style);
  }

  void neutral(const ValueAxis& axis, double value) {
    draw(body_, "<path class=\"dt-soft-line\" d=\"M{} {}H{}\" stroke=\"{}\" stroke-width=\"1.2\" fill=\"none\"/>\n",
         coordinate(frame_.left), coordinate(axis.y(value)), coordinate(frame_.right), soft_ink);
  }

  double paths(double top) {
    Paths both;
    both.index = of(w_, &Compared::as_is);
    both.heat = of(w_, &Compared::what_if);
    const ValueAxis axis{range_of(both, words_), top, top + (frame_.narrow() ? 220 : 300)};
    draw_text(body_, label_left, top - 12, "Index of tension", {.size = 13, .bold = true});
    ticks(axis, value_ticks(axis, words_), false);
    for (const WordBand& band : words_.bands) {
      const double low = std::max(band.from, axis.range.low), high = std::min(band.to, axis.range.high);
      if (low < high && axis.pixels(high - low) >= 13 && has_words(axis, words_))
        draw_text(body_, frame_.left - 34, axis.y((low + high) / 2) + 4, fitted(band.word, 12, frame_.left - 36),
                  {.anchor = "end", .fill = soft_ink});
    }
    neutral(axis, words_.neutral);
    line(axis, both.index, as_is_style);
    line(axis, both.heat, what_if_style);
    end_labels(axis);
    return axis.bottom;
  }

  /// "as it is 72" and "what if 68", moved apart if they would touch; the figures alone in a narrow picture.
  void end_labels(const ValueAxis& axis) {
    const Compared& last = w_.daily.back();
    double other = last.what_if ? axis.y(*last.what_if) : 0;
    if (last.as_is && last.what_if && std::abs(other - axis.y(*last.as_is)) < 16)
      other = axis.y(*last.as_is) + (*last.what_if > *last.as_is ? -16 : 16);
    const auto label = [&](std::string_view name, double value, double y, bool bold) {
      draw_text(body_, frame_.right + 6, y + 4,
                (frame_.narrow() ? "" : std::string(name)) + rounded(value, words_.digits), {.size = 13, .bold = bold});
    };
    if (last.as_is) label("as it is ", *last.as_is, axis.y(*last.as_is), true);
    if (last.what_if) label("what if ", *last.what_if, other, false);
  }

  double difference(double top) {
    const DailyValues by_day = of(w_, &Compared::difference), lower = of(w_, &Compared::lower),
                      upper = of(w_, &Compared::upper);
    double most = 1;
    for (const DailyValues* values : {&by_day, &lower, &upper})
      for (const auto& value : *values) most = std::max(most, std::abs(value.value_or(0)));
    most = round_up(most);
    const ValueAxis axis{{-most, most}, top, top + (frame_.narrow() ? 120 : 160)};
    draw_text(body_, label_left, top - 18, "Difference, points", {.size = 13, .bold = true});
    ticks(axis, std::vector{-most, -most / 2, 0.0, most / 2, most}, true);
    neutral(axis, 0);
    const std::string band = area_path(frame_, axis, w_.days, lower, upper);
    if (!band.empty())
      draw(body_, "<path d=\"{}\" fill=\"#7fa6cf\" fill-opacity=\"0.55\">{}</path>\n", band,
           title_of("Coding band of the difference"));
    line(axis, by_day, what_if_style);
    if (const auto& last = w_.daily.back().difference)
      draw_text(body_, frame_.right + 6, axis.y(*last) + 4, signed_figure(*last), {.size = 13, .bold = true});
    return axis.bottom;
  }

  /// A line on the day of each change, with its number above; those of days near each other take turns in height.
  void marks(double top, double bottom) {
    for (std::size_t i = 0; i < w_.changes.size(); ++i) {
      const Day day = event_of(w_.changes[i]).date.middle();
      if (!frame_.holds(day)) continue;
      const double x = frame_.mid(day), y = top - 4 - (i % 2 == 0 ? 0 : 13);
      draw(body_,
           "<g>{}<path class=\"dt-ink-line\" d=\"M{} {}V{}\" stroke=\"{}\" stroke-width=\"1\" "
           "stroke-dasharray=\"2 3\" fill=\"none\"/></g>\n",
           title_of(in_words(w_.changes[i])), coordinate(x), coordinate(top), coordinate(bottom), ink);
      draw_text(body_, x, y, std::to_string(i + 1), {.anchor = "middle", .bold = true});
    }
  }

  std::string opening(double height) const {
    std::string out;
    draw(out,
         "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"dt-chart\" viewBox=\"0 0 {0} {1}\" role=\"img\" "
         "aria-labelledby=\"{2}-title\" aria-describedby=\"{2}-desc\" font-family=\"Helvetica Neue, Helvetica, Arial, "
         "Liberation Sans, sans-serif\">\n<title id=\"{2}-title\">{3}</title>\n<desc id=\"{2}-desc\">{4}</desc>\n",
         coordinate(frame_.width), coordinate(height), options_.id, escaped(title()), escaped(what_if_sentence(w_)));
    draw(out, "<style>@media screen and (prefers-color-scheme:dark){{{}.dt-what-if{{stroke:#8ab8ea}}}}</style>\n",
         dark_style());
    draw(out, "<rect class=\"dt-paper\" width=\"{}\" height=\"{}\" fill=\"#ffffff\"/>\n", coordinate(frame_.width),
         coordinate(height));
    return out;
  }

  const WhatIf& w_;
  const ScaleWords& words_;
  const Codebook* codebook_;
  const ChartOptions& options_;
  Frame frame_{};
  std::string body_;
};

}  // namespace
}  // namespace detente::detail::chart

namespace detente {

std::string what_if_svg(const WhatIf& found, const ScaleWords& words, const Codebook* codebook,
                        const ChartOptions& options) {
  require_within("width", options.width, 320, 4000, "pixels");
  return detail::chart::WhatIfChart(found, words, codebook, options).svg();
}

}  // namespace detente
