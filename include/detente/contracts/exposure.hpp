#pragma once
/// \file
/// How much was reported in total, day by day. News volume grows, and an index that ignores it measures newsrooms. The
/// volume rule divides a day's weights by that day's total relative to the mean of up to 365 earlier days that have a
/// total; it never uses the future. A day without earlier totals keeps factor 1.

#include <string_view>
#include <utility>
#include <vector>

#include "detente/ground/byte_source.hpp"
#include "detente/ground/day.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// How much was reported on each day. Threads: any number may use an object at once.
class Exposure {
 public:
  Exposure() = default;
  /// Totals by day, in any order. Throws `std::invalid_argument` for a negative total or a day given twice.
  explicit Exposure(std::vector<std::pair<Day, double>> totals);
  /// Reads a CSV `date,total`; throws `InputError` naming path, line, text and rule.
  static Exposure parse(ByteSource& source, std::string_view path);

  /// Whether no day has a total.
  bool empty() const noexcept { return days_.empty(); }
  /// Total of the day ÷ mean of the totals of the 365 days before it; 1 without earlier totals, or without a total
  /// above zero for the day. O(log n).
  double relative_volume(Day day) const;
  /// Sum of the totals of the days [first, end). O(log n).
  double total(Day first, Day end) const;

 private:
  std::size_t number_of(Day day) const;

  std::vector<Day> days_;
  std::vector<double> totals_;
  std::vector<double> running_ = {0};  // running_[i] = sum of totals before i
};

}  // namespace detente
#pragma GCC visibility pop
