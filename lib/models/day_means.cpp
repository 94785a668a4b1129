#include "detente/models/day_means.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "detente/contracts/time_order.hpp"

namespace detente {
using namespace detail;
namespace {

bool counts(const Impulse& impulse) noexcept {
  return impulse.weight > 0 && (impulse.kind == ImpulseKind::pulse || impulse.kind == ImpulseKind::hold);
}

/// Adds the acts of one day; the spread about the mean takes a second pass, so that nothing cancels.
void add_day(DayMeans& out, std::span<const Impulse> today) {
  double weight = 0, sum = 0, count = 0, log_weights = 0;
  for (const Impulse& i : today) {
    if (!counts(i)) continue;
    weight += i.weight;
    sum += i.weight * i.points;
    log_weights += std::log(i.weight);
    ++count;
  }
  if (count == 0) return;
  const double mean = sum / weight;
  for (const Impulse& i : today)
    if (counts(i)) out.spread += i.weight * (i.points - mean) * (i.points - mean);
  out.time.push_back(today.front().day.value);
  out.mean.push_back(mean);
  out.share.push_back(1 / weight);
  out.freedom += count - 1;
  out.log_weights += 0.5 * (log_weights - std::log(weight));
}

}  // namespace

DayMeans day_means(std::span<const Impulse> impulses) {
  check_order(impulses);
  DayMeans out;
  while (!impulses.empty()) {
    const Day day = impulses.front().day;
    const auto end = std::find_if(impulses.begin(), impulses.end(), [&](const Impulse& i) { return i.day != day; });
    const auto count = static_cast<std::size_t>(end - impulses.begin());
    add_day(out, impulses.first(count));
    impulses = impulses.subspan(count);
  }
  return out;
}

std::vector<double> variances_of(const DayMeans& days, double day_variance, double event_variance) {
  std::vector<double> out;
  out.reserve(days.size());
  for (const double share : days.share) out.push_back(day_variance + event_variance * share);
  return out;
}

double within_day_log_likelihood(const DayMeans& days, double event_variance) {
  if (days.freedom == 0) return days.log_weights;
  if (event_variance == 0) return days.spread > 0 ? -std::numeric_limits<double>::infinity() : 0.0;
  return days.log_weights -
         0.5 * (days.freedom * std::log(2 * std::numbers::pi * event_variance) + days.spread / event_variance);
}

}  // namespace detente
