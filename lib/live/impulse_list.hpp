#pragma once
/// \file
/// The impulses of a pair in the order of `comes_before`, while parts of it are made anew. A *part* is what one day of
/// events, or one measure, adds. Impulses that the order does not tell apart stay as their part gives them.

#include <cstdint>
#include <memory_resource>
#include <optional>
#include <span>
#include <vector>

#include "detente/values/impulse.hpp"
#include "live/look_ahead.hpp"

namespace detente::detail {

/// Which day (its number) or which measure (numbers that no day has) an impulse comes from.
using Part = std::int64_t;

class ImpulseList {
 public:
  explicit ImpulseList(std::pmr::memory_resource* memory = std::pmr::get_default_resource()) : all_(memory) {}

  std::size_t size() const noexcept { return all_.size(); }
  const Impulse& operator[](std::size_t place) const { return all_[place].impulse; }

  /// The place after all impulses of that day and before.
  std::size_t end_of(Day day) const;
  /// The place of the first impulse of another day than the one at `place`.
  std::size_t next_day(std::size_t place) const;
  /// The place of the first impulse of the day of the one in front of `place`; 0 at the beginning.
  std::size_t begin_of_day(std::size_t place) const;

  /// It will be asked soon what stands at its end, or more put there.
  void look_ahead() const noexcept { look_ahead_to_end(all_, 3); }

  /// Adds an impulse to a part; gives its place. O(log n + impulses after it).
  std::size_t insert(Part part, const Impulse& impulse);
  /// Puts `now`, in order, in place of the part's impulses of the days [first, last], in which all of both lie. Gives
  /// the first place where the list is another, or nothing if it is the same. O(log n + impulses of those days), and
  /// O(impulses after them) if there are more or fewer of them.
  std::optional<std::size_t> replace(Part part, Day first, Day last, std::span<const Impulse> now);

 private:
  struct OfPart {
    Impulse impulse;
    Part part = 0;
  };

  std::size_t place_before(Day day) const;
  std::size_t place_of(const Impulse& impulse) const;
  std::vector<OfPart> merged(std::size_t from, std::size_t end, Part part, std::span<const Impulse> now) const;
  std::size_t in_common(std::size_t from, std::size_t end, const std::vector<OfPart>& other) const;
  void splice(std::size_t from, std::size_t end, const std::vector<OfPart>& now);

  std::pmr::vector<OfPart> all_;
};

}  // namespace detente::detail
