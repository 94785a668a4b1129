#pragma once
/// \file
/// Since when? The escalations and thaws of a relation, what moved the index in each and how firmly the coding holds
/// it, and where the relation became another one: `episodes.hpp`, `coding_agreement.hpp` and `level_shifts.hpp` in one
/// call.

#include <optional>
#include <vector>

#include "detente/questions/change/coding_agreement.hpp"
#include "detente/questions/change/episodes.hpp"
#include "detente/questions/change/level_shifts.hpp"
#include "detente/values/actor_names.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Whose rises, falls and shifts are sought.
struct EpisodeRequest {
  Selection selection;
  Scoring scoring;
  std::optional<Day> from = {};
  std::optional<Day> to = {};  ///< exclusive
  PhaseOptions phases = {};
  LevelShiftRequest shifts = {};
  /// Without it no agreement is computed.
  std::optional<AgreementOptions> agreement = AgreementOptions{};
};

/// Rises and falls, shifts for good, and how surely.
struct EpisodeReport {
  Dyad pair;  ///< canonical
  Dyad dyad;  ///< as requested: the pair in the order of the request, or the direction
  /// The canonical pair, or the direction that was asked for: whose rows these are.
  Dyad shown() const { return direction == DirectionChoice::both ? pair : dyad; }
  DirectionChoice direction = DirectionChoice::both;
  /// Of those actors that have one.
  ActorNames names = {};
  Day first, last;  ///< the days shown
  /// As asked.
  PhaseOptions phase_options = {};
  std::vector<Phase> phases;
  std::vector<double> agreement = {};  ///< of each phase, 0 to 1; empty if not asked for
  LevelShifts shifts;
  /// As asked.
  ChangePointOptions change_options = {};
  /// As asked.
  double least_residual = 3;
  std::vector<UnknownCode> unknown = {};
  Provenance provenance = {};
};

/// Phases that end before the days shown are left out. Throws as `prepare` does, and `std::invalid_argument` for
/// options out of range.
EpisodeReport episode_report(const EventLog& log, const EpisodeRequest& request);

}  // namespace detente
#pragma GCC visibility pop
