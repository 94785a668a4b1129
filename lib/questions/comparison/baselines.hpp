#pragma once
/// \file
/// The inputs that every comparison has, made from what is known of the outcome's past.

#include "detente/questions/comparison/forecast_table.hpp"

namespace detente::detail {

/// ln(1 + x) of what was last known.
InputColumns last_value(const ForecastTable& table);
/// ln(1 + x) of what was last known, of the mean of the last twelve periods, and of all so far.
InputColumns own_history(const ForecastTable& table);

/// "last value", "the mean of twelve", "the mean of all": the columns of own history.
std::string_view own_history_column(std::size_t feature);

}  // namespace detente::detail
