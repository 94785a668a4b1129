#pragma once
/// \file
/// The outcomes to forecast, for every pair at the end of every period, in plain columns that know no events. There is
/// a number for each origin, period by period and within a period pair by pair, so what is complete by an origin is the
/// front of a column.
///
///     origin (t, p) is at t × pairs + p
///
/// An outcome that is NaN is missing: the row is neither fitted to nor judged. A feature that is NaN is a missing
/// level, and enters as 0.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "detente/ground/period.hpp"
#include "detente/values/dyad.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// What an outcome is.
enum class OutcomeKind : std::uint8_t {
  count,  ///< how many: 0, 1, 2 …
  event   ///< whether: 0 or 1
};

/// Outcomes by pair and period.
struct ForecastTable {
  std::vector<Dyad> pairs;
  std::vector<Period> periods;
  OutcomeKind kind = OutcomeKind::count;
  /// How many periods after an origin its outcome is complete and reported, at least 1: what happened in the three
  /// months after March is known in June, so 3.
  std::size_t complete_after = 1;
  /// By origin; NaN where it is not known.
  std::vector<float> outcomes;
  /// The outcome's past as known at the origin, from which own history, last value and the resampling of twelve periods
  /// are made: for severe acts of the next month, those of this month.
  std::vector<float> history;

  /// Pairs × periods.
  std::size_t origins() const noexcept { return pairs.size() * periods.size(); }
};

/// What a forecast uses: one or more columns, as long as those of the table.
struct InputColumns {
  std::string name;
  /// By column, then by origin.
  std::vector<std::vector<float>> features;
  /// A baseline is judged like any other input, and models are compared with the best one.
  bool baseline = false;
};

/// Throws `std::invalid_argument` naming the column if one has another length than the table, if a count is below 0 or
/// not a whole number, if an event is neither 0 nor 1, or if `complete_after` is 0.
void require_sound(const ForecastTable& table);
/// Likewise for the columns of an input.
void require_sound(const ForecastTable& table, const InputColumns& input);

}  // namespace detente
#pragma GCC visibility pop
