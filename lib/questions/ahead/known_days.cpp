#include "questions/ahead/known_days.hpp"

#include <fmt/format.h>

#include "detente/ground/error.hpp"

namespace detente::detail {

std::optional<Day> end_known(std::optional<Day> to, const Selection& selection, const Scoring& scoring) {
  if (to || selection.as_of) return to;
  return scoring.covered_to;
}

void refuse_beyond_reports(std::optional<Day> to, const Selection& selection, const Scoring& scoring) {
  const std::optional<Day> begin = to ? to : selection.as_of ? std::optional(*selection.as_of + 1) : std::nullopt;
  if (!begin || !scoring.covered_to || *begin <= *scoring.covered_to) return;
  const std::string last = to_text(*scoring.covered_to - 1);
  throw InputError(
      ErrorCode::too_few,
      fmt::format("no forecast from {}: the reports end on {}, and it begins on the day after at the latest; "
                  "forecast as of {} or an earlier day, or give later reports",
                  to_text(*begin), last, last),
      "Selection::as_of");
}

void throw_warming_up(const Scoring& scoring, Day today) {
  const std::string warm = to_text(*warm_from(scoring));
  throw InputError(
      ErrorCode::too_few,
      fmt::format("no forecast from {}: warming up (the reports begin on {}, and the chronic part reads low until {}); "
                  "forecast as of {} or a later day, or give earlier reports",
                  to_text(today + 1), to_text(*scoring.covered_from), warm, warm),
      "Selection::as_of");
}

}  // namespace detente::detail
