#pragma once
/// \file
/// The sensitivity envelope: how far the index would move under other reasonable choices. Each choice is varied alone:
/// half-lives × ½ and × 2, the other parameters of the model to the alternatives that the catalogue names (for
/// `decayed_sum` the residue 0.1 and 0.5, ω 0.25 and 1), the κ of a softsign scale 5 and 20, every codebook that the
/// terms point into, and two monotone re-weightings of the scores (which are ordinal judgements). It is not a
/// probability, is shown beside the coding band, and is usually wider.

#include <string>
#include <vector>

#include "detente/models/catalogue.hpp"
#include "detente/questions/doubt/bands.hpp"
#include "detente/questions/relation/history.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// One other choice, and the path it gives.
struct Alternative {
  std::string choice;  ///< "half-lives x 2", "codebook gdelt", "residue=0.1"
  IndexPath path;      ///< by `history.days`
};

/// How other choices of ours would move the index.
struct Sensitivity {
  /// One choice changed in each.
  std::vector<Alternative> alternatives;
  Band daily;
  Band periods;
};

/// The catalogue entry names the alternatives of each parameter; a model that is not in the catalogue keeps its
/// parameters. The point path itself is inside the envelope.
Sensitivity sensitivity(const EventLog& log, const Selection& selection, const History& history, const Scoring& scoring,
                        std::span<const Period> periods, SampleAt at, const Catalogue& catalogue,
                        const WorkControl& control = {});

/// The scores turned by a monotone map that keeps 0 and ±10: sign(x)·10·(|x|/10)^power.
double reweighted(double points, double power);

}  // namespace detente
#pragma GCC visibility pop
