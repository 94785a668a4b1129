#pragma once
/// \file
/// The relation in a few sentences, for a terminal, a title or a ticker:
///
///     USA–COL on 28 February 2026: 72 of 100, strained (69–75). Tenser than on 6 days of 10 since January 2025. Down
///     4.8 this month: silence −2.9, host visit −0.7. Nine measures stand (46 points). Heat 48, cooling since 5 January
///     2026, mostly by silence. Peak 84 on 24 October 2025.
///
/// Where a calibration was asked for, its answer stands at the end: "A severe act within the next month: 34 %
/// (calibrated on KEDS Levant 1979–2011)." Whole numbers, but for changes, and for an index that would be rounded into
/// the next word: "49.9, cooperative". What is missing is left out, but a missing index is said ("no index"): silence
/// is not calm. The share of days is of the pair's own days, so it says nothing about other pairs.

#include <string>

#include "detente/questions/index/index_report.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// How names and numbers are joined: with typographic characters or in plain ASCII.
enum class Script : std::uint8_t { unicode, ascii };

/// "USA–COL" for a pair in the order given, "USA→COL" for one direction of it.
std::string dyad_name(const Dyad& pair, DirectionChoice direction = DirectionChoice::both,
                      Script script = Script::unicode);
/// "USA→COL"
std::string arrow_name(const Dyad& dyad, Script script = Script::unicode);

/// "72 of 100, strained (69–75)"
std::string reading_text(const Headline& headline, Script script = Script::unicode);
/// The sentences behind it, each with a full stop, without the calibration's answer; may be empty.
std::string context_text(const Headline& headline, Script script = Script::unicode);

/// "Until 1980-03-25 the sums are still filling: the index reads low."
std::string warming_up_text(Day warm_from);
/// The same where a period of the series is warming up; else empty. O(rows).
std::string warming_up_text(const IndexSeries& series);

/// All of it, without a line end.
std::string to_text(const Headline& headline, DirectionChoice direction = DirectionChoice::both,
                    Script script = Script::unicode);

}  // namespace detente
#pragma GCC visibility pop
