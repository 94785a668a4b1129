#pragma once
/// \file
/// Calendar periods: days, ISO weeks (Monday to Sunday), months, quarters, years. A period is half-open: it holds the
/// days first <= d < end. `last_day()` is the inclusive end that tables print.
///
///     period_of(PeriodKind::week, Day::from_civil(2025, 9, 5)).label();      // "2025-W36"
///     period_of(PeriodKind::quarter, Day::from_civil(2025, 9, 5)).label();   // "2025-Q3"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detente/ground/day.hpp"

namespace detente {

enum class PeriodKind : std::uint8_t { day, week, month, quarter, year };

/// "day", "week", "month", "quarter", "year".
std::string_view to_text(PeriodKind kind);
std::optional<PeriodKind> parse_period_kind(std::string_view text);

/// A calendar period, [first, end).
struct Period {
  PeriodKind kind = PeriodKind::day;
  Day first;
  Day end;

  Day last_day() const { return end - 1; }
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

/// The periods between two days, numbered, with a table of each day's period: faster than `period_of`, since a table
/// lookup replaces the calendar arithmetic. Takes 4 bytes per day.
///
///     PeriodTable months(PeriodKind::month, from, to);
///     months.number(from);                                       // 0
///     months[months.number(day)].label();                        // "2025-09"
class PeriodTable {
 public:
  /// Every period that shares a day with [from, to).
  PeriodTable(PeriodKind kind, Day from, Day to);

  std::size_t size() const noexcept { return periods_.size(); }
  const Period& operator[](std::size_t number) const noexcept { return periods_[number]; }
  std::span<const Period> periods() const noexcept { return periods_; }
  /// The number of the period that holds the day; throws `std::invalid_argument` for a day outside all of them.
  std::size_t number(Day day) const {
    const auto at = static_cast<std::uint64_t>(day - first_);  // a day before the first wraps to a number past the last
    if (at >= numbers_.size()) [[unlikely]]
      throw_outside(day);
    return numbers_[at];
  }

 private:
  [[noreturn]] static void throw_outside(Day day);

  std::vector<Period> periods_;
  Day first_;
  std::vector<std::uint32_t> numbers_;
};

/// Reads any label that `Period::label` writes.
Parsed<Period> parse_period(std::string_view text);

}  // namespace detente
