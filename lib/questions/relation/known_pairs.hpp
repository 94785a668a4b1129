#pragma once
/// \file
/// Codes one pair after the other for a comparison, as known at each origin.

#include "contracts/plain_pulses.hpp"
#include "detente/contracts/severe_counts.hpp"
#include "detente/questions/comparison/comparison_columns.hpp"

namespace detente::detail {

/// It is immutable, so one object serves all threads.
class KnownPairs {
 public:
  KnownPairs(const DyadRows& pairs, const ComparisonRequest& request);

  /// The pair's events after the rules, as known by the day; without one, as known now.
  std::vector<CodedEvent> coded(std::size_t pair, std::optional<Day> as_of) const;
  /// Whether all events were reported by the end of the period of their day, and none can move.
  bool are_in_time(std::span<const CodedEvent> events) const;
  /// Severe acts of the events by period.
  std::vector<double> severe(std::span<const CodedEvent> events, std::span<const Period> periods) const;
  /// Calls `use(KnownPair)` with the events.
  template <class Use>
  void with(const Dyad& dyad, std::span<const CodedEvent> events, std::span<const Period> periods,
            const Use& use) const {
    const std::vector<Act> acts = scores_.are_plain() ? std::vector<Act>{} : acts_of(events);
    const std::vector<Impulse> pulses =
        scores_.are_plain() ? pulses_of(events, scores_) : as_pulses(impulses_of(acts, DatePolicy::spread));
    use(KnownPair{dyad, periods, pulses, acts});
  }

 private:
  std::vector<Act> acts_of(std::span<const CodedEvent> events) const;
  bool in_time(const CodedEvent& event) const;

  const DyadRows* pairs_;
  const ComparisonRequest* request_;
  CodingRules rules_;
  CodeScores scores_;
  SevereCodes severe_;
};

}  // namespace detente::detail
