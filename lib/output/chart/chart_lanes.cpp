#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <unordered_map>

#include "detente/ground/text.hpp"
#include "output/chart/chart_frame.hpp"
#include "output/wording/figures.hpp"

namespace detente::detail::chart {
namespace {

constexpr double lane_height = 21, bar = 9;
constexpr std::size_t most_lanes = 28;

/// All spells of one measure by one imposer about one object.
struct Lane {
  std::vector<const MeasureSpell*> spells;
  /// Points × days shown, by which lanes are chosen.
  double weight = 0;
};

std::string name_of(const MeasureSpell& m, const ActorNames& names) {
  const std::string name = m.object.empty() ? spoken(m.measure) : spoken(m.measure) + ", " + m.object;
  return m.others ? name + ", " + way_text(names.of(*m.others)) : name;
}

bool is_shown(const MeasureSpell& m, const Frame& frame) { return m.to > frame.first && m.from < frame.end; }

double weight_of(const MeasureSpell& m, const Frame& frame) {
  const Day to = std::min(m.to, frame.end), from = std::max(m.from, frame.first);
  return std::abs(m.points) * static_cast<double>(to - from);
}

/// The lanes in order of their first day.
std::vector<Lane> lanes_of(const IndexReport& report, const Frame& frame, Direction direction) {
  std::map<std::tuple<std::string, std::string, std::optional<Dyad>>, std::size_t> number;
  std::vector<Lane> lanes;
  for (const MeasureSpell& m : report.measures.spells) {
    if (m.direction != direction || !is_shown(m, frame)) continue;
    const auto [at, is_new] = number.try_emplace({m.measure, m.object, m.others}, lanes.size());
    if (is_new) lanes.emplace_back();
    lanes[at->second].spells.push_back(&m);
    lanes[at->second].weight += weight_of(m, frame);
  }
  return lanes;
}

/// Keeps the lanes of greatest weight, in their old order; returns how many were removed.
std::size_t thin_out(std::vector<Lane>& lanes, std::size_t most) {
  if (lanes.size() <= most) return 0;
  std::vector<double> weights;
  weights.reserve(lanes.size());
  for (const Lane& lane : lanes) weights.push_back(lane.weight);
  std::nth_element(weights.begin(), weights.begin() + static_cast<std::ptrdiff_t>(most - 1), weights.end(),
                   std::greater<>());
  const double least = weights[most - 1];
  const std::size_t before = lanes.size();
  std::erase_if(lanes, [&](const Lane& lane) { return lane.weight < least; });
  if (lanes.size() > most) lanes.resize(most);
  return before - lanes.size();
}

class LanePanel {
 public:
  LanePanel(const IndexReport& report, const Frame& frame, double top)
      : report_(report), frame_(frame), top_(top), y_(top) {
    for (const EventMark& e : report.events) events_.emplace(e.event, &e);
  }

  Part part() {
    for (const Direction d : {Direction::forward, Direction::backward}) draw_side(d);
    if (out_.empty()) return {{}, top_, top_};
    std::string svg = "<g class=\"dt-lanes\">\n";
    draw_text(svg, label_left, top_ + 12, "Measures in force", {.size = 13, .bold = true});
    draw_text(svg, frame_.width - label_left, top_ + 12, "points", {.size = 11, .anchor = "end", .fill = soft_ink});
    return {svg + out_ + "</g>\n", top_, y_ + 4};
  }

 private:
  void draw_side(Direction direction) {
    std::vector<Lane> lanes = lanes_of(report_, frame_, direction);
    if (lanes.empty()) return;
    const std::size_t left_out = thin_out(lanes, most_lanes / 2);
    const Dyad way = report_.names.of(who({}, direction, report_.pair));
    y_ += out_.empty() ? 18 : 6;
    draw_name(y_ + 11, way_text(way), {.size = 11, .fill = soft_ink, .bold = true});
    y_ += 16;
    for (const Lane& lane : lanes) draw_lane(lane, way);
    if (left_out == 0) return;
    draw_text(out_, frame_.left, y_ + 11, fmt::format("and {} lighter measures not drawn", left_out),
              {.size = 11, .fill = soft_ink});
    y_ += lane_height;
  }

  void draw_lane(const Lane& lane, const Dyad& way) {
    draw_name(y_ + bar + 1, name_of(*lane.spells.front(), report_.names), {});
    draw_text(out_, frame_.width - label_left, y_ + bar + 1, rounded(lane.spells.back()->points, 1), {.anchor = "end"});
    if (frame_.stacked()) y_ += 13;
    draw(out_, "<path class=\"dt-grid\" d=\"M{} {}H{}\" stroke=\"#dcdcdc\"/>\n", frame_.left,
         coordinate(y_ + bar / 2 + 1), frame_.right);
    radius_ = lane.spells.size() > 15 ? 1.8 : 3.6;
    for (const MeasureSpell* spell : lane.spells) draw_spell(*spell, way);
    y_ += lane_height;
  }

  /// Left of the plot, or, in a narrower chart, above the lane.
  void draw_name(double y, const std::string& name, TextStyle style) {
    if (!frame_.stacked()) style.anchor = "end";
    const double room = frame_.stacked() ? frame_.right - label_left : frame_.left - label_left - 12;
    draw_text(out_, frame_.stacked() ? label_left : frame_.left - 8, y,
              fitted(name, (style.bold ? bold_factor : 1) * style.size, room), style);
  }

  std::string tooltip(const MeasureSpell& m, const Dyad& way) const {
    const std::string name = name_of(m, report_.names);
    std::string text =
        fmt::format("{}\n{} to {}\n{} points", m.others ? name : name + ", " + way_text(way), to_text(m.from),
                    m.to == end_of_time ? "open: never closed" : to_text(m.to - 1), rounded(m.points, 1));
    for (const MeasureSpell::Lift& l : m.lifts)
      text += fmt::format("\nlifted {} to {}", to_text(l.from), to_text(l.to - 1));
    const auto opening = events_.find(m.opening_event);
    if (opening == events_.end() || opening->second->source.note.empty()) return text;
    return text + "\n" + fitted(opening->second->source.note, 1, 180);
  }

  void draw_spell(const MeasureSpell& m, const Dyad& way) {
    draw(out_, "<g class=\"dt-measure\">{}", title_of(tooltip(m, way), frame_));
    Day from = m.from;
    for (const MeasureSpell::Lift& lift : m.lifts) {
      draw_bar(from, std::min(lift.from, m.to), m.direction);
      draw_lift(lift, m);
      from = lift.to;
    }
    if (from < m.to) draw_bar(from, m.to, m.direction);
    draw_ends(m);
    out_ += "</g>\n";
  }

  double left_of(Day day) const { return frame_.x(std::max(day, frame_.first)); }
  double right_of(Day day) const { return frame_.x(std::min(day, frame_.end)); }

  void draw_bar(Day from, Day to, Direction direction) {
    if (from >= frame_.end || to <= frame_.first || from >= to) return;
    const bool forward = direction == Direction::forward;
    draw(out_, "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\" stroke=\"{}\" stroke-width=\"0.7\"/>",
         coordinate(left_of(from)), coordinate(y_ + 1), coordinate(std::max(0.8, right_of(to) - left_of(from))), bar,
         forward ? "#b9c7d4" : "#5d7a96", "#3c4f61");
  }

  /// A gap, dotted along its lower edge and wide enough to be visible on a long axis.
  void draw_lift(const MeasureSpell::Lift& lift, const MeasureSpell& m) {
    if (lift.from >= frame_.end || lift.to <= frame_.first) return;
    draw(out_,
         "<path class=\"dt-soft-line\" d=\"M{} {}H{}\" stroke=\"#3c4f61\" stroke-width=\"1\" stroke-dasharray=\"1 2\" "
         "fill=\"none\"/>",
         coordinate(left_of(lift.from)), coordinate(y_ + bar / 2 + 1), coordinate(right_of(std::min(lift.to, m.to))));
  }

  /// A disc where it was opened, a ring where it was closed, an arrow if it continues.
  void draw_ends(const MeasureSpell& m) {
    const double middle = y_ + bar / 2 + 1;
    if (m.from >= frame_.first) end_mark(frame_.x(m.from), middle, true);
    if (m.to <= frame_.end)
      end_mark(frame_.x(m.to), middle, false);
    else
      draw(out_, "<path class=\"dt-ink dt-arrow\" d=\"M{} {}l7 {}l-7 {}z\" fill=\"#1a1a1a\"/>",
           coordinate(frame_.right), coordinate(middle - 5.5), 5.5, 5.5);
  }

  void end_mark(double x, double y, bool opens) {
    draw(out_,
         "<circle class=\"{} dt-ink-line\" cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\" stroke=\"#1a1a1a\" "
         "stroke-width=\"{}\"/>",
         opens ? "dt-ink" : "dt-hollow", coordinate(x), coordinate(y), radius_, opens ? "#1a1a1a" : "#ffffff",
         coordinate(radius_ / 3));
  }

  const IndexReport& report_;
  const Frame& frame_;
  double top_;
  double y_;
  double radius_ = 3.6;
  std::unordered_map<EventId, const EventMark*> events_;
  std::string out_;
};

}  // namespace

Part draw_lanes(const IndexReport& report, const Frame& frame, double top) {
  return LanePanel(report, frame, top).part();
}

}  // namespace detente::detail::chart
