#pragma once
/// \file
/// Searches the most likely parameters of a hidden level: climbs from half-lives of several decades, sets parameters
/// that nothing speaks for to their limit (0, or an infinite half-life), one at a time, and searches again without
/// them.

#include "detente/fit/maximise.hpp"
#include "fit/latent_problem.hpp"

namespace detente::detail {

/// The maximum by the logarithms of what is still sought. `problem` is left with the values there, without the
/// parameters that were set to a limit, and with a note on each of these.
Maximum search_latent(LatentProblem& problem, const HistorySummary& histories);

}  // namespace detente::detail
