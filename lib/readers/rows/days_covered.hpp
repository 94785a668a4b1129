#pragma once
/// \file
/// Which days the events of a file cover. Nearly all events have one day, and there are few days, so those are bits in
/// a calendar; the others are a list.

#include <cstdint>
#include <string>
#include <vector>

#include "detente/contracts/event_log.hpp"
#include "detente/readers/damage.hpp"
#include "ground/bytes.hpp"

namespace detente::detail {

class DaysCovered {
 public:
  /// O(1) for one day, with a bit of memory for each day between the first and the last.
  void add(const DateSpan& span);
  /// Those of other events of the file.
  void add(const DaysCovered& other);
  /// Sets first day, last day and days without reports; nothing if no event was added.
  void report(FileReport& report) const;

  /// As bytes, and what such bytes add to what is there.
  void put(std::string& to) const;
  void take(ByteReader& from);

 private:
  void add_day(Day day);
  std::vector<DateSpan> spans() const;

  std::vector<DateSpan> others_;
  std::vector<std::uint64_t> days_;  // 64 days a word
  std::int32_t first_word_ = 0;
};

}  // namespace detente::detail
