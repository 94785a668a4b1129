#pragma once
/// \file
/// The results of one block's rows, on the way from the thread that read them to the one that merges the file. Views of
/// raw rows point into the block's bytes, which come along.

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

/// Number of rows by reason. There are few reasons, so they are compared one by one.
class ReasonCounts {
 public:
  struct Count {
    std::string reason;
    std::size_t rows = 0;
  };

  std::size_t& operator[](std::string_view reason) {
    for (Count& count : counts_)
      if (count.reason == reason) return count.rows;
    return counts_.emplace_back(Count{std::string(reason)}).rows;
  }
  auto begin() const { return counts_.begin(); }
  auto end() const { return counts_.end(); }

 private:
  std::vector<Count> counts_;
};

/// A rejected row: its bytes, and its example if it is among the first for its reason.
struct RejectedRow {
  std::string_view raw;
  std::optional<DamageExample> example = {};
};

/// A run of brief events and then of full events, as their rows follow each other.
struct Stretch {
  EventBatch batch;
  std::vector<Event> events = {};
};

struct Taken {
  Block block;
  /// How many lines the block has. All line numbers here count from its first.
  std::uint64_t lines = 0;
  std::size_t rows = 0;
  std::size_t kept = 0;
  /// The reported days of the kept rows.
  ReportedDays reported = {};
  ReasonCounts set_aside, rejected;
  /// Number of rows by the unknown name for which they are set aside.
  std::map<std::string, std::size_t> unknown_names;
  std::vector<Stretch> stretches;
  /// The rejected rows in order; only those with examples if raw rows are not kept.
  std::vector<RejectedRow> rejects;
};

}  // namespace detente::detail
