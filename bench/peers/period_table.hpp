#pragma once
/// \file
/// The periods between two days, numbered, with a table of each day's period: a lookup in place of `period_of`'s
/// calendar arithmetic, once per event. 4 bytes per day.

#include <cstdint>
#include <vector>

#include "detente/ground/period.hpp"

namespace bench {

using detente::Day, detente::Period, detente::PeriodKind;

class PeriodTable {
 public:
  /// Every period that shares a day with [from, to).
  PeriodTable(PeriodKind kind, Day from, Day to) : periods_(detente::periods_between(kind, from, to)) {
    if (!periods_.empty()) first_ = periods_.front().first;
    for (std::uint32_t number = 0; number < periods_.size(); ++number)
      numbers_.resize(static_cast<std::size_t>(periods_[number].end - first_), number);
  }

  std::size_t size() const noexcept { return periods_.size(); }
  /// The number of the period that holds the day; throws `std::out_of_range` for a day outside all of them.
  std::size_t number(Day day) const { return numbers_.at(static_cast<std::size_t>(day - first_)); }

 private:
  std::vector<Period> periods_;
  Day first_;
  std::vector<std::uint32_t> numbers_;
};

}  // namespace bench
