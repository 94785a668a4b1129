#include "output/chart/mark_layout.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace detente::detail::chart {
namespace {

constexpr double most_above = 130, most_below = 90, gap = 0.8;
constexpr std::size_t few_marks = 200;

bool is_hostile(const EventMark& e) {
  if (e.points != 0) return e.points > 0;
  return !is_cooperation(e.quad);
}

Mark mark_of(const EventMark& e, const Frame& frame) {
  Mark m;
  m.events = {&e};
  m.quad = e.quad;
  m.impact = e.impact;
  m.hostile = is_hostile(e);
  m.counts = e.impact != 0 || (e.points == 0 && e.probability > 0 && !e.third_party);
  m.x = frame.mid(e.day);
  const DateSpan& span = e.source.date;
  if (span.first < span.last) {
    m.from = frame.x(std::max(span.first, frame.first));
    m.to = frame.x(std::min(span.last, frame.end - 1) + 1);
  }
  return m;
}

enum RowNumber : std::size_t { forward_row, backward_row, third_row, row_count };

RowNumber row_of(const EventMark& e) {
  if (e.third_party) return third_row;
  return e.direction == Direction::forward ? forward_row : backward_row;
}

/// Merges marks of the same kind in the same place.
std::vector<Mark> merged(const std::vector<Mark>& marks, double place) {
  std::map<std::tuple<double, QuadClass, bool, bool>, Mark> by_place;
  for (const Mark& m : marks) {
    const double slot = std::floor(m.x / place);
    Mark& sum = by_place[{slot, m.quad, m.hostile, m.counts}];
    if (sum.events.empty()) {
      sum = m;
      sum.x = (slot + 0.5) * place;
    } else {
      sum.from = sum.to = 0;
      sum.events.insert(sum.events.end(), m.events.begin(), m.events.end());
      sum.impact += m.impact;
    }
  }
  std::vector<Mark> out;
  out.reserve(by_place.size());
  for (auto& [key, mark] : by_place) out.push_back(std::move(mark));
  return out;
}

/// Sets the areas by points, and makes all smaller if there are many.
void set_radii(std::vector<MarkRow>& rows, const Frame& frame) {
  double largest = 0;
  std::size_t number = 0;
  for (const MarkRow& row : rows)
    for (const Mark& m : row.marks) {
      largest = std::max(largest, std::abs(m.impact));
      ++number;
    }
  const double room = frame.narrow() ? 0.75 : 1;
  const double most = std::clamp(room * 10.5 * std::sqrt(60 / static_cast<double>(number + 1)), 3.2, 10.5);
  const double least = std::max(1.6, 0.3 * most);
  for (MarkRow& row : rows)
    for (Mark& m : row.marks)
      m.radius = largest > 0 ? std::max(least, most * std::sqrt(std::abs(m.impact) / largest)) : least;
}

/// The space of a mark: a disc, and a thin bar along its whisker.
struct Body {
  double x, size, from, to;

  bool bar_over(double left, double right) const { return from < right && to > left; }
  bool bar_over(const Body& disc) const { return bar_over(disc.x - disc.size, disc.x + disc.size); }
};

constexpr double bar_size = 3;

/// How far apart in height two bodies must be so as not to touch; 0 if they cannot touch.
double apart(const Body& a, const Body& b) {
  const double discs = a.size + b.size + gap, dx = std::abs(a.x - b.x);
  double out = dx < discs ? std::sqrt(discs * discs - dx * dx) : 0;
  if (a.bar_over(b)) out = std::max(out, b.size + bar_size + gap);
  if (b.bar_over(a)) out = std::max(out, a.size + bar_size + gap);
  if (a.bar_over(b.from, b.to)) out = std::max(out, 2 * bar_size + gap);
  return out;
}

/// Stacks marks away from the line, each as near to it as the marks already there allow.
class Pile {
 public:
  /// Whiskers are taken into account only if there are few marks.
  Pile(double most, bool mind_whiskers) : most_(most), mind_whiskers_(mind_whiskers) {}

  double place(const Mark& m) {
    const double size = 1.3 * m.radius;
    const Body body{m.x, size, mind_whiskers_ ? m.from : 0, mind_whiskers_ ? m.to : 0};
    double height = size + 2;
    while (const Placed* other = in_the_way(body, height)) height = other->height + apart(body, other->body) + 1e-6;
    height = std::min(height, most_ - size);
    placed_.push_back({body, height});
    reach_ = std::max(reach_, height + size);
    return height;
  }
  double reach() const { return reach_; }

 private:
  struct Placed {
    Body body;
    double height;
  };

  /// The lowest mark that a body at this height would touch.
  const Placed* in_the_way(const Body& body, double height) const {
    const Placed* lowest = nullptr;
    for (auto other = placed_.rbegin(); other != placed_.rend(); ++other) {
      if (!mind_whiskers_ && body.x - other->body.x > 30) break;
      const double needed = apart(body, other->body);
      if (needed <= 0 || std::abs(height - other->height) >= needed) continue;
      if (height >= most_ || (lowest && lowest->height <= other->height)) continue;
      lowest = &*other;
    }
    return lowest;
  }

  double most_;
  bool mind_whiskers_;
  double reach_ = 0;
  std::vector<Placed> placed_;
};

/// Large marks come first within a day, so that they are nearest to the line.
bool placed_before(const Mark& a, const Mark& b) {
  if (a.x != b.x) return a.x < b.x;
  if (a.radius != b.radius) return a.radius > b.radius;
  return a.events.front()->event < b.events.front()->event;
}

void pile_up(MarkRow& row, const Frame& frame) {
  std::sort(row.marks.begin(), row.marks.end(), placed_before);
  const bool few = row.marks.size() <= few_marks;
  const double room = frame.stacked() ? 1.7 : 1;  // the fewer pixels a day has, the higher they are stacked
  Pile above(room * most_above, few), below(room * most_below, few);
  for (Mark& m : row.marks) m.offset = m.hostile ? -above.place(m) : below.place(m);
  row.above = std::max(20.0, above.reach() + 4);
  row.below = std::max(14.0, below.reach() + 4);
}

bool was_asked_for(RowNumber row, DirectionChoice choice) {
  if (row == third_row) return false;
  return includes(choice, row == forward_row ? Direction::forward : Direction::backward);
}

}  // namespace

std::vector<MarkRow> mark_rows(const IndexReport& report, const Frame& frame) {
  std::vector<MarkRow> rows(row_count);
  rows[forward_row].name = way_text(report.names.of(report.pair));
  rows[backward_row].name = way_text(report.names.of(report.pair.reversed()));
  rows[third_row].name = "Third parties";
  std::size_t number = 0;
  for (const EventMark& e : report.events) {
    if (!frame.holds(e.day)) continue;
    MarkRow& row = rows[row_of(e)];
    row.marks.push_back(mark_of(e, frame));
    ++row.events;
    ++number;
  }
  if (number > most_marks)
    for (MarkRow& row : rows) row.marks = merged(row.marks, 4);
  set_radii(rows, frame);
  std::vector<MarkRow> shown;
  for (std::size_t i = 0; i < row_count; ++i) {
    if (rows[i].marks.empty() && !was_asked_for(static_cast<RowNumber>(i), report.direction)) continue;
    pile_up(rows[i], frame);
    shown.push_back(std::move(rows[i]));
  }
  return shown;
}

}  // namespace detente::detail::chart
