#pragma once
/// \file
/// The inputs that every comparison has, made from the known past of the outcome.

#include "detente/questions/comparison/forecast_table.hpp"

namespace detente::detail {

/// ln(1 + x) of the last known value.
InputColumns last_value(const ForecastTable& table);
/// ln(1 + x) of the last known value, of the mean of the last twelve periods, and of the mean of all so far.
InputColumns own_history(const ForecastTable& table);

/// "last value", "the mean of twelve", "the mean of all": the columns of own history.
std::string_view own_history_column(std::size_t feature);

}  // namespace detente::detail
