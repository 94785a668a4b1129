#pragma once
/// \file
/// Plain acts stored by column, as a range of impulses: a model runs over them in place (run.hpp), and an act takes 12
/// bytes instead of the 48 of an `Impulse`. It is for programs that have scored their events themselves.
///
///     const PulseColumns pulses{.days = days, .points = points};  // ordered by day
///     const DecayedSum model;
///     run(model, pulses, month_ends);
///
/// Every act is a pulse of one direction with weight 1 and key 0, so that it is credited to no event. Without `quads`
/// every act is verbal: conflict, or cooperation below 0 points.

#include <cstddef>
#include <iterator>
#include <span>

#include "detente/values/impulse.hpp"

namespace detente::detail {

struct PulseColumns {
  std::span<const Day> days;
  /// Tension points, hostile positive; as many as days.
  std::span<const double> points;
  /// As many as days, or none.
  std::span<const QuadClass> quads = {};

  class Iterator;
  Iterator begin() const noexcept;
  Iterator end() const noexcept;
  std::size_t size() const noexcept { return days.size(); }

  Impulse operator[](std::size_t i) const noexcept {
    Impulse pulse;
    pulse.points = points[i];
    pulse.day = pulse.since = days[i];
    const QuadClass words = points[i] < 0 ? QuadClass::verbal_cooperation : QuadClass::verbal_conflict;
    pulse.quad = quads.empty() ? words : quads[i];
    return pulse;
  }
  /// The acts [first, first + count): those of one dyad.
  PulseColumns part(std::size_t first, std::size_t count) const noexcept {
    return {days.subspan(first, count), points.subspan(first, count),
            quads.empty() ? quads : quads.subspan(first, count)};
  }
};

class PulseColumns::Iterator {
 public:
  using iterator_concept = std::forward_iterator_tag;
  using value_type = Impulse;
  using difference_type = std::ptrdiff_t;

  Iterator() = default;
  Iterator(const PulseColumns& columns, std::size_t at) noexcept : columns_(columns), at_(at) {}

  Impulse operator*() const noexcept { return columns_[at_]; }
  Iterator& operator++() noexcept {
    ++at_;
    return *this;
  }
  Iterator operator++(int) noexcept {
    Iterator before = *this;
    ++at_;
    return before;
  }
  friend bool operator==(const Iterator& a, const Iterator& b) noexcept { return a.at_ == b.at_; }

 private:
  PulseColumns columns_;
  std::size_t at_ = 0;
};

/// Throws `std::invalid_argument` unless the columns have the same length and the days ascend. A run checks this once.
void check_order(const PulseColumns& pulses);

inline PulseColumns::Iterator PulseColumns::begin() const noexcept { return {*this, 0}; }
inline PulseColumns::Iterator PulseColumns::end() const noexcept { return {*this, size()}; }

}  // namespace detente::detail
