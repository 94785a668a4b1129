#include "output/chart/mark_labels.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace detente::detail::chart {
namespace {

constexpr double label_size = 11, longest = 190, shortest_name = 110;

struct Box {
  double left, top, right, bottom;

  bool touches(const Box& o) const { return left < o.right && o.left < right && top < o.bottom && o.top < bottom; }
};

Box box_of(const Mark& m, double line_y) {
  const double r = 1.25 * m.radius, y = line_y + m.offset;
  return {m.x - r, y - r, m.x + r, y + r};
}

/// Where a label may go: right or left of its mark, level or a little off; beside its whisker; above or below.
class Places {
 public:
  struct Candidate {
    Box box;
    MarkLabel label;
  };

  Places(const Mark& m, double line_y, std::string text, bool beside_whisker)
      : text_(std::move(text)), width_(text_width(text_, label_size)) {
    const double y = line_y + m.offset, aside = 1.3 * m.radius + 4;
    for (const double dy : {0.0, -9.0, 9.0}) {
      add(m.x + aside, y + dy, "start");
      add(m.x - aside, y + dy, "end");
    }
    if (beside_whisker && m.has_whisker()) {
      add(m.to + 5, y, "start");
      add(m.from - 5, y, "end");
    }
    for (const double dy : {-1.0, 1.0}) add(m.x, y + dy * (1.3 * m.radius + 7), "middle");
  }
  const std::vector<Candidate>& candidates() const { return candidates_; }

 private:
  void add(double x, double y, std::string_view anchor) {
    const double left = anchor == "start" ? x : anchor == "end" ? x - width_ : x - width_ / 2;
    candidates_.push_back({{left, y - 6.5, left + width_, y + 6.5}, {x, y + 4, anchor, text_}});
  }

  std::string text_;
  double width_;
  std::vector<Candidate> candidates_;
};

/// Marks of single events, those that contribute most first.
std::vector<const Mark*> weightiest(const MarkRow& row, std::size_t most) {
  std::vector<const Mark*> out;
  for (const Mark& m : row.marks)
    if (m.events.size() == 1) out.push_back(&m);
  std::stable_sort(out.begin(), out.end(),
                   [](const Mark* a, const Mark* b) { return std::abs(a->impact) > std::abs(b->impact); });
  out.resize(std::min(out.size(), most));
  return out;
}

/// The space of one row, and what is taken of it.
class Room {
 public:
  Room(const MarkRow& row, const Frame& frame, double line_y) : row_(row), frame_(frame), line_y_(line_y) {
    for (const Mark& m : row.marks) {
      const double y = line_y + m.offset;
      taken_.push_back(box_of(m, line_y));
      if (m.has_whisker()) taken_.push_back({m.from, y - 2, m.to, y + 2});
    }
  }

  /// The first free place for a mark's whole label or, failing that, for a shortened one, which must be close to its
  /// mark.
  std::optional<MarkLabel> take(const Mark& m) {
    for (const double width : {longest, shortest_name}) {
      const Places places(m, line_y_, fitted(m.events.front()->label, label_size, width), width == longest);
      for (const Places::Candidate& c : places.candidates()) {
        if (!is_free(c.box)) continue;
        taken_.push_back(c.box);
        return c.label;
      }
    }
    return std::nullopt;
  }

 private:
  bool is_free(const Box& b) const {
    if (b.left < frame_.left + 2 || b.right > frame_.width - 8) return false;
    if (b.top < line_y_ - row_.above - 4 || b.bottom > line_y_ + row_.below + 4) return false;
    if (b.top < line_y_ && b.bottom > line_y_) return false;  // must not cross the line
    return std::none_of(taken_.begin(), taken_.end(), [&](const Box& t) { return b.touches(t); });
  }

  const MarkRow& row_;
  const Frame& frame_;
  double line_y_;
  std::vector<Box> taken_;
};

}  // namespace

std::vector<MarkLabel> mark_labels(const MarkRow& row, const Frame& frame, double line_y, std::size_t most) {
  Room room(row, frame, line_y);
  std::vector<MarkLabel> out;
  for (const Mark* m : weightiest(row, most))
    if (const auto label = room.take(*m)) out.push_back(*label);
  return out;
}

}  // namespace detente::detail::chart
