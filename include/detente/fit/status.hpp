#pragma once
/// \file
/// How a fit ended. It is part of every fitted result: do not use an estimate without it.

#include <cstdint>
#include <string_view>

#include "detente/detail/enum_names.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// `converged`: a maximum inside the allowed range. `boundary`: a maximum with parameters at the end of their range,
/// which is normal (a response that does not exist has a branching ratio of 0); those have no standard error. `failed`:
/// do not use the result; the text beside it says why.
enum class FitStatus : std::uint8_t { converged, boundary, failed };
namespace detail {
inline constexpr EnumNames<FitStatus, 3> fit_status_names{{
    {FitStatus::converged, "converged"},
    {FitStatus::boundary, "boundary"},
    {FitStatus::failed, "failed"},
}};
}  // namespace detail
/// "converged", "boundary", "failed"
constexpr std::string_view to_text(FitStatus status) { return detail::name_of(detail::fit_status_names, status); }

}  // namespace detente
#pragma GCC visibility pop
