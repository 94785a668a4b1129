#include "detente/questions/change/asymmetry.hpp"

#include <cmath>

namespace detente {
namespace {

using Values = std::vector<std::optional<double>>;

constexpr int most_lag = 3;

Values changes_of(const Values& values) {
  Values out(values.size());
  for (std::size_t i = 1; i < values.size(); ++i)
    if (values[i] && values[i - 1]) out[i] = *values[i] - *values[i - 1];
  return out;
}

/// Sums of pairs, for their correlation.
struct PairSums {
  double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;

  void add(double a, double b) {
    ++n;
    x += a, y += b;
    xx += a * a, yy += b * b, xy += a * b;
  }
  /// 0 where one of the two does not vary.
  double correlation() const {
    const double vx = xx - x * x / n, vy = yy - y * y / n;
    return vx > 1e-12 * xx && vy > 1e-12 * yy ? (xy - x * y / n) / std::sqrt(vx * vy) : 0;
  }
};

SideLead lead_at(const Values& forward, const Values& backward, int lag) {
  PairSums sums;
  const auto size = static_cast<std::ptrdiff_t>(forward.size());
  for (std::ptrdiff_t i = 0; i < size; ++i) {
    const std::ptrdiff_t j = i + lag;
    if (j < 0 || j >= size) continue;
    const auto &a = forward[static_cast<std::size_t>(i)], &b = backward[static_cast<std::size_t>(j)];
    if (a && b) sums.add(*a, *b);
  }
  return {lag, sums.n > 0 ? sums.correlation() : 0, static_cast<std::size_t>(sums.n)};
}

/// Of the lags of equal correlation the shortest.
SideLead lead_of(const Asymmetry& sides) {
  const Values forward = changes_of(sides.forward), backward = changes_of(sides.backward);
  SideLead best = lead_at(forward, backward, 0);
  for (int lag = 1; lag <= most_lag; ++lag)
    for (const int signed_lag : {lag, -lag})
      if (const SideLead other = lead_at(forward, backward, signed_lag); other.correlation > best.correlation)
        best = other;
  return best;
}

int sign_of(double gap) { return (gap > 0) - (gap < 0); }

/// Fills in who is the more strained at the end, and since when; false if the two are never both known.
bool take_latest(Asymmetry& sides) {
  bool found = false;
  for (std::size_t i = sides.periods.size(); i-- > 0;) {
    if (!sides.forward[i] || !sides.backward[i]) continue;
    if (!found) {
      sides.latest = sides.periods[i];
      sides.forward_now = *sides.forward[i];
      sides.backward_now = *sides.backward[i];
    } else if (sign_of(*sides.forward[i] - *sides.backward[i]) != sign_of(sides.gap())) {
      break;
    }
    found = true;
    sides.since = sides.periods[i];
  }
  return found;
}

bool ever_differ(const Asymmetry& sides) {
  for (std::size_t i = 0; i < sides.periods.size(); ++i)
    if (sides.forward[i] != sides.backward[i]) return true;
  return false;
}

}  // namespace

double SideLead::clear_above() const { return 3 / std::sqrt(static_cast<double>(changes)); }

bool SideLead::is_clear() const { return changes >= least_lead_changes && correlation > clear_above(); }

std::optional<Direction> SideLead::first() const {
  if (lag == 0 || !is_clear()) return std::nullopt;
  return lag > 0 ? Direction::forward : Direction::backward;
}

std::optional<Asymmetry> asymmetry(std::span<const IndexRow> rows) {
  Asymmetry out;
  for (const IndexRow& row : rows) {
    if (row.warming_up) continue;
    out.periods.push_back(row.period);
    out.forward.push_back(row.forward);
    out.backward.push_back(row.backward);
  }
  if (!ever_differ(out) || !take_latest(out)) return std::nullopt;
  out.lead = lead_of(out);
  return out;
}

}  // namespace detente
