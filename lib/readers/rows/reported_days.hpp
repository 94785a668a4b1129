#pragma once
/// \file
/// The first day on which rows of a file were reported. Events of a live source come as they happen, except for a few
/// that are dated back by a year or ten, so its coverage begins with its first report. A file that was entered long
/// afterwards (the years of GDELT 1 before 2013 were all added in 2013) covers the days of its events, and its reported
/// days say nothing.

#include <algorithm>
#include <cstddef>
#include <optional>

#include "detente/values/event.hpp"

namespace detente::detail {

class ReportedDays {
 public:
  /// A row that does not say when it was reported counts with the day of its event.
  void add(Day event, std::optional<Day> reported) {
    const Day day = reported.value_or(event);
    first_ = std::min(first_.value_or(day), day);
    if (!reported) return;
    ++said_;
    if (day - event > prompt_days) ++late_;
  }
  /// Adds those of other rows of the file; the order makes no difference.
  void add(const ReportedDays& other) {
    if (!other.first_) return;
    first_ = std::min(first_.value_or(*other.first_), *other.first_);
    said_ += other.said_;
    late_ += other.late_;
  }
  /// Nothing if no row says when it was reported, or most of those that do were reported late.
  std::optional<Day> first() const { return said_ > 0 && late_ <= said_ / 2 ? first_ : std::nullopt; }

 private:
  static constexpr int prompt_days = 31;

  std::optional<Day> first_;
  std::size_t said_ = 0;
  std::size_t late_ = 0;
};

}  // namespace detente::detail
