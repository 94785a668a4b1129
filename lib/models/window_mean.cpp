#include "detente/models/window_mean.hpp"

#include <cmath>

#include "detente/contracts/time_order.hpp"
#include "detente/ground/error.hpp"
#include "models/parameter_tables.hpp"

namespace detente {
using namespace detail;
namespace {

struct DayMean {
  Day day;
  double mean;
};

/// The mean of each day that has an act of weight above 0, ascending.
std::vector<DayMean> means_by_day(std::span<const Impulse> impulses) {
  std::vector<DayMean> out;
  for (std::size_t i = 0; i < impulses.size();) {
    const Day day = impulses[i].day;
    double sum = 0, weight = 0;
    for (; i < impulses.size() && impulses[i].day == day; ++i) {
      sum += impulses[i].points * impulses[i].weight;
      weight += impulses[i].weight;
    }
    if (weight > 0) out.push_back({day, sum / weight});
  }
  return out;
}

double mean_of(std::span<const DayMean> days) {
  double sum = 0;
  for (const DayMean& d : days) sum += d.mean;
  return days.empty() ? 0 : sum / static_cast<double>(days.size());
}

}  // namespace

const Parameters<WindowMeanOptions>& detail::window_mean_parameters() {
  using O = WindowMeanOptions;
  static const Parameters<O> all{
      number(&O::window, "window", "days", {.low = 1, .high = 36525, .shown = ">= 1, whole", .unit = "days"},
             "length of the window", {.alternatives = {"7", "28"}}),
  };
  return all;
}

WindowMean::WindowMean(const WindowMeanOptions& options) : options_(checked(options, window_mean_parameters())) {
  if (options.window != std::floor(options.window))
    throw_invalid("window", options.window, "is a whole number of days");
}

std::vector<std::optional<double>> WindowMean::levels(const Path& path) const {
  check_order(path.impulses);
  check_order(path.days);
  const std::vector<DayMean> means = means_by_day(path.impulses);
  const auto window = static_cast<std::int64_t>(options_.window);
  std::vector<std::optional<double>> out;
  std::size_t first = 0, end = 0;
  for (const Day today : path.days) {
    while (end < means.size() && means[end].day <= today) ++end;
    while (first < end && today - means[first].day >= window) ++first;
    out.emplace_back(mean_of(std::span(means).subspan(first, end - first)));
  }
  return out;
}

}  // namespace detente
