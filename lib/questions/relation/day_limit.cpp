#include "questions/relation/day_limit.hpp"

#include <fmt/format.h>

#include "detente/ground/error.hpp"

namespace detente::detail {

void require_days(const Dyad& dyad, std::uint64_t days, std::optional<std::uint64_t> most, std::string_view field) {
  if (!most || days <= *most) return;
  throw InputError(ErrorCode::too_many_days,
                   fmt::format("{} has {} days to show, and {} are allowed", to_text(dyad), days, *most), field);
}

}  // namespace detente::detail
