#pragma once
/// \file
/// The parameters of each model, beside its constructor in its source.

#include "detente/models/conflict_share.hpp"
#include "detente/models/decayed_mean.hpp"
#include "detente/models/decayed_sum.hpp"
#include "detente/models/latent_level.hpp"
#include "detente/models/saturating.hpp"
#include "detente/models/two_speed.hpp"
#include "detente/models/window_mean.hpp"
#include "models/parameters.hpp"

namespace detente::detail {

const Parameters<ConflictShareOptions>& conflict_share_parameters();
const Parameters<DecayedMeanOptions>& decayed_mean_parameters();
const Parameters<DecayedSumOptions>& decayed_sum_parameters();
const Parameters<LatentLevelOptions>& latent_level_parameters();
const Parameters<SaturatingOptions>& saturating_parameters();
const Parameters<TwoSpeedOptions>& two_speed_parameters();
const Parameters<WindowMeanOptions>& window_mean_parameters();

}  // namespace detente::detail
