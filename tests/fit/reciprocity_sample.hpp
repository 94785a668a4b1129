#pragma once
/// \file
/// A finding made by hand: COL answers the USA, who neither answer nor repeat themselves.

#include "detente/fit/tables/reciprocity_table.hpp"

namespace detente::test {

inline Reciprocity sample_finding() {
  Reciprocity r;
  r.sides = {"COL", "USA"};
  r.events = {120, 240};
  r.days = 1000;
  r.same_day = 0.25;
  r.fit.parameters = {{0.05, 0.15}, {0.2, 0.5, 0, 0}, {0.15}};
  r.fit.status = FitStatus::boundary;
  r.fit.why = "USA has no answers";
  r.fit.draws = 20;
  r.fit.share_from_dates = {{}, {}, 0.125, 0.25, {}, {}, {}};
  r.ratio = {{{{{0.2, 0.05, 0.1}, {0.5, 0.0625, 0.4375}}}, {{{0, {}, 0}, {0, {}, 0}}}}};
  r.half_life = {4.62, 4.62};
  r.half_life_error = {0.5, 0.5};
  r.drift_pieces = 3;
  r.answers = ExcitationTest{20.5, 6.25, 0.005, 199};
  r.residuals[0] = {119, 1.01, 0.98, 0.04, 0.875};
  r.residuals[1] = {239, 0.99, 1.1, 0.03, 0.5};
  r.caveats = {"Days are days.", "Drift is drift."};
  return r;
}

}  // namespace detente::test
