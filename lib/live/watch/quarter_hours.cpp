#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>

#include "detente/ground/day.hpp"
#include "detente/ground/number.hpp"
#include "detente/live/watch/feed.hpp"

namespace detente {
namespace {

constexpr std::size_t stamp_digits = 14;
constexpr std::int64_t quarters_a_day = 96;

/// Which quarter of an hour since 1970 a file of GDELT covers, by its name; nothing for another file.
std::optional<std::int64_t> quarter_of(std::string_view name) {
  if (name.size() < stamp_digits || !name.substr(stamp_digits).starts_with(".export.CSV")) return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t digits) { return parse_digits(name.substr(at, digits)); };
  const auto year = number(0, 4), month = number(4, 2), day = number(6, 2);
  const auto hour = number(8, 2), minute = number(10, 2), second = number(12, 2);
  if (!year || !month || !day || !hour || !minute || second != 0) return std::nullopt;
  const Parsed<Day> date = parse_day(fmt::format("{:04}-{:02}-{:02}", *year, *month, *day));
  if (!date || *hour > 23 || *minute > 45 || *minute % 15 != 0) return std::nullopt;
  return date->value * quarters_a_day + *hour * 4 + *minute / 15;
}

std::string stamp_of(std::int64_t quarter) {
  const std::int64_t within = ((quarter % quarters_a_day) + quarters_a_day) % quarters_a_day;
  const CivilDate date = civil(Day{static_cast<std::int32_t>((quarter - within) / quarters_a_day)});
  return fmt::format("{:04}{:02}{:02}{:02}{:02}00", date.year, date.month, date.day, within / 4, within % 4 * 15);
}

}  // namespace

std::vector<std::string> missing_quarter_hours(const std::vector<std::string>& names) {
  std::vector<std::int64_t> there;
  for (const std::string& name : names)
    if (const auto quarter = quarter_of(name)) there.push_back(*quarter);
  std::sort(there.begin(), there.end());
  std::vector<std::string> out;
  for (std::size_t i = 1; i < there.size(); ++i) {
    const std::int64_t first = there[i - 1] + 1, last = there[i] - 1;
    if (first == last) out.push_back(stamp_of(first));
    if (first < last) out.push_back(stamp_of(first) + " to " + stamp_of(last));
  }
  return out;
}

}  // namespace detente
