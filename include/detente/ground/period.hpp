#pragma once
/// \file
/// Calendar periods: days, ISO weeks (Monday to Sunday), months, quarters, years. A period is half-open: it holds the
/// days first <= d < end. `last_day()` is the inclusive end that tables print.
///
/// ```cpp
/// period_of(PeriodKind::week, Day::from_civil(2025, 9, 5)).label();      // → "2025-W36"
/// period_of(PeriodKind::quarter, Day::from_civil(2025, 9, 5)).label();   // → "2025-Q3"
/// ```

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "detente/ground/day.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Calendar periods: days, ISO weeks from Monday, months, quarters, years.
enum class PeriodKind : std::uint8_t { day, week, month, quarter, year };

/// "day", "week", "month", "quarter", "year".
std::string_view to_text(PeriodKind kind);
/// "day", "week", "month", "quarter" or "year"; nothing for another word.
std::optional<PeriodKind> parse_period_kind(std::string_view text);

/// A calendar period, [first, end).
struct Period {
  PeriodKind kind = PeriodKind::day;
  Day first;
  Day end;

  /// The last day that belongs to it.
  Day last_day() const { return end - 1; }
  /// Whether the day belongs to it.
  bool contains(Day d) const { return first <= d && d < end; }
  /// The one after it.
  Period next() const;
  /// "2025-09-26", "2025-W36", "2025-09", "2025-Q3" or "2025".
  std::string label() const;
  friend bool operator==(const Period&, const Period&) = default;
};

/// The period of this kind that holds the day.
Period period_of(PeriodKind kind, Day day);
/// Every period that shares a day with [from, to), in order; empty if from >= to.
std::vector<Period> periods_between(PeriodKind kind, Day from, Day to);

/// Reads any label that `Period::label` writes.
Parsed<Period> parse_period(std::string_view text);

}  // namespace detente
#pragma GCC visibility pop
