#pragma once
/// \file
/// Gives the acts that moved an index the names of their events: those without a code have the words of their notes.

#include "detente/contracts/act_label.hpp"
#include "detente/contracts/event_finder.hpp"
#include "detente/questions/change/episodes.hpp"

namespace detente::detail {

inline void name_movers(Movement& movement, const EventFinder& events, const Codebook& codebook) {
  for (Mover& mover : movement.movers) mover.label = act_label(events.event(mover.event), &codebook);
}

/// The same with what each act is about: "import ban (barley)".
inline void name_with_objects(Movement& movement, const EventFinder& events, const Codebook& codebook) {
  for (Mover& mover : movement.movers) {
    const Event event = events.event(mover.event);
    mover.label = act_label(event, &codebook) + (event.object.empty() ? "" : " (" + event.object + ")");
  }
}

}  // namespace detente::detail
