#pragma once
/// \file
/// From the events of a pair to what they do there, a day at a time: the coding rules, the scores, and the short way
/// for plain events. It knows how the codes of the log are to be taken, and learns of new ones.

#include <optional>
#include <span>
#include <vector>

#include "contracts/code_rules.hpp"
#include "contracts/endings.hpp"
#include "contracts/plain_pulses.hpp"
#include "detente/live/live_pairs.hpp"

namespace detente::detail {

/// An event of a pair. Ordered by (middle day, row number).
struct PairEvent {
  EventRow row;
  Day day;
  Direction direction = Direction::forward;
};

/// An event of others that counts on a pair.
struct OthersEvent : PairEvent {
  double weight = 0;
  std::uint64_t others = 0;  ///< who acts on whom (`others_number`)
};

class LiveCoder {
 public:
  LiveCoder(const EventLog& log, const LiveScoring& scoring);
  LiveCoder(const LiveCoder&) = delete;  // its tables refer to it
  LiveCoder& operator=(const LiveCoder&) = delete;
  ~LiveCoder() = default;

  /// Learns the codes that are new in the log. O(new codes · log codebook).
  void look_up_codes();

  /// The events as `select` gives them: equal ones without ids told apart, ordered by (day, key).
  std::vector<CodedEvent> coded(std::span<const PairEvent> own, std::span<const OthersEvent> others,
                                Touch touch = Touch::counts) const;
  /// The rules over all events of one day; `totals` where the volume rule divides by the pair's own.
  std::vector<CodedEvent> by_rules(std::vector<CodedEvent> day, const Exposure* totals) const;
  /// How many events of the day the volume rule counts.
  std::size_t counted(std::vector<CodedEvent> day) const {
    return thin_out(std::move(day), scoring_->rules, tables_).size();
  }

  /// Whether its code ends a measure.
  bool closes(const EventRow& row) const;

  bool are_plain() const { return scores_.are_plain(); }
  /// Whether no rule asks what else happened on the day of an event, so that it can be coded alone.
  bool is_alone(const PairEvent& event) const;
  /// What it adds then.
  std::optional<Impulse> pulse_alone(const PairEvent& event) const;
  std::vector<Impulse> pulses(std::span<const CodedEvent> events) const { return pulses_of(events, scores_); }
  std::vector<Act> acts(std::span<const CodedEvent> events) const;
  Coding coding(std::vector<CodedEvent> events) const;
  OpenedByOthers opened_by(std::span<const CodedEvent> events) const;
  std::vector<CodedEvent> weighed_by_status(std::vector<CodedEvent> events) const;

 private:
  CodedEvent coded(const PairEvent& event, double weight, std::uint64_t others, Touch touch) const;

  const EventLog* log_;
  const LiveScoring* scoring_;
  std::size_t codes_ = 0;
  FirstSpellings spellings_;
  MirrorSides mirrors_;
  CodeTables tables_;
  CodeScores scores_;
};

}  // namespace detente::detail
