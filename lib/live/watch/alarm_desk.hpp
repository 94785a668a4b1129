#pragma once
/// \file
/// Which conditions hold, which have been told of, and which events made them hold.

#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "detente/live/watch/watch.hpp"
#include "live/watch/watched_index.hpp"

namespace detente::detail {

/// Those of the events with these keys that the log has under them. O(log).
std::vector<AlarmCause> causes_by_key(std::span<const EventKey> keys, const EventLog& log, const Codebook& codebook);

class AlarmDesk {
 public:
  /// `earlier` are the alarms that were raised before.
  AlarmDesk(std::span<const AlarmRule> rules, std::span<const RaisedAlarm> earlier);

  /// The alarms of a pair at the end of the day. They count as raised from then on.
  std::vector<WatchAlarm> raise(const WatchedIndex& index, const LivePairs& live, const Scoring& scoring,
                                std::uint32_t pair, Day today);

 private:
  struct Rule {
    AlarmRule rule;
    std::string text;
  };
  bool may_raise(const WatchedIndex& index, const Rule& rule, std::uint32_t pair, const Dyad& name, Day today) const;

  std::vector<Rule> rules_;
  /// The day of the last alarm, by condition and pair.
  std::map<std::pair<std::string, Dyad>, Day> raised_ = {};
};

}  // namespace detente::detail
