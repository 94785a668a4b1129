#pragma once
/// \file
/// Escalations and thaws: directional change of the heat, or of the level behind the index. A rise is confirmed when
/// the path has risen by δ from its running trough, and is dated from the trough to the peak; a fall likewise.
///
/// **Dated on heat, judged by the index.** Heat says when something happened, because it forgets; what happened is said
/// by the index over the same days, split as `explain` splits it (attribution.hpp):
///
/// | heat | index | deeds supply at least half of the index's change | less than half |
/// |---|---|---|---|
/// | rises | rises | escalation | warmth fading |
/// | falls | falls | thaw | cooling by silence |
/// | rises | does not | easing: releases, or what faded, outweigh the heat | |
/// | falls | does not | hardening: measures in force, or slow strain, outweigh it | |
///
/// Deeds are acts, measures and releases; the rest is silence. So a word never contradicts `explain`: over the days of
/// a thaw the index falls, and by deeds. Where nothing can be shared out (a model without exact contributions, a scale
/// that looks back, a day without a level), the sign is that of the level, and the share that of new acts in the heat.
///
/// δ is in points of both directions together. For a model that pools its sides (`two_speed`) heat and level are in
/// points of the index, for both sides: there δ = 5 means that acute strain is five times as large.
///
/// Complexity: O(days + phases × acts log acts).
/// Source: directional-change events, Guillaume et al. 1997; δ = 5 points, ours.

#include <optional>
#include <span>
#include <vector>

#include "detente/questions/change/movement.hpp"
#include "detente/questions/relation/history.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// What moved the index in a phase: deeds or silence, either way; easing and hardening where heat and index go apart.
enum class PhaseKind : std::uint8_t { escalation, thaw, cooling_by_silence, warmth_fading, easing, hardening };
/// Whether the path rises in it: the heat, unless phases of the level were asked for.
constexpr bool is_rise(PhaseKind kind) {
  return kind == PhaseKind::escalation || kind == PhaseKind::warmth_fading || kind == PhaseKind::easing;
}
/// "escalation", "thaw", "cooling by silence", …
std::string_view to_text(PhaseKind kind);

/// What the phases are dated on.
enum class PhasePath : std::uint8_t { heat, level };
/// "heat", "level"
std::string_view to_text(PhasePath path);
/// Reads the words of `to_text`; nothing for another.
std::optional<PhasePath> parse_phase_path(std::string_view text);

/// What makes a phase.
struct PhaseOptions {
  double delta = 5;  ///< points, > 0
  /// On what phases are dated.
  PhasePath path = PhasePath::heat;
  std::size_t movers = 5;  ///< at most so many acts are named of each phase
};

/// A rise or a fall between two turning points.
struct Phase {
  PhaseKind kind = PhaseKind::escalation;
  Day from, to;  ///< trough and peak, or peak and trough
  /// Of the path, in points of both directions together, or of the one that was chosen.
  double heat_from = 0, heat_to = 0;
  /// Share of the index's change that deeds supply, 0 … 1, and the rest is silence; where nothing can be shared out, of
  /// hostile acts in a rise of heat or of cooperative ones in a fall.
  double acts_share = 1;
  /// Whether it is the last phase, whose end is only its extreme so far.
  bool ongoing = false;
  /// What moved the index from the end of `from` to that of `to`; nothing where nothing can be shared out.
  std::optional<Movement> movement = {};
};

/// Phases in chronological order. The heat is that of the scoring's model, or of `decayed_sum` if the model has none.
/// Throws `std::invalid_argument` unless δ > 0.
std::vector<Phase> phases(const History& history, const Scoring& scoring, const PhaseOptions& options = {});

/// The turning points of a path: indices of alternating troughs and peaks, beginning with the trough before the first
/// confirmed rise or the peak before the first confirmed fall; the last one is the running extreme. Of equal extremes
/// it is the first, but before the first phase the last, so that a flat beginning is none of it. Missing values (NaN)
/// are passed over. Throws `std::invalid_argument` unless δ is above 0 and finite. O(values).
struct TurningPoint {
  std::size_t at = 0;
  /// Else a trough.
  bool is_peak = false;
};
/// By place in the path, ascending.
std::vector<TurningPoint> turning_points(std::span<const double> path, double delta);

}  // namespace detente
#pragma GCC visibility pop
