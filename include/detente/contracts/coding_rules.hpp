#pragma once
/// \file
/// The judgements that every event study makes, written out as small pure functions in a fixed order, each of which can
/// be switched.
///
///     select → one_a_day → mirrors → mentions → volume → status → scores (coding.hpp)
///
/// A chronology is taken as its author wrote it. Machine-coded events get one-a-day (a wire story repeated forty times
/// is one act) and mirrors-once (a meeting coded from both sides is one meeting).
///
/// Source: one-a-day filtering, Schrodt & Gerner 1994 and KEDS practice.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "detente/contracts/codebook.hpp"
#include "detente/contracts/event_log.hpp"
#include "detente/contracts/exposure.hpp"
#include "detente/contracts/rule_choices.hpp"
#include "detente/contracts/selection.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// How events become acts; each rule can be switched. As made by default, a chronology is taken as its author wrote it.
struct CodingRules {
  /// Of events alike in day, actors and code, keep one.
  bool one_a_day = false;
  /// Whether a meeting coded from both sides counts once.
  Mirrors mirrors = Mirrors::twice;
  Mentions mentions = Mentions::one;
  /// By whose news volume of the day an act is divided.
  Volume volume = Volume::none;
  /// Totals for `Volume::file`.
  Exposure exposure = {};
  StatusWeights status = {};

  /// The rules by default for what people wrote: nothing is dropped, nothing is divided.
  static CodingRules chronology() { return {}; }
  /// The rules by default for machine-coded events: one a day, mirrors once.
  static CodingRules machine_coded() { return {.one_a_day = true, .mirrors = Mirrors::once}; }
};

/// "one-a-day off, mirrors twice, mentions one, volume none"
std::string to_text(const CodingRules& rules);

/// These rules, overridden by those that a model requires.
CodingRules with_required(CodingRules rules, const RequiredRules& required);
/// Throws `std::invalid_argument` if the rules say otherwise than the model requires, naming both.
void check_required(std::string_view model, const CodingRules& rules, const RequiredRules& required);

/// For each number of a code in a log, the least number of those that are spellings of the same code.
using SharedNumbers = std::vector<std::uint16_t>;
/// Empty if the codebook takes no spellings: then each code stands for itself. O(distinct codes).
SharedNumbers shared_numbers(const EventLog& log, const Codebook& codebook);
/// Keeps one of the events with the same day, source, target and code: the one with most mentions, then the firmest
/// status, then the smallest key.
std::vector<CodedEvent> one_a_day(std::vector<CodedEvent> events, const SharedNumbers& shared = {});

/// Whether two codes describe the same occurrence from its two sides.
using MirrorTest = std::function<bool(std::uint16_t code, std::uint16_t other)>;
/// Pairs each event with the first one of the other direction on the same day that mirrors it and has no partner yet;
/// each of the two counts half. O(n log n + the squares of the numbers of distinct codes of each day): a machine may
/// code hundreds of events of a pair in one day, but not by as many codes.
std::vector<CodedEvent> mirrors_once(std::vector<CodedEvent> events, const MirrorTest& mirrors);
/// The usual test: the same cooperative code, or paying a visit against receiving one (CAMEO 042, 043).
MirrorTest mirror_test(const EventLog& log, const Codebook& codebook);

/// What the rules ask about codes, for all codes that a log has by now; what a rule that is off would ask is left
/// empty.
struct CodeTables {
  /// Which numbers of the log's words mean the same code.
  SharedNumbers shared;
  /// Which codes can be mirrors of one another.
  MirrorTest mirrors;
};
/// The tables that the rules look up, made once for a log. O(codes of the log).
CodeTables code_tables(const EventLog& log, const Codebook& codebook, const CodingRules& rules);
/// The rules that look at one day alone, before volume: one_a_day, mirrors, mentions.
std::vector<CodedEvent> thin_out(std::vector<CodedEvent> events, const CodingRules& rules, const CodeTables& tables);

/// Multiplies each weight as `mentions` says: by 1, ln(1 + n) or n.
std::vector<CodedEvent> weigh_mentions(std::vector<CodedEvent> events, Mentions mentions);
/// Divides each weight by the volume of its day, as `exposure` has it.
std::vector<CodedEvent> weigh_volume(std::vector<CodedEvent> events, const Exposure& exposure);
/// Sets the probability that each act occurred, 0 to 1, by its status.
std::vector<CodedEvent> weigh_status(std::vector<CodedEvent> events, const StatusWeights& status);

/// The rules with known totals: volume by the log becomes volume by these totals.
CodingRules with_totals(CodingRules rules, Exposure totals);

/// Runs the rules that come after `select` on the selected events. If the volume rule uses the log's totals, call
/// `with_totals` first. Of events that may only end a measure (`Touch::may_end`) those that do become `Touch::ends`,
/// and go by no rule but status; the others are dropped.
std::vector<CodedEvent> apply_rules(const EventLog& log, std::vector<CodedEvent> selected, const Codebook& codebook,
                                    const CodingRules& rules);

}  // namespace detente
#pragma GCC visibility pop
