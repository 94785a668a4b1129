#pragma once
/// \file
/// What a model sees of an event: a day, points of tension, a weight. Points are positive for hostility (the codebook
/// has already flipped the published sign). A model never sees files, codes or actors.
///
/// An ordinary act is one *pulse*. A measure lasts: the act that opens it is a *hold*, which stays in force until a
/// *release*; a temporary lifting is a release followed by a *resume*. Release and resume carry the points and the
/// weight of the opening they act on, and the key of the closing event, to which their effect is credited. Models that
/// do not know measures take a hold as a pulse and ignore the other two (`as_pulses`).

#include <cstdint>

#include "detente/ground/day.hpp"
#include "detente/values/dyad.hpp"
#include "detente/values/event_key.hpp"
#include "detente/values/quad_class.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// What an impulse does (see above).
enum class ImpulseKind : std::uint8_t { pulse, hold, release, resume };

/// One impulse: an act, the opening of a measure, its release or its resumption.
struct Impulse {
  /// Tension points, hostile positive; for a release or resume, those of the opening.
  double points = 0;
  /// At least 0: share of the act on this day × volume, mentions and status weights.
  double weight = 1;
  /// The event that gets the credit.
  EventKey key = {};
  /// The opening that a release or resume acts on; for others, the event itself.
  EventKey opening = {};
  Day day;
  /// For a resume: the day of the release that it ends.
  Day since = {};
  QuadClass quad = QuadClass::verbal_conflict;
  Direction direction = Direction::forward;
  ImpulseKind kind = ImpulseKind::pulse;

  friend bool operator==(const Impulse&, const Impulse&) = default;
};

/// The order in which impulses reach a model: day, then key, then kind, then the opening, then `since`.
bool comes_before(const Impulse& a, const Impulse& b) noexcept;

}  // namespace detente
#pragma GCC visibility pop
