#pragma once
/// \file
/// What the series that shifts are sought in is called, and its periods.

#include <fmt/format.h>

#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "detente/questions/change/level_shifts.hpp"
#include "output/wording/figures.hpp"

namespace detente::detail {

constexpr std::string_view series_name(ChangeIn change) {
  switch (change) {
    case ChangeIn::mean: return "mean score of acts";
    case ChangeIn::variance: return "spread of mean scores";
    case ChangeIn::mean_and_variance: return "mean and spread of scores";
    case ChangeIn::rate: return "number of acts";
  }
  return "";
}

/// "month"; "period" if there is none.
inline std::string period_name(const LevelShifts& shifts) {
  return shifts.periods.empty() ? "period" : std::string(to_text(shifts.periods.front().kind));
}

/// "import ban +0.90, visit −0.40, others +0.10": the causes that do not round to nothing.
inline std::string causes_text(const LevelShift& shift, bool ascii, std::string_view between = ", ") {
  std::string out;
  const auto add = [&](const std::string& name, double size) {
    if (std::abs(size) >= 0.005)
      out += fmt::format("{}{} {}", out.empty() ? "" : between, name, signed_figure(size, 2, ascii));
  };
  for (const ShiftCause& cause : shift.causes) add(cause.label, cause.size());
  add("others", shift.others);
  return out;
}

/// "October 2025", "24 October 2025", "2025-W43".
inline std::string period_in_words(const Period& period) {
  switch (period.kind) {
    case PeriodKind::day: return day_in_words(period.first);
    case PeriodKind::month: return month_in_words(period.first);
    default: return period.label();
  }
}

}  // namespace detente::detail
