#pragma once
/// \file
/// The audit: what a coder should check before believing an index. It lists unknown terms with the nearest known ones,
/// terms that were taken in another spelling than the codebook's, measures still open with their age, closings without
/// an opening, scheduled events past their day, likely duplicates, and third parties. The reader counts damaged rows;
/// the audit checks whether the intact rows make sense together.
///
/// Machine-coded events (a log filled in batches) come by the million and nobody fixes them one by one: for these the
/// audit counts repeats, mirrors and lags, and names unknown codes. It lists single events only for chronologies.
///
/// Complexity: O(events log events). Memory: a copy of the log's rows and sixteen bytes per event, the events of one
/// pair, and at most ten thousand findings of each kind; the rest are counted.

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "detente/contracts/actor_roll_ups.hpp"
#include "detente/contracts/actor_table.hpp"
#include "detente/contracts/codebook.hpp"
#include "detente/contracts/event_log.hpp"
#include "detente/contracts/term_suggestions.hpp"
#include "detente/questions/coding/findings.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Where an event stands: its id in the log, its line in the file (0 if none), and its own words.
struct EventRef {
  EventId event = {};
  /// In its file, from 1; 0 if there is none.
  std::uint64_t line = 0;
  /// As the source gave it; empty if there is none.
  std::string id;
  Day day;
  Dyad dyad;               ///< as rolled up, source → target
  std::string code;        ///< as the codebook spells it; as written if unknown
  std::string words = {};  ///< what stands for the code of an event without one (act_label.hpp); else empty
};

/// A term that the codebook does not know.
struct UnknownTerm {
  std::string code;
  std::size_t events = 0;
  EventRef first;
  /// What it may mean, likeliest first.
  std::vector<Suggestion> suggestions;
};

/// A term as it is written that the codebook spells otherwise.
struct TakenTerm {
  /// As the file has it.
  std::string written;
  std::string code;
  std::size_t events = 0;
};

/// A measure that nothing closes.
struct OpenMeasure {
  /// The act that opened it.
  EventRef opening;
  std::string measure;
  std::string object;
  double points = 0;     ///< tension points in force
  std::int64_t age = 0;  ///< days from opening to the audit's day
};

/// What is worth a second look in a log.
struct Audit {
  /// The day to which ages are counted: the as-of day, else the last day reported in the log.
  Day day;
  std::size_t events = 0;
  std::string codebook;  ///< the name of the codebook that the codes were checked against
  std::string codebook_hash;
  /// How many rows a later version of the same event replaces.
  std::size_t older_versions = 0;
  std::vector<UnknownTerm> unknown;     ///< most events first
  std::vector<TakenTerm> taken;         ///< most events first
  Findings<OpenMeasure> open_measures;  ///< oldest first
  /// Closings for which nothing was in force.
  Findings<EventRef> closings_without_opening;
  Findings<EventRef> outcome_not_coded;  ///< scheduled events past their day
  /// Events with the same day, actors, code and object, as pairs of the first one with each of the others.
  Findings<std::pair<EventRef, EventRef>> likely_duplicates;
  Findings<EventRef> third_parties;    ///< rows with `affects`
  Findings<EventRef> idle_until;       ///< an `until` on an act that opens and closes nothing
  Findings<EventRef> reported_before;  ///< reported before the first day it can have happened, not scheduled
  std::size_t mirrored_pairs = 0;      ///< what `--mirrors once` would pair
  std::size_t repeats = 0;             ///< what `--one-a-day` would drop
  /// Events that do not say when they were reported.
  std::size_t assumed_reported = 0;
  /// How many events have two actors that count as the same one, so that they belong to no pair.
  std::size_t within_one_actor = 0;
  /// How many events were reported how many days after their day, for events dated to a day whose source says when they
  /// were reported.
  std::map<std::int64_t, std::size_t> lags;
  std::vector<std::pair<std::string, std::size_t>> actors;  ///< rolled up, most events first
  std::vector<std::pair<std::string, std::size_t>> dyads;   ///< canonical pairs, most events first
  std::vector<std::pair<std::string, std::size_t>> codes;   ///< as the codebook spells them, most events first
  /// Of chronologies: what the events are about, most events first.
  std::vector<std::pair<std::string, std::size_t>> objects;
  std::vector<ActorRollUp> rolled_up;  ///< by the rule for their format
};

/// Audits the events known by the end of `as_of` (all of them without it). It counts a measure if an index of the pair
/// that weighs acts by `status` does: if it is more likely than not.
Audit audit(const EventLog& log, const Codebook& codebook, const ActorTable& actors = {}, std::optional<Day> as_of = {},
            const StatusWeights& status = {});

}  // namespace detente
#pragma GCC visibility pop
