#include "output/chart/chart_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "output/chart/chart_axis.hpp"
#include "output/wording/ahead_words.hpp"
#include "output/wording/figures.hpp"

namespace detente::detail::chart {
namespace {

struct DayValue {
  Day day;
  double value;
};

std::vector<DayValue> known_values(const Paths& paths) {
  std::vector<DayValue> out;
  for (std::size_t i = 0; i < std::min(paths.days.size(), paths.index.size()); ++i)
    if (paths.index[i] && std::isfinite(*paths.index[i])) out.push_back({paths.days[i], *paths.index[i]});
  return out;
}

std::string course_of(const std::vector<DayValue>& values, int digits) {
  if (values.empty()) return "The index is missing throughout.";
  const auto less = [](const DayValue& a, const DayValue& b) { return a.value < b.value; };
  const DayValue low = *std::min_element(values.begin(), values.end(), less);
  const DayValue high = *std::max_element(values.begin(), values.end(), less);
  const auto at = [&](const DayValue& v) {
    return fmt::format("{} on {}", rounded(v.value, digits), day_in_words(v.day));
  };
  return fmt::format("The index is {}; lowest {}; highest {}; {}.", at(values.front()), at(low), at(high),
                     at(values.back()));
}

std::string drawn(const IndexReport& report) {
  const auto hostile = static_cast<std::size_t>(std::count_if(
      report.events.begin(), report.events.end(), [](const EventMark& e) { return !is_cooperation(e.quad); }));
  std::string text = fmt::format("Below it, on the same axis of time: {}, of which {} hostile",
                                 counted(report.events.size(), "event"), hostile);
  if (const std::size_t spells = report.measures.spells.size(); spells > 0)
    text +=
        fmt::format("; {}, {} of them in force at the end", counted(spells, "measure"), report.headline.open_measures);
  return text + ".";
}

}  // namespace

std::string chart_in_words(const IndexReport& report) {
  const Frame frame = frame_of(report, 1200, nullptr);
  const int digits = report.series.words.digits;
  std::string out = fmt::format("{} {}", course_of(known_values(paths_of(report, frame)), digits), drawn(report));
  if (report.ahead) out += " Where it may go is drawn after its last day. " + ahead_in_words(*report.ahead, digits);
  return out;
}

}  // namespace detente::detail::chart
