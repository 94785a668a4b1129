#include "output/chart/chart_ahead.hpp"

#include <algorithm>
#include <cmath>

#include "output/chart/chart_paths.hpp"
#include "output/wording/ahead_words.hpp"
#include "output/wording/figures.hpp"

namespace detente::detail::chart {
namespace {

class AheadPanel {
 public:
  AheadPanel(const PathAhead& ahead, const ScaleWords& words, const Frame& frame, const ValueAxis& axis)
      : ahead_(ahead), words_(words), frame_(frame), axis_(axis), days_{ahead.day} {
    for (const FanDay& day : ahead.fan) days_.push_back(day.day);
  }

  std::string svg() {
    draw(out_, "<g class=\"dt-ahead\">{}\n",
         title_of("Where the index may go. " + ahead_in_words(ahead_, words_.digits) + "\n" + ahead_basis(ahead_)));
    area(&FanDay::lowest, &FanDay::highest);
    area(&FanDay::low, &FanDay::high);
    line(&FanDay::silent, ahead_silent);
    line(&FanDay::middle, ahead_middle);
    out_ += "</g>\n";
    day_made();
    end_labels();
    return std::move(out_);
  }

 private:
  /// From the index on the last known day on.
  DailyValues values(double FanDay::*of) const {
    DailyValues out{ahead_.index};
    for (const FanDay& day : ahead_.fan) out.emplace_back(day.*of);
    return out;
  }

  void area(double FanDay::*low, double FanDay::*high) {
    draw(out_, "<path d=\"{}\" {}/>\n", area_path(frame_, axis_, days_, values(low), values(high)), ahead_fill);
  }

  void line(double FanDay::*of, std::string_view style) {
    draw(out_, "<path d=\"{}\" fill=\"none\" {}/>\n", line_path(frame_, axis_, days_, values(of)), style);
  }

  /// A line where what is known ends, with the index and the day, left of it at the foot of the panel.
  void day_made() {
    const double x = frame_.mid(ahead_.day);
    draw(out_, "<path class=\"dt-soft-line\" d=\"M{} {}V{}\" stroke=\"{}\" stroke-width=\"1\" fill=\"none\"/>\n",
         coordinate(x), coordinate(axis_.top), coordinate(axis_.bottom), soft_ink);
    const std::string text = fmt::format("{}{} on {} | ahead", frame_.narrow() ? "" : "index ",
                                         rounded(ahead_.index, words_.digits), day_in_words(ahead_.day));
    const double width = text_width(text, 12), right = std::clamp(x + 44, frame_.left + width, frame_.right);
    draw_text(out_, right, axis_.bottom - 6, text, {.anchor = "end"});
  }

  /// The ends of nine in ten and the middle, right of the plot; those that would touch the middle are left out.
  void end_labels() {
    const FanDay& end = ahead_.fan.back();
    const double middle = axis_.y(end.middle), x = frame_.right + 6;
    draw_text(out_, x, middle + 4, rounded(end.middle, words_.digits), {.size = 13, .bold = true});
    for (const double value : {end.lowest, end.highest})
      if (std::abs(axis_.y(value) - middle) >= 14)
        draw_text(out_, x, axis_.y(value) + 4, rounded(value, words_.digits), {.fill = soft_ink});
  }

  const PathAhead& ahead_;
  const ScaleWords& words_;
  const Frame& frame_;
  const ValueAxis& axis_;
  std::vector<Day> days_;
  std::string out_;
};

}  // namespace

std::string draw_ahead(const IndexReport& report, const Frame& frame, const ValueAxis& axis) {
  return report.ahead ? AheadPanel(*report.ahead, report.series.words, frame, axis).svg() : std::string();
}

}  // namespace detente::detail::chart
