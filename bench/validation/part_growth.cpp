// (e) Reporting that grows tenfold: events are left out at random, most of them in the early years.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "detente/ground/random.hpp"
#include "detente/models/two_speed.hpp"
#include "validation/monthly.hpp"
#include "validation/parts.hpp"
#include "validation/picture.hpp"
#include "validation/skill.hpp"

namespace validation {
namespace {

using namespace detente;

constexpr std::uint64_t thinnings = 10;
constexpr const char* plain_name = "two_speed";
constexpr const char* divided_name = "two_speed, divided by volume";

/// From a tenth to all, with the same growth every year.
double kept_share(Day day, Day first, Day last) {
  return std::pow(10, static_cast<double>(day - first) / static_cast<double>(last - first) - 1);
}

EventLog thinned(const EventLog& events, std::uint64_t seed) {
  const Draws draws(seed);
  Day first = events.rows().front().first, last = first;
  for (const EventRow& row : events.rows()) {
    first = std::min(first, row.first);
    last = std::max(last, row.first);
  }
  EventLog out;
  for (const EventRow& row : events.rows())
    if (draws.uniform(Purpose::arrival, 0, row.number) < kept_share(row.first, first, last)) out.add(events.event(row));
  return out;
}

/// What an act's weight is divided by: events of the file in the year up to its day, in years of the mean volume.
class Volume {
 public:
  explicit Volume(const EventLog& events) {
    for (const EventRow& row : events.rows()) ++by_day_[row.first];
    const double days = static_cast<double>(by_day_.rbegin()->first - by_day_.begin()->first) + 1;
    double sum = 0;
    for (const auto& [day, count] : by_day_) sums_[day] = sum += count;
    mean_ = sum / days;
  }
  double at(Day day) const {
    const Day from = std::max(day - year, by_day_.begin()->first - 1);
    return std::max(0.05, (sum_by(day) - sum_by(from)) / static_cast<double>(day - from) / mean_);
  }

 private:
  static constexpr std::int32_t year = 365;
  double sum_by(Day day) const {
    const auto after = sums_.upper_bound(day);
    return after == sums_.begin() ? 0 : std::prev(after)->second;
  }
  std::map<Day, double> by_day_, sums_;
  double mean_ = 1;
};

ForecastInput divided(const ForecastInput& input, Volume volume) {
  const auto read = [inner = input.read, volume = std::move(volume)](const KnownPair& pair, std::span<float> values) {
    std::vector<Impulse> pulses(pair.pulses.begin(), pair.pulses.end());
    for (Impulse& pulse : pulses) pulse.weight /= volume.at(pulse.day);
    inner({pair.dyad, pair.periods, pulses, {}}, values);
  };
  return {divided_name, input.features, read};
}

ComparisonRequest request_of(const Levant& levant, const EventLog& events) {
  const ForecastInput plain = model_input(plain_name, plain_name);
  return levant.request({plain, divided(plain, Volume(events)), hostile_count_input()});
}

/// The median index of all pairs, by year.
std::map<int, double> medians(const Monthly& series) {
  std::map<int, std::vector<double>> by_year;
  for (const auto& [pair, values] : series.values)
    for (std::size_t t = 0; t < values.size(); ++t)
      if (!std::isnan(values[t])) by_year[civil(series.months[t].first).year].push_back(50 + 6 * values[t]);
  std::map<int, double> out;
  for (const auto& [year, values] : by_year) out[year] = median(values);
  return out;
}

struct Grown {
  std::map<int, double> plain, divided;  ///< medians by year
  double gain_plain = 0, gain_divided = 0;
};

Grown grown(const Levant& levant, const EventLog& events) {
  const ComparisonRequest request = request_of(levant, events);
  const ComparisonColumns columns = Levant::columns(events, request);
  const std::vector<Monthly> series = monthly(columns);
  const Comparison found = compare(columns.table, columns.inputs, request.options);
  const auto gain = [&](const std::string& name) {
    for (const ComparedInput& input : found.inputs)
      if (input.name == name) return input.scores.gain;
    return std::nan("");
  };
  return {medians(series[0]), medians(series[1]), gain(plain_name), gain(divided_name)};
}

/// Means over the thinnings.
Grown mean_of(const std::vector<Grown>& all) {
  Grown out;
  const auto share = 1 / static_cast<double>(all.size());
  for (const Grown& one : all) {
    for (const auto& [year, value] : one.plain) out.plain[year] += value * share;
    for (const auto& [year, value] : one.divided) out.divided[year] += value * share;
    out.gain_plain += one.gain_plain * share;
    out.gain_divided += one.gain_divided * share;
  }
  return out;
}

Line line_of(const std::string& name, const std::map<int, double>& by_year, std::string_view ink, bool dashed) {
  Line out{name, ink, dashed, {}};
  for (const auto& [year, value] : by_year) out.points.emplace_back(year, value);
  return out;
}

}  // namespace

void write_growth(Document& out, const Levant& levant) {
  out.heading("(e) Reporting that grows tenfold");
  std::vector<Grown> thin;
  for (std::uint64_t seed = 1; seed <= thinnings; ++seed) thin.push_back(grown(levant, thinned(levant.events(), seed)));
  const Grown all = grown(levant, levant.events()), grows = mean_of(thin);
  out.say(
      fmt::format("Events of KEDS Levant are kept with a chance that grows from .1 in 1979 to 1 in 2011, {} times: a "
                  "relation that does "
                  "not change is then reported ten times as much at the end. *Divided by volume*: every act counts "
                  "less by how many "
                  "events the whole file has in the year up to its day. The median index of all pair-months of a year, "
                  "mean of the {}:",
                  thinnings, thinnings));
  std::vector<std::vector<std::string>> rows;
  for (const int year : {1981, 1986, 1991, 1996, 2001, 2006, 2011})
    rows.push_back({std::to_string(year), figure(all.plain.at(year), 1), figure(grows.plain.at(year), 1),
                    signed_text(grows.plain.at(year) - all.plain.at(year)), figure(all.divided.at(year), 1),
                    figure(grows.divided.at(year), 1), signed_text(grows.divided.at(year) - all.divided.at(year))});
  out.table({"year", "all events", "thinned", "moved", "divided: all events", "thinned", "moved"}, rows);
  out.picture(
      "growth.svg",
      line_chart("Median index of all pair-months",
                 {line_of("all events", all.plain, "#1a1a1a", false), line_of("thinned", grows.plain, "#1a1a1a", true),
                  line_of("divided, all events", all.divided, "#0b57a4", false),
                  line_of("divided, thinned", grows.divided, "#0b57a4", true)}),
      "Median index by year, of all events and of thinned ones, with and without dividing by volume");
  out.say(fmt::format(
      "Gain in log score on severe acts of the next month: all events {} undivided and {} divided; thinned "
      "{} and {} (severe acts are thinned with the rest, so the two pairs of figures cannot be compared with "
      "each other). A finding, not an option of the library.",
      figure(all.gain_plain, 1), figure(all.gain_divided, 1), figure(grows.gain_plain, 1),
      figure(grows.gain_divided, 1)));
}

}  // namespace validation
