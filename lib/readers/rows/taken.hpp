#pragma once
/// \file
/// What the rows of one block came to, on its way from the thread that read them to the one that puts the file
/// together. Views of raw rows point into the block's bytes, which come along.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "detente/contracts/event_batch.hpp"
#include "detente/readers/damage.hpp"
#include "detente/values/event.hpp"
#include "readers/rows/blocks.hpp"
#include "readers/rows/reported_days.hpp"

namespace detente::detail {

/// Rows by reason. Reasons are literals, so nearly all are found by their address, without a look at their letters.
class ReasonCounts {
 public:
  struct Count {
    std::string_view reason;
    std::size_t rows = 0;
  };

  std::size_t& operator[](std::string_view reason) {
    for (Count& count : counts_)
      if (count.reason.data() == reason.data() && count.reason.size() == reason.size()) return count.rows;
    for (Count& count : counts_)
      if (count.reason == reason) return count.rows;
    return counts_.emplace_back(Count{reason}).rows;
  }
  auto begin() const { return counts_.begin(); }
  auto end() const { return counts_.end(); }

 private:
  std::vector<Count> counts_;
};

/// A rejected row: its bytes, and what is shown of it if it is among the first of its reason.
struct RejectedRow {
  std::string_view raw;
  std::optional<DamageExample> example = {};
};

/// Events in brief and then events in full, as their rows follow each other.
struct Stretch {
  EventBatch batch;
  std::vector<Event> events = {};
};

struct Taken {
  Block block;
  /// Lines of the block. All numbers of lines here count from its first one.
  std::uint64_t lines = 0;
  std::size_t rows = 0;
  std::size_t kept = 0;
  /// Of the kept rows.
  ReportedDays reported = {};
  ReasonCounts set_aside, rejected;
  /// Rows by the unknown name for which they are set aside.
  std::map<std::string, std::size_t> unknown_names;
  std::vector<Stretch> stretches;
  /// In order; without the raw rows that nobody wants only those with examples.
  std::vector<RejectedRow> rejects;
};

}  // namespace detente::detail
