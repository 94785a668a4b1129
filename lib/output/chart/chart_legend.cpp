#include <algorithm>

#include "output/chart/chart_ahead.hpp"
#include "output/chart/chart_frame.hpp"
#include "output/chart/mark_shapes.hpp"

namespace detente::detail::chart {
namespace {

constexpr double sample_width = 26, line_height = 20, size = 12;

bool any_value(const std::vector<IndexRow>& rows, std::optional<double> IndexRow::*field) {
  return std::any_of(rows.begin(), rows.end(), [&](const IndexRow& r) { return (r.*field).has_value(); });
}

/// Samples with their names, as many per line as fit.
class Legend {
 public:
  Legend(const Frame& frame, double top) : frame_(frame), top_(top), y_(top) {}

  /// `sample` draws in the sample's place, from its left end at the middle of the line.
  template <class Sample>
  void add(std::string_view name, Sample&& sample, double room = sample_width) {
    const double width = room + text_width(name, size) + 22;
    if (x_ + width > frame_.width - label_left && x_ > label_left) new_line();
    sample(out_, x_, y_ + 9);
    draw_text(out_, x_ + room + 4, y_ + 13, name, {.size = size});
    x_ += width;
  }
  void new_line() {
    x_ = label_left;
    y_ += line_height;
  }
  Part part() { return {"<g class=\"dt-legend\">\n" + out_ + "</g>\n", top_, y_ + line_height}; }

 private:
  const Frame& frame_;
  double top_;
  double y_;
  double x_ = label_left;
  std::string out_;
};

/// A line of this style.
auto line_sample(std::string style) {
  return [style = std::move(style)](std::string& out, double x, double y) {
    draw(out, "<path d=\"M{} {}h{}\" {}/>", coordinate(x), coordinate(y), sample_width, style);
  };
}

/// A box filled like this.
auto box_sample(std::string style) {
  return [style = std::move(style)](std::string& out, double x, double y) {
    draw(out, "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"12\" {}/>", coordinate(x), coordinate(y - 6), sample_width,
         style);
  };
}

auto mark_sample(QuadClass quad, bool counts) {
  return [quad, counts](std::string& out, double x, double y) {
    draw(out, "<path class=\"dt-ink-line{}\" d=\"{}\" fill=\"{}\" stroke=\"{}\" stroke-width=\"0.7\"/>",
         counts ? "" : " dt-hollow", mark_path(quad, x + sample_width / 2, y, 6.5),
         counts ? look_of(quad).fill : "#ffffff", ink);
  };
}

void add_lines(Legend& legend, const IndexReport& report, const std::string& id) {
  const auto& rows = report.series.rows;
  legend.add("index", line_sample("class=\"dt-ink-line\" stroke=\"#1a1a1a\" stroke-width=\"2.4\""));
  if (any_value(rows, &IndexRow::heat))
    legend.add("heat: how hot it is now",
               line_sample(fmt::format(
                   "class=\"dt-heat-line\" stroke=\"{}\" stroke-width=\"1.3\" stroke-dasharray=\"5 3\"", heat_ink)));
  if (any_value(rows, &IndexRow::lower))
    legend.add("coding band: dates, doubt, codebook", box_sample("fill=\"#7fa6cf\" fill-opacity=\"0.55\""));
  if (any_value(rows, &IndexRow::lowest))
    legend.add("envelope: had we chosen otherwise",
               box_sample(fmt::format("fill=\"url(#{}-hatch)\" stroke=\"#8c8c8c\" stroke-width=\"0.7\" "
                                      "stroke-dasharray=\"1.5 2.5\"",
                                      id)));
}

void add_ahead(Legend& legend, const IndexReport& report) {
  if (!report.ahead) return;
  legend.add("ahead: nine ways in ten, and half of them", [](std::string& out, double x, double y) {
    draw(out,
         "<rect x=\"{0}\" y=\"{1}\" width=\"{2}\" height=\"14\" {4}/><rect x=\"{0}\" y=\"{3}\" width=\"{2}\" "
         "height=\"6\" {4}/>",
         coordinate(x), coordinate(y - 7), sample_width, coordinate(y - 3), ahead_fill);
  });
  legend.add("its middle", line_sample(std::string(ahead_middle)));
  legend.add("if nothing happens", line_sample(std::string(ahead_silent)));
}

/// What stands behind the line of the index.
void add_ground(Legend& legend, const IndexReport& report, const Frame& frame, const std::string& id) {
  const auto any = [&](bool rise) {
    return std::any_of(report.phases.begin(), report.phases.end(),
                       [&](const Phase& p) { return is_rise(p.kind) == rise; });
  };
  if (shades_phases(report, frame)) {
    if (any(true)) legend.add("heat rises", box_sample("class=\"dt-rises\" fill=\"#000\" fill-opacity=\".07\""));
    if (any(false)) legend.add("heat falls", box_sample(fmt::format("fill=\"url(#{}-dots)\"", id)));
  }
  if (report.shifts && !report.shifts->shifts.empty())
    legend.add("another level of reports from here", [](std::string& out, double x, double y) {
      draw(out,
           "<path class=\"dt-ink-line\" d=\"M{} {}v14\" stroke=\"{}\" stroke-width=\"1.2\" stroke-dasharray=\"6 3\"/>",
           coordinate(x + sample_width / 2), coordinate(y - 7), ink);
    });
}

void add_marks(Legend& legend, const IndexReport& report) {
  for (const QuadClass quad : {QuadClass::verbal_conflict, QuadClass::material_conflict, QuadClass::verbal_cooperation,
                               QuadClass::material_cooperation})
    legend.add(look_of(quad).name, mark_sample(quad, true));
  const auto weightless = [](const EventMark& e) { return e.impact == 0 && (e.third_party || e.probability == 0); };
  if (std::any_of(report.events.begin(), report.events.end(), weightless))
    legend.add("not counted", mark_sample(QuadClass::verbal_cooperation, false));
}

void add_dates(Legend& legend, const IndexReport& report) {
  const auto any = [&](auto&& test) { return std::any_of(report.events.begin(), report.events.end(), test); };
  if (any([](const EventMark& e) { return e.source.date.kind == SpanKind::one_day && !e.source.date.is_exact(); }))
    legend.add("day not known", [](std::string& out, double x, double y) {
      draw(out,
           "<path class=\"dt-soft-line\" d=\"M{} {}h22m-22 -3v6m22 -6v6\" stroke=\"{}\" fill=\"none\" "
           "stroke-width=\"1.1\"/>",
           coordinate(x + 2), coordinate(y), soft_ink);
    });
  if (any([](const EventMark& e) { return e.source.date.kind == SpanKind::throughout; }))
    legend.add("all that time",
               line_sample(fmt::format("class=\"dt-soft-line\" stroke=\"{}\" stroke-width=\"4\" stroke-opacity=\"0.3\"",
                                       soft_ink)));
}

/// A measure that is opened at the disc, lifted in the gap and closed at the ring.
void measure_sample(std::string& out, double x, double y) {
  draw(out,
       "<path d=\"M{0} {1}h22v9h-22zM{2} {1}h14v9h-14z\" fill=\"#b9c7d4\" stroke=\"#3c4f61\" stroke-width=\"0.7\"/>",
       coordinate(x + 4), coordinate(y - 4.5), coordinate(x + 34));
  draw(out, "<circle class=\"dt-ink\" cx=\"{}\" cy=\"{}\" r=\"3.6\" fill=\"#1a1a1a\"/>", coordinate(x + 4),
       coordinate(y));
  draw(out,
       "<circle class=\"dt-hollow dt-ink-line\" cx=\"{}\" cy=\"{}\" r=\"3.6\" fill=\"#ffffff\" stroke=\"#1a1a1a\" "
       "stroke-width=\"1.2\"/>",
       coordinate(x + 48), coordinate(y));
}

}  // namespace

Part draw_legend(const IndexReport& report, const Frame& frame, double top, const std::string& id) {
  Legend legend(frame, top);
  add_lines(legend, report, id);
  add_ground(legend, report, frame, id);
  add_ahead(legend, report);
  legend.new_line();
  add_marks(legend, report);
  add_dates(legend, report);
  if (!report.measures.spells.empty()) legend.add("measure opened, lifted, closed", measure_sample, 52);
  return legend.part();
}

}  // namespace detente::detail::chart
