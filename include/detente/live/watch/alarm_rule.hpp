#pragma once
/// \file
/// What to be told of while events arrive: that the index of a pair is past a mark, or that it has moved.
///
/// ```cpp
/// parse_alarm("index>75");          // the index at the end of the day is above 75; over once it is below 70
/// parse_alarm("rise>5 in 7d");      // it rose by more than 5 in 7 days; over once it rose by less than 2.5
/// parse_alarm("thaw");              // it fell by more than 5 in 30 days, and deeds supply at least half of that
/// ```
///
/// | written | value | over, unless `until` says otherwise |
/// |---|---|---|
/// | `index>X` | the index | below X − 5 |
/// | `index<X` | the index | above X + 5 |
/// | `rise>X in Nd` | index − index N days before | below X ÷ 2 |
/// | `fall>X in Nd` | index N days before − index | below X ÷ 2 |
/// | `thaw`, `thaw>X in Nd` | as `fall`; X is 5 and N is 30 if not written | below X ÷ 2 |
///
/// `until Y` at the end says when the condition is over: `index>75 until 60`. An alarm is raised once, and again only
/// after a day at whose end its condition was over (hysteresis): an index that wavers about 75 raises one alarm, not
/// ten. Deeds are acts, measures and releases, as in episodes.hpp, so that a thaw is never mere silence.

#include <cstdint>
#include <string>
#include <string_view>

#include "detente/ground/parsed.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// What a rule looks at: a mark that is passed, a movement, or a thaw.
enum class AlarmKind : std::uint8_t { above, below, rise, fall, thaw };

/// A condition to be told of.
struct AlarmRule {
  AlarmKind kind = AlarmKind::above;
  /// In index points. The condition holds past it, and not at it.
  double threshold = 0;
  /// For a movement, over how many days; at least 1.
  std::int32_t days = 0;
  /// Where the condition is over, in index points.
  double until = 0;

  /// Whether it is about a change of the index and not about the index.
  bool is_movement() const noexcept { return kind >= AlarmKind::rise; }
  /// The condition at a value (of a thaw, without what deeds supply).
  bool holds_at(double value) const noexcept;
  /// Whether a value, in index points, ends what raised the alarm.
  bool is_over_at(double value) const noexcept;
  friend bool operator==(const AlarmRule&, const AlarmRule&) = default;
};

/// Blanks and capitals do not matter.
Parsed<AlarmRule> parse_alarm(std::string_view text);
/// The shortest text that `parse_alarm` reads back to the same rule: "rise>5 in 7d".
std::string to_text(const AlarmRule& rule);

}  // namespace detente
#pragma GCC visibility pop
