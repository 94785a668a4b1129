#pragma once
/// A history made of acts alone, without a log.

#include "detente/questions/relation/history.hpp"
#include "support/acts.hpp"

namespace detente::test {

inline History history_of_acts(std::vector<Act> acts, Day from, Day end) {
  History history;
  history.coding.events = acts.size();
  history.coding.acts = std::move(acts);
  history.days = every_day(from, end);
  history.shown = {from, end};
  return history;
}

inline Scoring scoring_of(AnyModel model, DirectionChoice direction = DirectionChoice::both, Scale scale = {}) {
  return {.codebook = Codebook("none", "", {}), .model = std::move(model), .scale = scale, .direction = direction};
}

}  // namespace detente::test
