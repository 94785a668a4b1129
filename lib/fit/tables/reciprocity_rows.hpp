#pragma once
/// \file
/// The four ratios of a finding in the order in which people ask: does A answer B, does B answer A, does A repeat
/// itself, does B.

#include <array>
#include <cstddef>

#include "detente/fit/tables/reciprocity_table.hpp"

namespace detente::detail {

/// Which of the two sides responds, and to whose acts.
struct AnswerRow {
  std::size_t who, whom;

  bool is_answer() const { return who != whom; }
};

inline std::array<AnswerRow, 4> answer_rows(const ReciprocityView& view) {
  const std::size_t a = view.pair.source == view.found.sides[0] ? 0 : 1, b = 1 - a;
  return {{{a, b}, {b, a}, {a, a}, {b, b}}};
}

/// Share of a ratio's variance that comes from not knowing the times.
inline std::optional<double> share_from_dates(const Reciprocity& r, const AnswerRow& row) {
  const std::size_t at = r.fit.parameters.mu.size() + 2 * row.who + row.whom;
  return at < r.fit.share_from_dates.size() ? r.fit.share_from_dates[at] : std::nullopt;
}

}  // namespace detente::detail
