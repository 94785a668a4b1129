#pragma once
/// \file
/// What the library asks of a log and no user needs: to settle it in parts, because some of its rows are on disk; which
/// version of an event counts; and what the log as a whole never contains, so that work for it can be left out.

#include <compare>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "detente/contracts/event_log.hpp"

#pragma GCC visibility push(default)  // for other libraries of detente
namespace detente::detail {

class ByteReader;

/// All that a log keeps of an event, in three hashes: what every log keeps, the event's own score, and what only people
/// read (note, link, unknown columns), which a log of brief events may leave out.
struct EventContent {
  std::uint64_t kept = 0, own_score = 0, told = 0;
  friend constexpr auto operator<=>(const EventContent&, const EventContent&) = default;
};

/// Whether its versions may have other days and other actors.
inline bool can_move(const EventRow& row) noexcept { return row.identity >= Identity::event; }

struct LogInternals {
  /// The number that the next event will get: how many have ever been added.
  static std::uint32_t next_number(const EventLog& log) noexcept { return log.next_number_; }
  /// The id of the event with this number, and its line in the file; "" and 0 where they are not kept.
  static std::string_view id(const EventLog& log, std::uint32_t number);
  /// The source that the event itself names for its id.
  static std::string source_name(const EventLog& log, std::uint32_t number);
  static std::uint64_t line(const EventLog& log, std::uint32_t number) { return log.lines_.find(number); }
  static EventContent content(const EventLog& log, const EventRow& row);
  /// The pairs that events of third parties affect, each with the dyad of such an event; may hold duplicates.
  static std::span<const std::pair<Dyad, std::uint32_t>> affected(const EventLog& log) noexcept {
    return log.affected_;
  }

  // ---- changes (changed_log.hpp) ----

  /// Takes the rows with these numbers, ascending, out.
  static void drop(EventLog& log, const std::vector<std::uint32_t>& numbers);
  /// Adds the event under another's identity.
  static void add_as(EventLog& log, const Event& event, EventKey key, Identity identity);

  // ---- rows of another log (packed_rows.hpp) ----

  /// Days of report that are not those of the events, by number.
  static const SideColumn<Day>& reported_days(const EventLog& log) noexcept { return log.reported_; }

  static SymbolId actor(EventLog& log, std::string_view name) { return log.actors_.intern(name); }
  static std::uint16_t code(EventLog& log, std::string_view code) { return log.code_number(code); }
  static std::uint32_t dyad(EventLog& log, SymbolId source, SymbolId target) { return log.dyad_number(source, target); }
  /// Adds the row under the next number. Its side columns come by `take_sides`, and `added_rows` ends the work.
  static void add_row(EventLog& log, EventRow row);
  static void take_sides(EventLog& log, ByteReader& from, std::uint32_t base, std::size_t taken);
  static void added_rows(EventLog& log) { log.forget_order(); }

  // ---- what no event of the log has ----

  /// Whether every event is dated to one day.
  static bool has_exact_dates(const EventLog& log) noexcept { return log.spans_.size() == 0; }
  /// Whether any event has its own score.
  static bool has_scores(const EventLog& log) noexcept { return log.scores_.size() > 0; }
  /// Whether any event has an issue, or anything else that is rare.
  static bool has_issues(const EventLog& log) noexcept { return log.rare_.size() > 0; }
  /// Whether any event has columns that détente does not know.
  static bool has_extra(const EventLog& log) noexcept { return log.has_extra_; }
  /// Whether no event has what a batch cannot bring: an object, an `until`, a count, its own sd or quad class, other
  /// dyads that it affects, a date that is not one day, or a status other than confirmed.
  static bool is_plain(const EventLog& log) noexcept {
    return log.rare_.size() == log.issues_alone_ && has_exact_dates(log) && !log.has_doubt_;
  }

  // ---- settling in parts ----

  /// Whether the log has ever been arranged, so that equal events may have keys with occurrence numbers.
  static bool was_arranged(const EventLog& log) noexcept { return log.was_arranged_; }
  /// Which versions count of the events that may move from pair to pair; known once the log is arranged.
  static const VersionIndex& versions(const EventLog& log) noexcept { return log.versions_; }
  /// The part of `EventLog::arrange` that settles events that may move from pair to pair: for a log that is grouped and
  /// whose other rows are kept elsewhere. Throws `RepeatedIds`.
  static Settlement settle_versions(EventLog& log);
  /// Does to `rows`, those of one dyad that are kept elsewhere, what `EventLog::arrange` does: sorts them and drops
  /// those that do not stay.
  static Settlement settle(const EventLog& log, std::vector<EventRow>& rows);
  /// Forgets the rows, which the caller has kept elsewhere, and nothing else: their numbers stay taken. Events that may
  /// move from pair to pair stay.
  static void forget_rows(EventLog& log);
  /// How many rows `forget_rows` would forget.
  static std::size_t forgettable(const EventLog& log) noexcept { return log.rows_.size() - log.moving_; }
};

}  // namespace detente::detail
#pragma GCC visibility pop
