#include "output/chart/chart_paths.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>

namespace detente::detail::chart {
namespace {

/// Draws lines in steps of a tenth of a pixel, each from the last point: a twentieth of a pixel is not seen, and paths
/// are most of a picture's bytes.
class Pen {
 public:
  explicit Pen(std::string& out) : out_(&out) {}

  void to(double x, double y) {
    const std::int64_t at_x = tenths(x), at_y = tenths(y);
    if (drawn_ == 0) {
      draw(*out_, "M{} {}", coordinate(static_cast<double>(at_x) / 10), coordinate(static_cast<double>(at_y) / 10));
    } else {
      if (drawn_ == 1) *out_ += 'l';
      add(at_x - x_, drawn_ > 1);
      add(at_y - y_, true);
    }
    x_ = at_x, y_ = at_y;
    ++drawn_;
  }

 private:
  static std::int64_t tenths(double value) { return std::llround(10 * value); }

  /// "-1.3", ".4", "12"; a minus sign separates as a blank does.
  void add(std::int64_t tenth, bool separated) {
    if (tenth < 0)
      *out_ += '-';
    else if (separated)
      *out_ += ' ';
    const std::int64_t size = std::abs(tenth);
    if (size >= 10 || size == 0) *out_ += std::to_string(size / 10);
    if (size % 10 != 0) draw(*out_, ".{}", size % 10);
  }

  std::string* out_;
  std::int64_t x_ = 0, y_ = 0;
  std::size_t drawn_ = 0;
};

/// Days [begin, end) that share a column of pixels. If there is room, each day has its own column.
struct Bucket {
  std::size_t begin, end;
};

std::vector<Bucket> buckets_of(const Frame& frame, const std::vector<Day>& days) {
  std::vector<Bucket> out;
  const bool crowded = frame.day_width() < 0.5;
  const auto column = [&](std::size_t i) { return crowded ? std::floor(frame.mid(days[i])) : static_cast<double>(i); };
  for (std::size_t i = 0; i < days.size(); ++i) {
    if (out.empty() || column(out.back().begin) != column(i)) out.push_back({i, i});
    out.back().end = i + 1;
  }
  return out;
}

bool is_value(const std::optional<double>& v) { return v && std::isfinite(*v); }

/// The days of a bucket that a line must pass through to look the same; ascending. Empty: a gap.
std::vector<std::size_t> telling_days(const Bucket& b, const DailyValues& values) {
  std::vector<std::size_t> there;
  for (std::size_t i = b.begin; i < b.end; ++i)
    if (is_value(values[i])) there.push_back(i);
  if (there.size() <= 4) return there;
  const auto less = [&](std::size_t i, std::size_t j) { return *values[i] < *values[j]; };
  const auto [low, high] = std::minmax_element(there.begin(), there.end(), less);
  std::vector<std::size_t> out{there.front(), *low, *high, there.back()};
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

struct Point {
  double x, low, high;
};

/// How far a curve may be from its points, in pixels.
constexpr double leeway = 0.25;

/// The slopes by which a straight line from a point passes all the points so far, within the leeway.
struct Door {
  double x, y;
  double least = -1e300, most = 1e300;

  bool lets_through(double to_x, double to_y) const {
    const double slope = (to_y - y) / (to_x - x);
    return least <= slope && slope <= most;
  }
  void narrow(double to_x, double to_y) {
    least = std::max(least, (to_y - leeway - y) / (to_x - x));
    most = std::min(most, (to_y + leeway - y) / (to_x - x));
  }
};

/// The points without those that straight lines between the others pass anyway. A fading curve needs a few of its
/// hundreds of days.
std::vector<Point> thinned(const std::vector<Point>& run) {
  if (run.size() < 3) return run;
  std::vector<Point> out{run.front()};
  const auto door_at = [](const Point& p, double y) { return Door{p.x, y}; };
  Door low = door_at(run[0], run[0].low), high = door_at(run[0], run[0].high);
  for (std::size_t i = 1; i < run.size(); ++i) {
    const Point& p = run[i];
    if (!low.lets_through(p.x, p.low) || !high.lets_through(p.x, p.high)) {
      out.push_back(run[i - 1]);
      low = door_at(run[i - 1], run[i - 1].low), high = door_at(run[i - 1], run[i - 1].high);
    }
    low.narrow(p.x, p.low);
    high.narrow(p.x, p.high);
  }
  out.push_back(run.back());
  return out;
}

void close_area(std::string& out, std::vector<Point>& run, double half_day) {
  if (run.empty()) return;
  if (run.size() == 1) {
    run.push_back(run.front());
    run.front().x -= half_day;
    run.back().x += half_day;
  }
  run = thinned(run);
  Pen pen(out);
  for (const Point& p : run) pen.to(p.x, p.high);
  for (auto p = run.rbegin(); p != run.rend(); ++p) pen.to(p->x, p->low);
  out += 'Z';
  run.clear();
}

void end_line(std::string& out, std::vector<Point>& run) {
  Pen pen(out);
  for (const Point& p : thinned(run)) pen.to(p.x, p.high);
  if (run.size() == 1) out += "h0";  // a single day is a dot, because of the round line ends
  run.clear();
}

}  // namespace

std::string line_path(const Frame& frame, const ValueAxis& axis, const std::vector<Day>& days,
                      const DailyValues& values) {
  std::string out;
  if (values.size() != days.size()) return out;
  std::vector<Point> run;
  for (const Bucket& b : buckets_of(frame, days)) {
    const std::vector<std::size_t> touched = telling_days(b, values);
    if (touched.empty()) end_line(out, run);
    for (const std::size_t i : touched) {
      const double y = axis.y(*values[i]);
      run.push_back({frame.mid(days[i]), y, y});
    }
  }
  end_line(out, run);
  return out;
}

std::string area_path(const Frame& frame, const ValueAxis& axis, const std::vector<Day>& days, const DailyValues& lower,
                      const DailyValues& upper) {
  std::string out;
  if (lower.size() != days.size() || upper.size() != days.size()) return out;
  std::vector<Point> run;
  for (const Bucket& b : buckets_of(frame, days)) {
    std::optional<Point> point;
    for (std::size_t i = b.begin; i < b.end; ++i) {
      if (!is_value(lower[i]) || !is_value(upper[i])) continue;
      if (!point) point = Point{frame.mid(days[b.begin]), -1e300, 1e300};
      point->low = std::max(point->low, axis.y(*lower[i]));
      point->high = std::min(point->high, axis.y(*upper[i]));
    }
    if (point)
      run.push_back(*point);
    else
      close_area(out, run, frame.day_width() / 2);
  }
  close_area(out, run, frame.day_width() / 2);
  return out;
}

}  // namespace detente::detail::chart
