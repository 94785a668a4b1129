#pragma once
/// \file
/// From events to acts: the judgements that every event study makes, written out as small pure functions in a fixed
/// order, each of which can be switched.
///
///     select → one_a_day → mirrors → mentions → volume → status → (dates → measures: measures.hpp)
///
/// A chronology is taken as its author wrote it. Machine-coded events get one-a-day (a wire story repeated forty times
/// is one act) and mirrors once (a meeting coded from both sides is one meeting).
///
/// Source: one-a-day filtering, Schrodt & Gerner 1994 and KEDS practice.

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detente/contracts/act.hpp"
#include "detente/contracts/actor_table.hpp"
#include "detente/contracts/codebook.hpp"
#include "detente/contracts/event_log.hpp"
#include "detente/contracts/exposure.hpp"
#include "detente/contracts/rule_choices.hpp"

namespace detente {

struct CodingRules {
  bool one_a_day = false;
  Mirrors mirrors = Mirrors::twice;
  Mentions mentions = Mentions::one;
  Volume volume = Volume::none;
  /// Totals for `Volume::file`.
  Exposure exposure = {};
  StatusWeights status = {};

  static CodingRules chronology() { return {}; }
  static CodingRules machine_coded() { return {.one_a_day = true, .mirrors = Mirrors::once}; }
};

/// "one-a-day off, mirrors twice, mentions one, volume none"
std::string to_text(const CodingRules& rules);

/// The rules with what a model requires in the place of what they said.
CodingRules with_required(CodingRules rules, const RequiredRules& required);
/// Throws `std::invalid_argument` if the rules say otherwise than the model requires, naming both.
void check_required(std::string_view model, const CodingRules& rules, const RequiredRules& required);

std::optional<Mirrors> parse_mirrors(std::string_view text);
std::optional<Mentions> parse_mentions(std::string_view text);

/// Whose events, about what, and as known when.
struct Selection {
  /// The canonical pair is studied in both directions.
  Dyad dyad;
  /// Only this issue; empty for all.
  std::string issue = {};
  /// Only what was reported by the end of this day.
  std::optional<Day> as_of = {};
  ActorTable actors = {};
  /// Other dyads whose events count here too, each with a weight in [0, 1].
  std::vector<std::pair<Dyad, double>> also = {};
};

/// Whether events between these actors, as written, can belong to the selection on some day.
bool may_concern(const Selection& selection, std::string_view source, std::string_view target);

/// An event on its way through the rules.
struct CodedEvent {
  /// Its place in the log's rows, if it was selected from them.
  std::uint32_t event = 0;
  EventKey key;
  DateSpan date;
  Direction direction = Direction::forward;
  std::uint16_t code = 0;
  Status status = Status::confirmed;
  std::uint32_t mentions = 1;
  double weight = 1;
  double probability = 1;
  /// An event of others that touches the dyad, and which others: 0 for the dyad itself.
  bool third_party = false;
  std::uint32_t others = 0;
  /// Its row in the log.
  EventRow row = {};
};

/// The events of the dyad, the latest version of each reported by the as-of day, ordered by (day, key). An event of
/// third parties that `affects` the dyad comes with its spill as weight (so usually 0). O(n log n) in those. Throws
/// `std::invalid_argument` for a weight in `also` outside 0 to 1.
std::vector<CodedEvent> select(const EventLog& log, const Selection& selection);
/// The same of these rows, which belong to the log and may lie elsewhere.
std::vector<CodedEvent> select(const EventLog& log, std::span<const EventRow> rows, const Selection& selection);

/// Of events with the same day, source, target and code, one: most mentions, then firmest status, then smallest key.
std::vector<CodedEvent> one_a_day(std::vector<CodedEvent> events);

/// Whether two codes describe one occurrence from its two sides.
using MirrorTest = std::function<bool(std::uint16_t code, std::uint16_t other)>;
/// Pairs an event with one of the other direction on the same day that mirrors it; each of the two counts half.
std::vector<CodedEvent> mirrors_once(std::vector<CodedEvent> events, const MirrorTest& mirrors);
/// The usual test: the same cooperative code, or paying a visit against receiving one (CAMEO 042, 043).
MirrorTest mirror_test(const EventLog& log, const Codebook& codebook);

std::vector<CodedEvent> weigh_mentions(std::vector<CodedEvent> events, Mentions mentions);
std::vector<CodedEvent> weigh_volume(std::vector<CodedEvent> events, const Exposure& exposure);
std::vector<CodedEvent> weigh_status(std::vector<CodedEvent> events, const StatusWeights& status);

/// A code of the log that the codebook does not know and no row's own score replaces.
struct UnknownCode {
  std::string code;
  std::size_t events = 0;
};

/// What the rules made of a log.
struct Coding {
  /// Ordered by (day, key).
  std::vector<Act> acts;
  std::vector<UnknownCode> unknown;
  /// Events of third parties that affect the dyad, counted or not, by number in the log.
  std::vector<std::uint32_t> third_parties;
  /// Events of the dyad after one-a-day, before unknown codes are left out.
  std::size_t events = 0;
};

/// How many events of the whole log, as known by the as-of day, fall on each day: each counts on its middle day.
Exposure totals_of(const EventLog& log, std::optional<Day> as_of = {});

/// The rules with totals at hand: volume by the log becomes volume by these totals.
CodingRules with_totals(CodingRules rules, Exposure totals);

/// Runs the rules after `select` on what it has selected. Rules whose volume is the log's need `with_totals` first.
std::vector<CodedEvent> apply_rules(const EventLog& log, std::vector<CodedEvent> selected, const Codebook& codebook,
                                    const CodingRules& rules);
/// Looks up the scores of events that have gone through the rules.
Coding score_events(const EventLog& log, std::span<const CodedEvent> events, const Codebook& codebook,
                    bool own_scores = true);

/// Adds the events of these rows, each on its middle day, to the counts.
void count_days(const EventLog& log, std::span<const EventRow> rows, std::optional<Day> as_of,
                std::map<Day, double>& counts);

/// Runs the rules in their order and looks the scores up. A code offset of a draw is shared by all acts of a code; a
/// row with its own score keeps its own. `own_scores` false ignores scores on the rows.
Coding code_events(const EventLog& log, const Selection& selection, const Codebook& codebook, const CodingRules& rules,
                   bool own_scores = true);

}  // namespace detente
