#pragma once
/// \file
/// The events of one analysis, stored by column. What every event has is kept in a hot row of 24 bytes; what few events
/// have is kept in side columns that exist only when used; text is interned once. A log holds all versions of an event
/// and chooses among them only when queried (see selection.hpp, `select`).
///
/// ```cpp
/// EventLog log("my notes");
/// log.add({.id = "1", .date = DateSpan::on(day), .source = "USA", .target = "COL", .code = "threat_of_force"});
/// log.size();   // → 1
/// ```
///
/// Law: a log's answers depend on which events were added, and not on their order, on whether they came by `add` or in
/// batches, or on whether `arrange` has been called. A log that is not arranged is settled anew for every query, which
/// costs O(n log n).

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detente/contracts/event_batch.hpp"
#include "detente/contracts/settlement.hpp"
#include "detente/detail/contracts/version_index.hpp"
#include "detente/detail/growing_array.hpp"
#include "detente/detail/line_numbers.hpp"
#include "detente/detail/pair_numbers.hpp"
#include "detente/detail/side_column.hpp"
#include "detente/detail/symbols.hpp"
#include "detente/values/event.hpp"

#pragma GCC visibility push(default)
namespace detente {

namespace detail {
struct LogInternals;
}

/// The events of one analysis. Threads: any number may read an object at once, and one alone may change it.
class EventLog {
 public:
  /// What it keeps of every event.
  using Row = EventRow;

  /// Source and target as written, as numbers in `actors()`.
  struct DyadIds {
    detail::SymbolId source = 0;
    detail::SymbolId target = 0;
  };

  /// `ids` is the source of ids for events that do not name one themselves. If it has no name, the source is unknown:
  /// then a row that repeats an id has to say that it is a version (settlement.hpp).
  explicit EventLog(IdSource ids = {}) : ids_(std::move(ids)) {}

  /// Checks and appends. Throws `std::invalid_argument` if the event breaks a rule of `require_sound(event)`,
  /// `std::length_error` past 65,536 distinct codes or 2^32 events; nothing is added then. Amortised O(1).
  void add(const Event& event);
  /// Appends all events of the batch in their order. O(events + distinct actors, dyads and codes of the batch). Throws
  /// `std::length_error` as `add` does.
  void append(const EventBatch& batch);

  /// Settles events that occur more than once (settlement.hpp), drops the rows that do not stay, and sorts the others
  /// by (dyad, day, key). The rows are the same for any number of threads and any order of arrival. O(n log n) in the
  /// events of a dyad, in place. Throws `RepeatedIds`; nothing is dropped then.
  Settlement arrange(std::size_t threads = 1);
  /// Only brings the rows of each dyad together. O(n), in place. The rows are the same for any number of threads.
  void group(std::size_t threads = 1);
  /// Whether the rows are as `arrange` left them, with nothing added since.
  bool is_arranged() const noexcept { return arranged_; }
  /// The rows of a dyad (by its number in `dyads()`), if the rows are grouped; empty for a dyad that came later.
  std::span<const Row> rows_of(std::uint32_t dyad) const;
  /// Ids of events added from now on belong to this source.
  void from_source(IdSource ids) { ids_ = std::move(ids); }

  /// How many rows there are, versions of one event apart.
  std::size_t size() const noexcept { return rows_.size(); }
  /// Whether there are none.
  bool empty() const noexcept { return rows_.empty(); }
  /// The rows in order of arrival, or in the order of `arrange`.
  std::span<const Row> rows() const noexcept { return rows_; }
  /// The event that was added, with `date` as known on its reported day.
  Event event(const Row& row) const;
  /// The event with this id. O(1) while rows stand as they arrived, else O(rows): for many, use an `EventFinder`.
  /// Throws `std::invalid_argument` if the log does not have its row (any more).
  Event event(EventId id) const;

  /// As known on its reported day.
  DateSpan date(const Row& row) const;
  /// When it became known; if the event does not say, the last day of its date.
  Day reported(const Row& row) const;
  /// Nothing if the event did not say it.
  std::optional<std::uint32_t> revision(const Row& row) const;
  /// How many reports mention it, at least 1.
  std::uint32_t mentions(const Row& row) const;
  /// Empty if it has none.
  std::string_view issue(const Row& row) const;
  /// The dyad that an event of third parties affects, or nullptr, and the weight it has there.
  const Dyad* affects(const Row& row) const;
  /// The weight, −1 to 1, on the dyad that it affects; 0 where it affects none.
  double spill(const Row& row) const;
  /// The event's own score, if it has one.
  const double* score(const Row& row) const { return scores_.find(row.number); }

  /// All actors as written, by number.
  const detail::Symbols& actors() const noexcept { return actors_; }
  /// All codes as written, by number.
  const detail::Symbols& codes() const noexcept { return codes_; }
  /// All directed dyads as written, by number.
  std::span<const DyadIds> dyads() const noexcept { return dyads_; }

  /// How many events do not say when they were reported; the last day of their date is used, and results say so.
  std::size_t assumed_reported() const noexcept;
  /// Bytes of the hot rows, and of the side columns.
  std::size_t row_bytes() const noexcept { return rows_.capacity() * sizeof(Row); }
  /// Bytes of what only few events have.
  std::size_t side_bytes() const noexcept;

 private:
  friend struct detail::LogInternals;
  /// Everything that only few events have, except the date and `reported`.
  struct Rare {
    detail::SymbolId object = 0, issue = 0;  // into texts_, 0 is ""
    std::optional<Day> until;
    std::optional<double> sd;
    std::optional<QuadClass> quad;
    std::optional<Dyad> affects;
    double spill = 0;
    std::uint32_t count = 1;
  };
  /// What people read and no rule uses, except the line.
  struct Provenance {
    std::string id, note, url;
    std::vector<std::pair<std::string, std::string>> extra;
    std::string source_name = {};
  };

  std::uint32_t dyad_number(detail::SymbolId source, detail::SymbolId target);
  std::uint16_t code_number(std::string_view code);
  void take_key(const Event& event, Row& row) const;
  void add_side_columns(const Event& event, std::uint32_t number);
  void restore(const Rare& rare, Event& e) const;
  static void restore(const Provenance& from, Event& e);

  void require_room(std::size_t events) const;
  void forget_order();
  template <class Finish>
  void group_rows(std::size_t threads, const Finish& finish);
  void drop(const std::vector<std::uint32_t>& numbers);

  IdSource ids_;
  detail::GrowingArray<Row> rows_;
  std::uint32_t next_number_ = 0;
  detail::Symbols actors_, codes_, texts_;
  std::vector<DyadIds> dyads_;
  detail::PairNumbers dyad_numbers_;
  std::vector<std::size_t> dyad_begin_;  // of grouped rows; one entry more than dyads
  bool arranged_ = false;
  bool was_arranged_ = false;  // some rows may have keys with occurrence numbers
  bool has_extra_ = false;
  bool has_doubt_ = false;
  std::size_t issues_alone_ = 0;
  std::size_t moving_ = 0;  // rows that can move
  detail::VersionIndex versions_;
  std::vector<std::pair<Dyad, std::uint32_t>> affected_;
  detail::SideColumn<DateSpan> spans_;
  detail::SideColumn<Day> reported_;
  detail::SideColumn<std::uint32_t> revisions_;
  detail::SideColumn<std::uint32_t> mentions_;
  detail::SideColumn<double> scores_;
  detail::SideColumn<Rare> rare_;
  detail::SideColumn<Provenance> provenance_;
  detail::LineNumbers lines_;
};

}  // namespace detente
#pragma GCC visibility pop
