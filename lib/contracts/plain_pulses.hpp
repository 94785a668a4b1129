#pragma once
/// \file
/// The short way from events to impulses. Machine-coded events are certain, happen on one day, stand for one act and
/// touch no measure, so the rules for vague dates and measures add nothing. For such events
///
///     pulses_of(log, events, scores) == impulses_of(score_events(log, events, codebook).acts)
///
/// (a law, tested), and each event costs one table lookup.

#include <optional>
#include <span>
#include <vector>

#include "detente/contracts/codebook.hpp"
#include "detente/contracts/event_log.hpp"
#include "detente/contracts/selection.hpp"
#include "detente/values/impulse.hpp"

namespace detente::detail {

/// The scores of a log's codes, by number.
class CodeScores {
 public:
  /// For the codes that the log has by now.
  CodeScores(const EventLog& log, const Codebook& codebook, bool own_scores);
  /// Looks up those that are new in the log. O(new codes · log codebook).
  void add_codes();

  /// Whether the short way applies: nothing in the log is vague, doubtful or rare, and none of its codes touches a
  /// measure.
  bool are_plain() const noexcept;
  /// Tension points and quad class of the event; nothing if neither the codebook nor the row has a score.
  struct Score {
    double points = 0;
    QuadClass quad = QuadClass::verbal_conflict;
    bool known = false;
  };
  Score of(const CodedEvent& event) const;

 private:
  const EventLog* log_;
  const Codebook* codebook_;
  bool own_scores_;
  bool plain_ = true;  ///< no code touches a measure
  std::vector<Score> by_code_;
};

/// The pulse of an event; nothing if it has no score, or counts for nothing.
std::optional<Impulse> pulse_of(const CodedEvent& event, const CodeScores& scores);
/// A pulse for each event with a score, in the order of `comes_before`. The events must be ordered by (day, key) and
/// the scores must be plain. O(events).
std::vector<Impulse> pulses_of(std::span<const CodedEvent> events, const CodeScores& scores);

}  // namespace detente::detail
