#include "live/watch/watched_index.hpp"

#include <algorithm>
#include <array>

namespace detente::detail {

std::optional<double> WatchedIndex::on(std::uint32_t pair, Day day) const {
  if (scoring_->scale.looks_back()) return between(pair, day, day).front();
  return on_scale(day, live_->reading(pair, day, scoring_->direction).level);
}

/// For a scale that needs no other days.
std::optional<double> WatchedIndex::on_scale(Day day, std::optional<double> level) const {
  return FittedScale(scoring_->scale, std::array{day}, std::array{level})(0, level);
}

std::vector<std::optional<double>> WatchedIndex::between(std::uint32_t pair, Day first, Day last) const {
  return path(pair, every_day(first, last + 1));
}

std::vector<std::optional<double>> WatchedIndex::path(std::uint32_t pair, std::span<const Day> days) const {
  if (scoring_->scale.looks_back()) return whole_path(pair, days);
  return index_path(live_->readings(pair, days), days, *scoring_).index;
}

/// For a scale on which the index of a day depends on the days before.
std::vector<std::optional<double>> WatchedIndex::whole_path(std::uint32_t pair, std::span<const Day> days) const {
  std::vector<std::optional<double>> out(days.size());
  const History all = history(pair, days.back());
  if (all.days.empty()) return out;
  const std::vector<std::optional<double>> index =
      index_path(live_->readings(pair, all.days), all.days, *scoring_).index;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const auto at = std::lower_bound(all.days.begin(), all.days.end(), days[i]);
    if (at != all.days.end() && *at == days[i]) out[i] = index[static_cast<std::size_t>(at - all.days.begin())];
  }
  return out;
}

History WatchedIndex::history(std::uint32_t pair, Day day) const {
  Coding coding = live_->coding(pair);
  if (coding.acts.empty()) return {};
  return history_of(std::move(coding), PeriodKind::day, std::nullopt, std::nullopt, day + 1);
}

PublishedReading WatchedIndex::reading(std::uint32_t pair, Day day) const {
  PublishedReading out{.pair = live_->pair(pair), .day = day};
  const Reading level = live_->reading(pair, day, scoring_->direction);
  out.level = level.level;
  out.support = level.support;
  const bool looks_back = scoring_->scale.looks_back();
  out.index = looks_back ? on(pair, day) : on_scale(day, out.level);
  if (!looks_back && has_heat_) out.heat = on_scale(day, live_->heat(pair, day, scoring_->direction).level);
  if (has_measures_) out.measures = measures(pair, day);
  return out;
}

double WatchedIndex::measures(std::uint32_t pair, Day day) const {
  double sum = 0;
  if (scoring_->direction != DirectionChoice::backward) sum += live_->points_in_force(pair, day, Direction::forward);
  if (scoring_->direction != DirectionChoice::forward) sum += live_->points_in_force(pair, day, Direction::backward);
  return sum;
}

}  // namespace detente::detail
