#pragma once
/// \file
/// One dated act of a source toward a target, as a coder wrote it. An event knows nothing of codebooks, models or the
/// dyad under study; it is only what was reported.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "detente/values/date_span.hpp"
#include "detente/values/dyad.hpp"
#include "detente/values/event_key.hpp"
#include "detente/values/quad_class.hpp"
#include "detente/values/status.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Every field but the date, the actors and the code has a default that means "not said".
struct Event {
  /// The coder's id; empty if there is none. Rows of one source with the same id are versions of one event.
  std::string id = {};
  /// The source that the id belongs to; if empty, the log's own source.
  std::string source_name = {};
  DateSpan date = {};
  /// The day on which it became known. If not said, the last day of `date`; results name this as an assumption.
  std::optional<Day> reported = {};
  /// Among versions reported on one day, the one with the greatest revision counts. If not said, 0.
  std::optional<std::uint32_t> revision = {};
  std::string source = {};
  std::string target = {};
  /// A code of some codebook: "112", "SANCTION:Expel", "visa_revoked".
  std::string code = {};
  std::string issue = {};
  Status status = Status::confirmed;
  /// Whether an accusation's content is denied.
  Claim claim = Claim::uncontested;
  /// How many reports mention it; at least 1.
  std::uint32_t mentions = 1;

  /// For an opening: the last day of the measure. For a closing: the last day on which the measure is lifted.
  std::optional<Day> until = {};
  /// What a measure is about ("ambassador"): pairs openings with closings.
  std::string object = {};
  /// How many acts an event throughout an interval stands for; at least 1.
  std::uint32_t count = 1;
  /// The coder's own score (positive for cooperation) and its standard deviation; they override the codebook's.
  std::optional<double> score = {};
  /// Of the score, at least 0.
  std::optional<double> sd = {};
  std::optional<QuadClass> quad = {};
  /// A dyad that this event of third parties affects, and with what weight, −1 to 1 (0: shown, not counted). A negative
  /// weight turns the sign: an agreement with others that strains the dyad. A closing ends what an earlier `affects`
  /// put in force without one of its own.
  std::optional<Dyad> affects = {};
  /// −1 to 1; 0 counts nothing.
  double spill = 0;
  /// What people read about it.
  std::string note = {};
  /// Where it was read.
  std::string url = {};
  /// Columns of the file that détente does not know, by name.
  std::vector<std::pair<std::string, std::string>> extra = {};
  /// Its line in the file, from 1; 0 for an event made in memory.
  std::uint64_t line = 0;
};

/// Throws `std::invalid_argument` if a field breaks its rule (equal actors, empty code, mentions 0, …).
void require_sound(const Event& event);

/// Key of an event without an id: a hash of all its content that is scored, the day it was reported, its note and link,
/// and how many equal events came before it (0 for the first). If events differ in any of these, their keys depend
/// neither on the order of arrival nor on events reported later.
EventKey key_of_content(const Event& event, std::uint64_t occurrence);

/// The day it became known: `reported`, or the last day of the date; for an interval that is not over, its first.
Day reported_day(const Event& event);

}  // namespace detente
#pragma GCC visibility pop
