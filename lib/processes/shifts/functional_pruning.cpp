#include "processes/shifts/functional_pruning.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "processes/shifts/exact_sums.hpp"

namespace detente::detail {
namespace {

/// least + count · (μ − mean)²
struct Parabola {
  double count = 0;
  double mean = 0;
  double least = 0;

  void add(double x) noexcept {
    count += 1;
    const double distance = x - mean;
    mean += distance / count;
    least += distance * (x - mean);
  }
};

struct Interval {
  double from, to;
  bool empty() const noexcept { return !(from < to); }
};

/// A start, where it may still win: for means in `range`.
struct Piece {
  std::size_t start;
  Interval range;
  Parabola behind;
  Parabola now = {};  // unless the least length is 1: then it is `behind`
};

/// Where in `range` the parabola is below its least value + `room`.
Interval below(const Parabola& parabola, double room, Interval range) noexcept {
  if (!(room > 0)) return {0, 0};
  const double half = std::sqrt(room / parabola.count);
  return {std::max(range.from, parabola.mean - half), std::min(range.to, parabola.mean + half)};
}

std::vector<double> logarithms(std::size_t count) {
  std::vector<double> out(count);
  for (std::size_t i = 1; i < count; ++i) out[i] = std::log(static_cast<double>(i));
  return out;
}

class FunctionalPruning {
 public:
  FunctionalPruning(std::span<const double> values, const CutPrice& price)
      : values_(values),
        price_(price),
        delayed_(price.min_length > 1),
        moments_(delayed_ ? values : values.first(0)),
        best_(values.size() + 1, std::numeric_limits<double>::infinity()),
        starts_(values.size() + 1) {
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    all_ = {*least, *most};
    if (price.per_log > 0) logs_ = logarithms(values.size() + 1 + price.min_length);
    best_[0] = -price.per_cut;
  }

  std::vector<std::size_t> cuts() {
    begin_segment(0, all_);
    for (std::size_t end = price_.min_length; end < best_.size(); ++end) extend(end);
    return cuts_of(starts_);
  }

 private:
  void extend(std::size_t end) {
    const std::size_t newest = end - price_.min_length + 1;
    if (delayed_)
      for (Piece& piece : pieces_) piece.now.add(values_[end - 1]);
    for (Piece& piece : pieces_) piece.behind.add(values_[newest - 1]);
    value(end);
    if (std::isfinite(best_[newest])) admit(newest);
  }

  /// The parabola's own least value may lie outside its range; it is the cost of real cuts all the same.
  void value(std::size_t end) {
    for (const Piece& piece : pieces_) {
      double total = delayed_ ? piece.now.least : piece.behind.least;
      if (!logs_.empty()) total += price_.per_log * logs_[end - piece.start];
      if (total < best_[end] || (total == best_[end] && piece.start < starts_[end]))
        best_[end] = total, starts_[end] = piece.start;
    }
  }

  void admit(std::size_t start) {
    taken_.clear();
    std::size_t kept = 0;
    for (Piece& piece : pieces_)
      if (keep(piece, start)) pieces_[kept++] = piece;
    pieces_.resize(kept, {0, {0, 0}, {}});
    take_the_rest(start);
  }

  /// Takes from the piece what a new start wins, and notes what of its range the new start does not get.
  bool keep(Piece& piece, std::size_t start) {
    const double room = best_[start] + price_.per_cut - piece.behind.least;
    piece.range = below(piece.behind, room, piece.range);
    if (piece.range.empty()) return false;
    const Interval held = logs_.empty() ? piece.range : below(piece.behind, room - lead(piece, start), piece.range);
    if (!held.empty()) taken_.push_back(held);
    return true;
  }

  /// By how much more the piece pays for its length than the new start, when that counts first.
  double lead(const Piece& piece, std::size_t start) const noexcept {
    return price_.per_log * (logs_[start - piece.start + price_.min_length] - logs_[price_.min_length]);
  }

  void take_the_rest(std::size_t start) {
    std::sort(taken_.begin(), taken_.end(), [](Interval a, Interval b) { return a.from < b.from; });
    double free = all_.from;
    for (const Interval& taken : taken_) {
      if (free < taken.from) begin_segment(start, {free, taken.from});
      free = std::max(free, taken.to);
    }
    if (free < all_.to) begin_segment(start, {free, all_.to});
  }

  void begin_segment(std::size_t start, Interval range) {
    const double cost = best_[start] + price_.per_cut;
    pieces_.push_back({start, range, {0, 0, cost}});
    if (!delayed_) return;
    const std::size_t end = start + price_.min_length - 1;
    pieces_.back().now = {static_cast<double>(end - start), moments_.mean(start, end),
                          cost + moments_.squares_around_mean(start, end)};
  }

  std::span<const double> values_;
  CutPrice price_;
  bool delayed_;
  StretchMoments moments_;
  Interval all_ = {0, 0};
  std::vector<double> logs_;
  std::vector<double> best_;
  std::vector<std::size_t> starts_;
  std::vector<Piece> pieces_;
  std::vector<Interval> taken_;
};

}  // namespace

std::vector<std::size_t> functional_pruning(std::span<const double> values, const CutPrice& price) {
  return FunctionalPruning(values, price).cuts();
}

}  // namespace detente::detail
