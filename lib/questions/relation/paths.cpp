#include "questions/relation/paths.hpp"

namespace detente {
using namespace detail;
namespace {

/// Sets what is still empty, by the number alone: an optional just made in two parts, number and flag, is slow to copy
/// as one.
void set(std::optional<double>& to, const std::optional<double>& value) {
  if (value) to.emplace(*value);
}

IndexPath path_of(const SidedReadings& readings, std::span<const Day> days, const Scale& scale,
                  DirectionChoice direction) {
  IndexPath path;
  path.levels = readings.levels(direction);
  const FittedScale fitted(scale, days, path.levels);
  path.index.resize(days.size());
  for (std::size_t i = 0; i < days.size(); ++i)
    if (path.levels[i]) set(path.index[i], fitted(i, *path.levels[i]));
  return path;
}

}  // namespace

std::vector<std::optional<double>> detail::side_path(const SidedReadings& readings, std::span<const Day> days,
                                                     const Scoring& scoring, DirectionChoice side) {
  if (scoring.scale.kind == ScaleKind::relative) return std::vector<std::optional<double>>(days.size());
  return path_of(readings, days, scoring.scale, side).index;
}

IndexPath index_path(const SidedReadings& readings, std::span<const Day> days, const Scoring& scoring) {
  return path_of(readings, days, scoring.scale, scoring.direction);
}

std::vector<std::optional<double>> detail::heat_path(const History& history, const IndexPath& path,
                                                     const Scoring& scoring) {
  const auto model = scoring.model.heat();
  std::vector<std::optional<double>> out(history.days.size());
  if (!model) return out;
  const SidedReadings readings = score(*model, history.coding.acts, history.days, scoring.direction);
  const FittedScale scale(scoring.scale, history.days, path.levels);
  const std::vector<std::optional<double>> levels = readings.levels(scoring.direction);
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = scale(i, levels[i]);
  return out;
}

std::vector<std::optional<double>> detail::measures_path(const History& history, const Scoring& scoring) {
  std::vector<std::optional<double>> out(history.days.size());
  if (!scoring.codebook.defines_measures()) return out;
  const std::vector<Impulse> all = impulses_of(history.coding.acts);
  for (const Direction d : {Direction::forward, Direction::backward}) {
    if (!includes(scoring.direction, d)) continue;
    const std::vector<double> points = points_in_force(all, d, history.days);
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = out[i].value_or(0) + points[i];
  }
  return out;
}

}  // namespace detente
