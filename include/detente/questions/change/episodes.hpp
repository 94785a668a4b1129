#pragma once
/// \file
/// Escalations and thaws: directional change of the heat (points of both directions together). An escalation is
/// confirmed when heat has risen by δ from its running trough, and is dated from the trough to the peak. A fall by δ
/// from the peak is a thaw if cooperative acts account for at least half of it, else "cooling by silence". Both shares
/// are given. For a model that pools its sides (`two_speed`), heat is in points of the index, for both sides: there δ =
/// 5 means that acute strain is five times as large.
///
/// Source: directional-change events, Guillaume et al. 1997; δ = 5 points, ours.

#include <optional>
#include <span>
#include <vector>

#include "detente/questions/relation/history.hpp"

namespace detente {

enum class PhaseKind : std::uint8_t { escalation, thaw, cooling_by_silence, warmth_fading };
constexpr bool is_rise(PhaseKind kind) { return kind == PhaseKind::escalation || kind == PhaseKind::warmth_fading; }
std::string_view to_text(PhaseKind kind);

struct Phase {
  PhaseKind kind = PhaseKind::escalation;
  Day from, to;                       ///< trough and peak, or peak and trough
  double heat_from = 0, heat_to = 0;  ///< points of both directions together
  /// Share of a rise that is due to hostile acts, or of a fall that is due to cooperative ones, 0 … 1; the rest is
  /// fading.
  double acts_share = 1;
  /// Whether it is the last phase, whose end is only its extreme so far.
  bool ongoing = false;
};

/// Phases in chronological order. The heat is that of the scoring's model, or of `decayed_sum` if the model has none.
/// Throws `std::invalid_argument` unless δ > 0.
std::vector<Phase> phases(const History& history, const Scoring& scoring, double delta = 5);

/// The turning points of a path: indices of alternating troughs and peaks, beginning with the trough before the first
/// confirmed rise or the peak before the first confirmed fall. The last one is the running extreme.
struct TurningPoint {
  std::size_t at = 0;
  bool is_peak = false;
};
std::vector<TurningPoint> turning_points(std::span<const double> path, double delta);

}  // namespace detente
