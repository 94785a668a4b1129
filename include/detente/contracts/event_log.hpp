#pragma once
/// \file
/// The events of one analysis, by column. What every event has lies in a hot row of 24 bytes; what few events have
/// lies in side columns that exist only when used; text is interned once. A log holds all versions of an event and
/// chooses among them only when it is asked (see selection.hpp, `select`).
///
///     EventLog log("my notes");
///     log.add({.id = "1", .date = DateSpan::on(day), .source = "USA", .target = "COL", .code = "threat_of_force"});

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "detente/contracts/event_batch.hpp"
#include "detente/contracts/side_column.hpp"
#include "detente/contracts/symbols.hpp"
#include "detente/ground/growing_array.hpp"
#include "detente/ground/pair_numbers.hpp"
#include "detente/values/event.hpp"

namespace detente {

class EventLog {
 public:
  using Row = EventRow;

  /// Source and target as written, by number in `actors()`.
  struct DyadIds {
    SymbolId source = 0;
    SymbolId target = 0;
  };

  /// `source_name` says whose ids these are: the stem of a file's name, the name of a feed.
  explicit EventLog(std::string source_name = "events") : source_name_(std::move(source_name)) {}

  /// Checks and appends. False, and nothing added, if an event with this id and this `reported` is there already.
  /// Throws `std::invalid_argument` if the event breaks a rule of `check(event)`, `std::length_error` past 65,536
  /// distinct codes or 2^32 events. Amortised O(1).
  bool add(const Event& event);
  /// Appends all events of the batch in their order. Their ids are not looked up one by one: `arrange` finds those that
  /// stand twice, and has to be called before the log is asked for anything but its size. O(events + distinct actors,
  /// dyads and codes of the batch). Throws `std::length_error` as `add` does.
  void append(const EventBatch& batch);

  /// Sorts the rows by (dyad, day, key) and settles rows of one key that came in batches. With an id and the same
  /// reported day they are one event: the first to arrive stays, and the numbers of the others are returned, ascending.
  /// Without ids they are several equal events, and each gets the key of its occurrence. The rows are the same for any
  /// number of threads. O(n log n) in the events of a dyad, in place.
  std::vector<std::uint32_t> arrange(std::size_t threads = 1);
  /// Whether batches have been appended since `arrange`, so that some events may stand twice.
  bool is_unsettled() const noexcept { return unsettled_; }
  /// The number that the next event will have: how many have ever been added.
  std::uint32_t next_number() const noexcept { return next_number_; }
  /// Only brings the rows of each dyad together. O(n), in place. The rows are the same for any number of threads.
  void group(std::size_t threads = 1);
  /// Whether the rows stand as `arrange` leaves them, and nothing has been added since.
  bool is_arranged() const noexcept { return arranged_; }
  /// The rows of a dyad, as numbered in `dyads()`, where they stand together; none of a dyad that came later.
  std::span<const Row> rows_of(std::uint32_t dyad) const;
  /// What `arrange` does to the rows of one dyad, for rows that lie elsewhere: sorted, without those that repeat
  /// another, which are returned.
  std::vector<Row> settle(std::vector<Row>& rows) const;
  /// Forgets the rows, which the caller has kept elsewhere, and nothing else: their numbers stay theirs.
  void forget_rows();
  /// Ids that follow belong to this source.
  void from_source(std::string source_name) { source_name_ = std::move(source_name); }

  std::size_t size() const noexcept { return rows_.size(); }
  bool empty() const noexcept { return rows_.empty(); }
  /// As they arrived, or as `arrange` has put them.
  std::span<const Row> rows() const noexcept { return rows_; }
  /// The row at this place of `rows()` as the event that was added, with `date` as known on its reported day.
  Event event(std::size_t place) const { return event(rows_[place]); }
  Event event(const Row& row) const;

  DateSpan date(const Row& row) const;
  /// Whether every event is dated to one day.
  bool has_exact_dates() const noexcept { return spans_.size() == 0; }
  Day reported(const Row& row) const;
  std::uint32_t mentions(const Row& row) const;
  std::string_view issue(const Row& row) const;
  /// The dyad that an event of third parties touches, or nullptr, and the weight it has there.
  const Dyad* affects(const Row& row) const;
  double spill(const Row& row) const;
  /// The pairs that events of third parties affect, each with the dyad of such an event; repeated ones among them.
  std::vector<std::pair<Dyad, std::uint32_t>> affected() const { return affected_; }
  /// The event's own score, if it has one.
  const double* score(const Row& row) const { return scores_.find(row.number); }
  bool has_scores() const noexcept { return scores_.size() > 0; }
  /// Whether any event has what no batch brings: an object, an `until`, a count, its own sd or quad class, other dyads
  /// that it affects; or a date that is not one day; or another status than confirmed.
  bool is_plain() const noexcept { return rare_.size() == issues_alone_ && has_exact_dates() && !has_doubt_; }
  /// Whether any event that was added singly has several reports, which may differ in day and actors. Those that came
  /// in batches have one day and one dyad, and stand together once the log is arranged.
  bool has_versions() const noexcept { return has_versions_; }

  const Symbols& actors() const noexcept { return actors_; }
  const Symbols& codes() const noexcept { return codes_; }
  std::span<const DyadIds> dyads() const noexcept { return dyads_; }

  /// Events whose `reported` was not said: the last day of their date stands in, and results say so.
  std::size_t assumed_reported() const noexcept;
  /// Bytes of the hot rows, and of the side columns.
  std::size_t row_bytes() const noexcept { return rows_.capacity() * sizeof(Row); }
  std::size_t side_bytes() const noexcept;

 private:
  /// Everything that few events have, but the date and `reported`.
  struct Rare {
    SymbolId object = 0, issue = 0;  // into texts_, 0 is ""
    std::optional<Day> until;
    std::optional<double> sd;
    std::optional<QuadClass> quad;
    std::optional<Dyad> affects;
    double spill = 0;
    std::uint32_t count = 1;
  };
  /// What a reader of the event sees and no rule uses.
  struct Provenance {
    std::string id, note, url;
    std::vector<std::pair<std::string, std::string>> extra;
    std::uint64_t line = 0;
  };

  /// What sorting the rows of a dyad has shown.
  struct Settled {
    std::vector<std::uint32_t> again;  ///< numbers of rows that repeat another
    bool moved = false;
  };

  std::uint32_t dyad_number(SymbolId source, SymbolId target);
  std::uint16_t code_number(std::string_view code);
  bool take_key(const Event& event, Day reported, EventKey& key);
  void add_side_columns(const Event& event, std::uint32_t number);

  void require_room(std::size_t events) const;
  void forget_order();
  template <class Finish>
  void group_rows(std::size_t threads, const Finish& finish);
  Settled sort_and_settle(std::span<Row> rows) const;
  std::size_t settle_key(std::span<Row> rows, std::size_t from, Settled& out) const;
  void drop(const std::vector<std::uint32_t>& numbers);

  std::string source_name_;
  GrowingArray<Row> rows_;
  std::uint32_t next_number_ = 0;
  Symbols actors_, codes_, texts_;
  std::vector<DyadIds> dyads_;
  PairNumbers dyad_numbers_;
  std::vector<std::size_t> dyad_begin_;  // of rows that stand together; one more than dyads
  bool arranged_ = false;
  bool has_versions_ = false;
  bool unsettled_ = false;
  bool has_doubt_ = false;
  std::size_t issues_alone_ = 0;
  std::vector<std::pair<Dyad, std::uint32_t>> affected_;
  SideColumn<DateSpan> spans_;
  SideColumn<Day> reported_;
  SideColumn<std::uint32_t> mentions_;
  SideColumn<double> scores_;
  SideColumn<Rare> rare_;
  SideColumn<Provenance> provenance_;
  std::unordered_set<std::uint64_t> ids_;                         // keys of events with ids that were added singly
  std::unordered_set<std::uint64_t> versions_;                    // hash of (key, reported) of events with ids
  std::unordered_map<std::uint64_t, std::uint64_t> occurrences_;  // of events without ids, by content
};

}  // namespace detente
