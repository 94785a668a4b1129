#include "detente/quality/evaluation.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace detente::quality {
namespace {

/// The last day of every whole week.
std::vector<Day> week_ends(std::size_t days) {
  std::vector<Day> out;
  const Day end = first_day + static_cast<std::int32_t>(days);
  for (const Period& week : periods_between(PeriodKind::week, first_day, end))
    if (week.first >= first_day && week.end <= end) out.push_back(week.last_day());
  return out;
}

/// The acts of the seven days up to each of the days, divided by what the truth's activity explains.
std::vector<double> weekly_volume(const Sample& sample, std::span<const Day> days) {
  const auto before = [&](Day day) {
    return std::lower_bound(sample.impulses.begin(), sample.impulses.end(), day,
                            [](const auto& i, Day d) { return i.day < d; });
  };
  std::vector<double> out;
  for (const Day day : days) {
    const auto acts = static_cast<double>(before(day + 1) - before(day - 6));
    const auto end = sample.truth.activity.begin() + (day - first_day + 1);
    out.push_back(acts / std::accumulate(end - 7, end, 0.0));
  }
  return out;
}

/// The weeks in which a model has a level, by column.
struct Weeks {
  std::vector<double> level, truth, volume;
};

Weeks weeks_said(const std::vector<Reading>& readings, const Sample& sample, std::span<const Day> days) {
  const std::vector<double> volume = weekly_volume(sample, days);
  Weeks out;
  for (std::size_t i = 0; i < days.size(); ++i) {
    if (!readings[i].level) continue;
    out.level.push_back(*readings[i].level);
    out.truth.push_back(sample.truth.level[static_cast<std::size_t>(days[i] - first_day)]);
    out.volume.push_back(volume[i]);
  }
  return out;
}

/// Mean of (level − truth)²; it means nothing for models with another unit.
std::optional<double> squared_error_of(const Weeks& weeks) {
  double sum = 0;
  for (std::size_t i = 0; i < weeks.level.size(); ++i) sum += std::pow(weeks.level[i] - weeks.truth[i], 2);
  return weeks.level.empty() ? std::nullopt : std::optional(sum / static_cast<double>(weeks.level.size()));
}

std::optional<double> coverage_of(const std::vector<Reading>& readings, const Truth& truth, std::span<const Day> days) {
  constexpr double z = 1.6448536269514722;
  double inside = 0, all = 0;
  for (std::size_t i = 0; i < days.size(); ++i) {
    if (!readings[i].level || !readings[i].variance) continue;
    const double miss = truth.level[static_cast<std::size_t>(days[i] - first_day)] - *readings[i].level;
    inside += std::abs(miss) <= z * std::sqrt(*readings[i].variance) ? 1 : 0;
    ++all;
  }
  return all > 0 ? std::optional(inside / all) : std::nullopt;
}

}  // namespace

std::optional<double> correlation(std::span<const double> a, std::span<const double> b) {
  if (a.size() < 3) return std::nullopt;
  const auto n = static_cast<double>(a.size());
  const double mean_a = std::accumulate(a.begin(), a.end(), 0.0) / n;
  const double mean_b = std::accumulate(b.begin(), b.end(), 0.0) / n;
  double ab = 0, aa = 0, bb = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    ab += (a[i] - mean_a) * (b[i] - mean_b);
    aa += (a[i] - mean_a) * (a[i] - mean_a);
    bb += (b[i] - mean_b) * (b[i] - mean_b);
  }
  return aa > 0 && bb > 0 ? std::optional(ab / std::sqrt(aa * bb)) : std::nullopt;
}

std::vector<double> ranks_of(std::span<const double> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> ranks(values.size());
  for (std::size_t first = 0, end = 0; first < order.size(); first = end) {
    while (end < order.size() && values[order[end]] == values[order[first]]) ++end;
    const double mean_rank = static_cast<double>(first + 1 + end) / 2;
    for (std::size_t i = first; i < end; ++i) ranks[order[i]] = mean_rank;
  }
  return ranks;
}

std::optional<double> rank_correlation(std::span<const double> a, std::span<const double> b) {
  return correlation(ranks_of(a), ranks_of(b));
}

std::optional<double> partial_rank_correlation(std::span<const double> a, std::span<const double> b,
                                               std::span<const double> c) {
  const auto ab = rank_correlation(a, b), ac = rank_correlation(a, c), bc = rank_correlation(b, c);
  if (!ab || !ac || !bc) return std::nullopt;
  const double left = (1 - *ac * *ac) * (1 - *bc * *bc);
  return left > 1e-12 ? std::optional((*ab - *ac * *bc) / std::sqrt(left)) : std::nullopt;
}

Quality evaluate(const AnyModel& model, const Sample& sample) {
  const std::vector<Day> days = week_ends(sample.truth.level.size());
  const std::vector<Reading> readings = model.read(sample.impulses, days);
  const Weeks weeks = weeks_said(readings, sample, days);
  Quality out;
  out.rank = rank_correlation(weeks.level, weeks.truth);
  out.volume = partial_rank_correlation(weeks.level, weeks.volume, weeks.truth);
  out.squared_error = squared_error_of(weeks);
  out.coverage = coverage_of(readings, sample.truth, days);
  out.said = days.empty() ? 0 : static_cast<double>(weeks.level.size()) / static_cast<double>(days.size());
  return out;
}

}  // namespace detente::quality
