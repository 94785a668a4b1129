#pragma once
/// \file
/// What a past stretch of days brought, laid over the coming ones act by act.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "detente/contracts/act.hpp"
#include "detente/scales/scale.hpp"

namespace detente::detail {

/// The part of an act that falls into the stretch, so many days later: an act of unknown day with the chance that it
/// fell there, one throughout an interval with the share of its weight. `today` ends intervals that are not over.
/// Nothing if no day of the act is in the stretch.
std::optional<Act> laid_over(const Act& act, Window stretch, std::int32_t later, Day today);

/// All acts of the stretch, so many days later.
std::vector<Act> laid_over(std::span<const Act> acts, Window stretch, std::int32_t later, Day today);

}  // namespace detente::detail
