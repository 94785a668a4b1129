#include <algorithm>
#include <cmath>

#include "detente/ground/text.hpp"
#include "output/chart/mark_labels.hpp"
#include "output/chart/mark_shapes.hpp"
#include "output/wording/figures.hpp"

namespace detente::detail::chart {
namespace {

/// Notes go into tooltips unless there are so many that the file would get too large.
constexpr std::size_t most_notes = 1000;

std::string facts_of(const EventMark& e, const ActorNames& names) {
  const Event& s = e.source;
  std::string text = fmt::format("{}, {}\n{} · {}", e.label, to_text(s.date),
                                 way_text(names.of(Dyad{s.source, s.target})), look_of(e.quad).name);
  if (!s.issue.empty()) text += " · " + s.issue;
  if (s.status != Status::confirmed) text += fmt::format(" · {}", to_text(s.status));
  if (s.claim == Claim::contested) text += " · claim contested";
  return text;
}

std::string weight_of(const EventMark& e) {
  if (e.third_party && e.impact == 0)
    return fmt::format("{} points; third parties, not counted", signed_figure(e.points));
  std::string text = fmt::format("{} points", signed_figure(e.impact));
  if (e.now) text += fmt::format(", {} of the level on the last day", signed_figure(*e.now));
  return text;
}

std::string tooltip(const EventMark& e, const ActorNames& names, bool with_note) {
  std::string text = facts_of(e, names) + "\n" + weight_of(e);
  if (with_note && !e.source.note.empty() && e.source.note != e.label) text += "\n" + fitted(e.source.note, 1, 180);
  return text;
}

std::string tooltip(const Mark& m, const ActorNames& names, bool with_note) {
  if (m.events.size() == 1) return tooltip(*m.events.front(), names, with_note);
  const EventMark& first = *m.events.front();
  return fmt::format("{} events of {}, {} to {}\n{} points together", m.events.size(), look_of(m.quad).name,
                     to_text(first.day), to_text(m.events.back()->day), signed_figure(m.impact));
}

/// Where the mark of a single event that the page lists leads.
const std::string* goal_of(const Mark& m, const ChartLinks* links) {
  if (!links || m.events.size() != 1) return nullptr;
  const auto id = links->events.find(m.events.front()->event);
  return id == links->events.end() ? nullptr : &id->second;
}

/// The rows of events, one below the other.
class EventPanel {
 public:
  EventPanel(const IndexReport& report, const Frame& frame, double top)
      : frame_(frame), names_(report.names), top_(top), rows_(mark_rows(report, frame)) {
    std::size_t events = 0;
    for (const MarkRow& row : rows_) events += row.events;
    with_notes_ = events <= most_notes && !frame.links;  // a page has them in the rows
    labels_ = events <= 400 ? 30 : 8;
  }

  Part part() {
    double y = top_;
    out_ = "<g class=\"dt-events\">\n";
    draw_text(out_, label_left, y + 12, "Events", {.size = 13, .bold = true});
    y += frame_.stacked() ? 14 : 8;
    for (const MarkRow& row : rows_) {
      if (frame_.stacked()) y += 24;
      y += row.above;
      draw_row(row, y);
      y += row.below;
    }
    out_ += "</g>\n";
    return {std::move(out_), top_, y};
  }

 private:
  void draw_row(const MarkRow& row, double line) {
    draw_name(row, line);
    draw(out_, "<path class=\"dt-soft-line dt-axis\" d=\"M{} {}H{}\" stroke=\"{}\" stroke-width=\"0.8\"/>\n",
         frame_.left, coordinate(line), frame_.right, soft_ink);
    draw_whiskers(row, line);
    draw_marks(row, line);
    draw_labels(row, line);
  }

  /// The row's name and how many events it has, left of the plot or, in a narrower chart, above the row.
  void draw_name(const MarkRow& row, double line) {
    const std::string count = counted(row.events, "event");
    const double above = line - row.above - 8, left = frame_.left - 8;
    const TextStyle bold{.size = 13, .anchor = frame_.stacked() ? "start" : "end", .bold = true};
    const TextStyle soft{.size = 11, .anchor = "end", .fill = soft_ink};
    const double room = frame_.stacked() ? frame_.right - 2 * label_left - text_width(count, 11) : left - label_left;
    const std::string name = fitted(row.name, bold_factor * bold.size, room);
    draw_text(out_, frame_.stacked() ? label_left : left, frame_.stacked() ? above : line + 1, name, bold);
    draw_text(out_, frame_.stacked() ? frame_.right : left, frame_.stacked() ? above : line + 15, count, soft);
  }

  /// The span of an event: a capped whisker if it is one unknown day, a bar if it lasted throughout.
  void draw_whiskers(const MarkRow& row, double line) {
    std::string unknown, throughout;
    for (const Mark& m : row.marks) {
      const DateSpan& span = m.events.front()->source.date;
      if (!m.has_whisker()) continue;
      const std::string x1 = coordinate(m.from), x2 = coordinate(m.to);
      const std::string y = coordinate(line + m.offset), cap = coordinate(line + m.offset - 3);
      if (span.kind == SpanKind::throughout)
        draw(throughout, "M{} {}H{}", x1, y, x2);
      else
        draw(unknown, "M{} {}H{}M{} {}v6M{} {}v6", x1, y, x2, x1, cap, x2, cap);
    }
    whisker_path("dt-unknown-day", unknown, "stroke-width=\"1.1\"");
    whisker_path("dt-throughout", throughout, "stroke-width=\"4\" stroke-opacity=\"0.3\"");
  }

  void whisker_path(std::string_view name, const std::string& path, std::string_view style) {
    if (!path.empty())
      draw(out_, "<path class=\"dt-soft-line {}\" d=\"{}\" fill=\"none\" stroke=\"{}\" {}/>\n", name, path, soft_ink,
           style);
  }

  void draw_marks(const MarkRow& row, double line) {
    draw(out_, "<g class=\"dt-marks dt-ink-line\" stroke=\"{}\" stroke-width=\"0.7\">\n", ink);
    for (const Mark& m : row.marks) draw_mark(m, line);
    out_ += "</g>\n";
  }

  void draw_mark(const Mark& m, double line) {
    const std::string title = title_of(tooltip(m, names_, with_notes_), frame_);
    const std::string* goal = goal_of(m, frame_.links);
    if (goal) draw(out_, "<a href=\"#{}\">{}", *goal, title);
    draw(out_, "<path class=\"{}dt-event\" fill=\"{}\" d=\"{}\">{}</path>{}\n", m.counts ? "" : "dt-hollow ",
         m.counts ? look_of(m.quad).fill : "#ffffff", mark_path(m.quad, m.x, line + m.offset, m.radius),
         goal ? std::string() : title, goal ? "</a>" : "");
  }

  void draw_labels(const MarkRow& row, double line) {
    for (const MarkLabel& label : mark_labels(row, frame_, line, labels_))
      draw_text(out_, label.x, label.y, label.text, {.size = 11, .anchor = label.anchor});
  }

  const Frame& frame_;
  const ActorNames& names_;
  double top_;
  std::vector<MarkRow> rows_;
  bool with_notes_ = true;
  std::size_t labels_ = 30;
  std::string out_;
};

}  // namespace

Part draw_events(const IndexReport& report, const Frame& frame, double top) {
  return EventPanel(report, frame, top).part();
}

}  // namespace detente::detail::chart
