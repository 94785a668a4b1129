#pragma once
/// \file
/// The relation in one sentence (here over two lines), for a terminal, a title or a ticker:
///
///     USA–COL on 2026-02-28: 72 (strained), heat 48, measures in force 46 points (9 open); cooling since 2026-01-05:
///     mostly silence; largest: sanction on head of state, 2025-10-24
///
/// Where a calibration was asked for, its answer stands at the end: "; a severe act within the next month: 34 %
/// (calibrated on KEDS Levant 1979–2011)". Whole numbers, but for an index that would be rounded into the next word:
/// "49.9 (cooperative)". What is missing is left out, but a missing index is said ("no index"): silence is not calm.

#include <string>

#include "detente/questions/index/index_report.hpp"

namespace detente {

/// How names and numbers are joined: with typographic characters or in plain ASCII.
enum class Script : std::uint8_t { unicode, ascii };

/// "USA–COL" for a pair in the order given, "USA→COL" for one direction of it.
std::string dyad_name(const Dyad& pair, DirectionChoice direction = DirectionChoice::both,
                      Script script = Script::unicode);
/// "USA→COL"
std::string arrow_name(const Dyad& dyad, Script script = Script::unicode);

/// "72 (strained), heat 48, measures in force 46 points (9 open)"
std::string reading_text(const Headline& headline);
/// "cooling since 2026-01-05: mostly acts; largest: sanction on head of state, 2025-10-24", or empty.
std::string movement_text(const Headline& headline);

/// "Until 1980-03-25 the sums are still filling: the index reads low."
std::string warming_up_text(Day warm_from);
/// The same where a period of the series is warming up; else empty. O(rows).
std::string warming_up_text(const IndexSeries& series);

/// The whole sentence, without a full stop or a line end.
std::string to_text(const Headline& headline, DirectionChoice direction = DirectionChoice::both,
                    Script script = Script::unicode);

}  // namespace detente
