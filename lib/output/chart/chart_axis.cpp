#include "output/chart/chart_axis.hpp"

#include <algorithm>
#include <cmath>

namespace detente::detail::chart {
namespace {

using Values = std::vector<std::optional<double>>;

/// Part of a daily path; empty if the path was not computed.
Values slice(const Values& values, std::size_t from, std::size_t to) {
  if (values.size() < to) return {};
  return Values(values.begin() + static_cast<std::ptrdiff_t>(from), values.begin() + static_cast<std::ptrdiff_t>(to));
}

Paths paths_of_days(const DailyPaths& d, const Frame& frame) {
  const auto at = [&](Day day) {
    return static_cast<std::size_t>(std::lower_bound(d.days.begin(), d.days.end(), day) - d.days.begin());
  };
  const std::size_t from = at(frame.first), to = at(frame.end);
  Paths p;
  p.days.assign(d.days.begin() + static_cast<std::ptrdiff_t>(from), d.days.begin() + static_cast<std::ptrdiff_t>(to));
  p.index = slice(d.index, from, to);
  p.lower = slice(d.lower, from, to);
  p.upper = slice(d.upper, from, to);
  p.lowest = slice(d.lowest, from, to);
  p.highest = slice(d.highest, from, to);
  p.heat = slice(d.heat, from, to);
  return p;
}

Paths paths_of_rows(const std::vector<IndexRow>& rows) {
  Paths p;
  for (const IndexRow& r : rows) {
    p.days.push_back(r.period.last_day());
    p.index.push_back(r.index);
    p.lower.push_back(r.lower);
    p.upper.push_back(r.upper);
    p.lowest.push_back(r.lowest);
    p.highest.push_back(r.highest);
    p.heat.push_back(r.heat);
  }
  return p;
}

void widen(ValueRange& range, const Values& values) {
  for (const auto& v : values) {
    if (!v || !std::isfinite(*v)) continue;
    range.low = std::min(range.low, *v);
    range.high = std::max(range.high, *v);
  }
}

/// 1, 2 or 5 times a power of ten.
double round_step(double rough) {
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  for (const double factor : {1.0, 2.0, 5.0})
    if (factor * power >= rough) return factor * power;
  return 10 * power;
}

}  // namespace

Paths paths_of(const IndexReport& report, const Frame& frame) {
  Paths out = report.daily.days.empty() ? paths_of_rows(report.series.rows) : paths_of_days(report.daily, frame);
  if (report.ahead)
    for (const FanDay& day : report.ahead->fan)
      out.ahead.insert(out.ahead.end(), {day.lowest, day.highest, day.silent});
  return out;
}

ValueRange range_of(const Paths& paths, const ScaleWords& words) {
  ValueRange range{words.neutral, words.neutral};
  for (const Values* v :
       {&paths.index, &paths.lower, &paths.upper, &paths.lowest, &paths.highest, &paths.heat, &paths.ahead})
    widen(range, *v);
  const double least_span = words.bands.empty() && !words.bounded() ? 1 : 40;
  const double missing = std::max(0.0, least_span - (range.high - range.low)) / 2;
  const double step = round_step((range.high - range.low + 2 * missing) / 8);
  range.low = std::floor((range.low - missing) / step - 0.2) * step;
  range.high = std::ceil((range.high + missing) / step + 0.2) * step;
  return {std::max(range.low, words.least), std::min(range.high, words.most)};
}

bool has_words(const ValueAxis& axis, const ScaleWords& words) { return !words.bands.empty() && axis.pixels(10) >= 14; }

std::vector<double> value_ticks(const ValueAxis& axis, const ScaleWords& words) {
  std::vector<double> out;
  const auto add = [&](double value) {
    const auto near = [&](double other) { return std::abs(axis.y(other) - axis.y(value)) < 14; };
    const bool inside = value >= axis.range.low && value <= axis.range.high;
    if (inside && std::none_of(out.begin(), out.end(), near)) out.push_back(value);
  };
  add(words.neutral);
  if (has_words(axis, words)) {
    for (const WordBand& band : words.bands) add(band.from);
    add(axis.range.low);
    add(axis.range.high);
    return out;
  }
  const double step = round_step((axis.range.high - axis.range.low) / 8);
  for (double k = std::ceil(axis.range.low / step); k * step <= axis.range.high + step / 1e6; ++k) add(k * step);
  return out;
}

}  // namespace detente::detail::chart
