#include "readers/chronology/date_hint.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>

#include "detente/ground/day.hpp"
#include "readers/formats/machine_field.hpp"

namespace detente::detail {
namespace {

using Parts = std::array<std::string_view, 3>;

/// Three whole numbers with two equal separators between them (`/`, `.`, `-` or a blank); a time after a blank is
/// ignored.
std::optional<Parts> parts_of(std::string_view text) {
  const std::size_t first = text.find_first_of("/.-");
  if (first == std::string_view::npos) return std::nullopt;
  const std::size_t second = text.find(text[first], first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const std::string_view last = text.substr(second + 1);
  const Parts parts{text.substr(0, first), text.substr(first + 1, second - first - 1),
                    last.substr(0, last.find_first_of(" T"))};
  for (const std::string_view part : parts)
    if (part.empty() || part.size() > 4 || !all_digits(part)) return std::nullopt;
  return parts;
}

std::string written(unsigned year, unsigned month, unsigned day) {
  const std::optional<Day> found = civil_day(year, month, day);
  return found ? to_text(*found) : std::string();
}

std::string with_parts(const Parts& parts) {
  const unsigned a = *whole(parts[0]), b = *whole(parts[1]), c = *whole(parts[2]);
  if (parts[0].size() == 4) {
    const std::string day = written(a, b, c);
    return day.empty() ? day : "write " + day;
  }
  if (parts[2].size() != 4) return {};
  const std::string day_first = written(c, b, a), month_first = written(c, a, b);
  if (day_first.empty() && month_first.empty()) return {};
  if (day_first.empty() || month_first.empty() || day_first == month_first)
    return "write " + (day_first.empty() ? month_first : day_first);
  return fmt::format("write {} or {}, whichever is meant", day_first, month_first);
}

/// Spreadsheets count days from the end of 1899, and these numbers are the years 1954 to 2064.
std::string with_serial(std::string_view text) {
  constexpr std::int32_t of_1970 = 25569;
  const std::optional<std::uint32_t> number = whole(text.substr(0, text.find('.')));
  if (!number || *number < 20000 || *number > 60000) return {};
  return fmt::format("as a spreadsheet counts days it is {}: write that",
                     to_text(Day{static_cast<std::int32_t>(*number) - of_1970}));
}

}  // namespace

std::string date_hint(std::string_view text) {
  if (const auto day = compact_day(text)) return "write " + to_text(*day);
  if (const auto parts = parts_of(text)) return with_parts(*parts);
  return with_serial(text);
}

}  // namespace detente::detail
