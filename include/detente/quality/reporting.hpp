#pragma once
/// \file
/// How a truth becomes a log of events. On each day a Poisson number of acts is reported; the score of an act is the
/// day's level, plus an effect that all acts of the day share, plus noise of sd 5 (as Goldstein scores scatter within a
/// dyad and week of the KEDS Levant data). Five ways of reporting:
///
/// | reporting | acts a day | gaps | day effect |
/// |---|---|---|---|
/// | `constant` | 2 | none | none |
/// | `tenfold` | from 0.5 to 5 over the span | none | none |
/// | `gaps` | 2 | four silences of 40 days | none |
/// | `day_effects` | 2 | none | sd 1.2 |
/// | `everything` | from 0.5 to 5 | four silences | sd 1.2 |
///
/// Acts above 0 are conflict and others cooperation; a third are deeds, the rest words.

#include <array>
#include <string_view>
#include <vector>

#include "detente/quality/truth.hpp"
#include "detente/values/impulse.hpp"

#pragma GCC visibility push(default)
namespace detente::quality {

/// How a truth is reported, by the table above.
enum class Reporting : unsigned char { constant, tenfold, gaps, day_effects, everything };
/// All of them, in the order of the table.
inline constexpr std::array reportings{Reporting::constant, Reporting::tenfold, Reporting::gaps, Reporting::day_effects,
                                       Reporting::everything};
/// Its name in the table.
std::string_view to_text(Reporting reporting);

/// On which every history begins: 2020-01-01, a Wednesday.
inline constexpr Day first_day{18262};

/// The reported acts, in the order in which they reach a model.
std::vector<Impulse> report(const Truth& truth, Reporting reporting, const Chance& chance);

}  // namespace detente::quality
#pragma GCC visibility pop
