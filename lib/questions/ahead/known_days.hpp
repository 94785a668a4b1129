#pragma once
/// \file
/// Which day a look ahead begins after, and when it may not begin there.

#include <optional>

#include "detente/questions/relation/history.hpp"

namespace detente::detail {

/// The day after the last known one: `to`, or the end of reports if no as-of day was asked for; nothing if the as-of
/// day or the pair's events decide.
std::optional<Day> end_known(std::optional<Day> to, const Selection& selection, const Scoring& scoring);

/// Throws `InputError` for days after the end of reports: they have not been reported yet, so silence there is not
/// calm.
void refuse_beyond_reports(std::optional<Day> to, const Selection& selection, const Scoring& scoring);

/// Throws `InputError`: on the last known day the model still warms up.
[[noreturn]] void throw_warming_up(const Scoring& scoring, Day today);

}  // namespace detente::detail
