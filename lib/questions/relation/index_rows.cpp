#include "questions/relation/index_rows.hpp"

#include "detente/ground/error.hpp"
#include "detente/scales/words.hpp"
#include "questions/relation/paths.hpp"
#include "questions/relation/periods.hpp"

namespace detente::detail {
namespace {

using Path = std::vector<std::optional<double>>;

/// A path by period. At the ends, of days that are no others, it is the values themselves.
Path sampled(const Path& path, std::span<const Period> periods, SampleAt at, std::span<const Day> days) {
  if (path.empty()) return Path(periods.size());
  if (at == SampleAt::end && days.size() == periods.size()) return path;
  return sample_periods(periods, at, days, path);
}

}  // namespace

RelationPaths paths_of(SidedReadings readings, std::span<const Day> days, const Scoring& scoring) {
  RelationPaths out{.days = days, .readings = std::move(readings)};
  out.path = index_path(out.readings, days, scoring);
  out.forward = side_path(out.readings, days, scoring, DirectionChoice::forward);
  out.backward = side_path(out.readings, days, scoring, DirectionChoice::backward);
  return out;
}

std::vector<IndexRow> index_rows(std::span<const Period> periods, SampleAt at, const RelationPaths& paths,
                                 std::span<const std::size_t> events, const Scoring& scoring) {
  const auto by_period = [&](const Path& path) { return sampled(path, periods, at, paths.days); };
  const Path index = by_period(paths.path.index), heat = by_period(paths.heat);
  const Path forward = by_period(paths.forward), backward = by_period(paths.backward);
  const bool has_last_days_alone = paths.days.size() == periods.size();
  const Path supports = paths.readings.supports(scoring.direction);
  const auto warm = warm_from(scoring);
  std::vector<IndexRow> rows(periods.size());
  for (std::size_t i = 0; i < periods.size(); ++i) {
    const Day day = periods[i].last_day();
    const std::size_t last = has_last_days_alone ? i : static_cast<std::size_t>(day - paths.days.front());
    IndexRow& row = rows[i];
    row.period = periods[i];
    row.index = index[i];
    row.level = paths.path.levels[last];
    row.heat = heat[i];
    if (!paths.measures.empty()) row.measures = paths.measures[last];
    row.forward = forward[i];
    row.backward = backward[i];
    row.events = events[i];
    row.support = supports[last];
    row.warming_up = warm && day < *warm;
  }
  return rows;
}

void set_band(std::vector<IndexRow>& rows, std::span<const std::optional<double>> lower,
              std::span<const std::optional<double>> upper) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i].lower = lower[i];
    rows[i].upper = upper[i];
  }
}

IndexSeries empty_series(const Dyad& pair, const Scoring& scoring, SampleAt at) {
  IndexSeries out;
  out.dyad = chosen_dyad(pair, scoring.direction);
  out.direction = scoring.direction;
  out.at = at;
  out.words = scale_words(scoring.model.text(), scoring.scale);
  out.warm_from = warm_from(scoring);
  return out;
}

void require_sampled_at_end(const AnyModel& model, SampleAt at) {
  if (model.periodic() && at != SampleAt::end)
    throw_invalid("at", to_text(at), "a period model is sampled at the end of its periods");
}

}  // namespace detente::detail
