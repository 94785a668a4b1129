#pragma once
/// \file
/// From events to acts: select, run the rules, look up the scores.
///
///     select → one_a_day → mirrors → mentions → volume → status → scores → acts (→ dates → measures: measures.hpp)

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "detente/contracts/act.hpp"
#include "detente/contracts/codebook.hpp"
#include "detente/contracts/coding_rules.hpp"
#include "detente/contracts/event_log.hpp"
#include "detente/contracts/selection.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// A code in the log that the codebook does not know, on events without a score of their own.
struct UnknownCode {
  std::string code;
  std::size_t events = 0;
};

/// What the rules made of a log.
struct Coding {
  /// Ordered by (day, key).
  std::vector<Act> acts;
  std::vector<UnknownCode> unknown;
  /// Events of third parties that affect the dyad, counted or not.
  std::vector<EventId> third_parties;
  /// Events of the dyad after one-a-day, before unknown codes are left out.
  std::size_t events = 0;
  /// Acts that do not say when they were reported; the last day of their date is used instead.
  std::size_t assumed_reported = 0;
};

/// Looks up the scores of events that have gone through the rules. Third parties get the names that `actors` gives
/// them. An act whose weight is negative gets the absolute weight, with points, standard deviation and quad class
/// turned: cooperation there is a strain here.
Coding score_events(const EventLog& log, std::span<const CodedEvent> events, const Codebook& codebook,
                    bool own_scores = true, const ActorTable& actors = {});

/// Runs the rules in their order and looks up the scores. All acts of a code share a draw's code offset; a row with its
/// own score has an offset of its own. `own_scores` false ignores scores on the rows.
Coding code_events(const EventLog& log, const Selection& selection, const Codebook& codebook, const CodingRules& rules,
                   bool own_scores = true);

}  // namespace detente
#pragma GCC visibility pop
