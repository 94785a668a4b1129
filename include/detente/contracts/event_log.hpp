#pragma once
/// \file
/// The events of one analysis, by column. What every event has lies in a hot row of 24 bytes; what few events have
/// lies in side columns that exist only when used; text is interned once. A log holds all versions of an event and
/// chooses among them only when it is asked (see coding_rules.hpp, `select`).
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
#include "detente/values/event.hpp"

namespace detente {

class EventLog {
 public:
  /// One event. `mentions` saturates at 255 here; the side column has the rest.
  struct Row {
    EventKey key;
    Day first;
    std::uint32_t dyad = 0;    ///< index into `dyads()`: source and target as written
    std::uint32_t number = 0;  ///< order of arrival, the row of every side column
    std::uint16_t code = 0;    ///< index into `codes()`
    std::uint8_t mentions = 1;
    Status status : 4 = Status::confirmed;
    Claim claim : 4 = Claim::uncontested;
  };
  static_assert(sizeof(Row) == 24);

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
  /// Appends all events of the batch in their order. O(events + distinct actors, dyads and codes of the batch). Throws
  /// `std::length_error` as `add` does.
  void append(const EventBatch& batch);
  /// Ids that follow belong to this source.
  void from_source(std::string source_name) { source_name_ = std::move(source_name); }

  std::size_t size() const noexcept { return rows_.size(); }
  bool empty() const noexcept { return rows_.empty(); }
  std::span<const Row> rows() const noexcept { return rows_; }
  /// Row `number` as the event that was added, with `date` as known on its reported day.
  Event event(std::uint32_t number) const;

  DateSpan date(const Row& row) const;
  Day reported(const Row& row) const;
  std::uint32_t mentions(const Row& row) const;
  std::string_view issue(const Row& row) const;
  /// The dyad that an event of third parties touches, or nullptr, and the weight it has there.
  const Dyad* affects(const Row& row) const;
  double spill(const Row& row) const;

  const Symbols& actors() const noexcept { return actors_; }
  const Symbols& codes() const noexcept { return codes_; }
  std::span<const DyadIds> dyads() const noexcept { return dyads_; }

  /// Events whose `reported` was not said: the last day of their date stands in, and results say so.
  std::size_t assumed_reported() const noexcept { return size() - reported_.size(); }
  /// Bytes of the hot rows, and of the side columns.
  std::size_t row_bytes() const noexcept { return rows_.capacity() * sizeof(Row); }
  std::size_t side_bytes() const noexcept;

 private:
  /// Everything that few events have, but the date and `reported`.
  struct Rare {
    SymbolId object = 0, issue = 0;  // into texts_, 0 is ""
    std::optional<Day> until;
    std::optional<double> score, sd;
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

  std::uint32_t dyad_number(SymbolId source, SymbolId target);
  std::uint16_t code_number(std::string_view code);
  bool take_key(const Event& event, Day reported, EventKey& key);
  void add_side_columns(const Event& event, std::uint32_t number);

  std::string source_name_;
  std::vector<Row> rows_;
  Symbols actors_, codes_, texts_;
  std::vector<DyadIds> dyads_;
  std::unordered_map<std::uint64_t, std::uint32_t> dyad_numbers_;
  SideColumn<DateSpan> spans_;
  SideColumn<Day> reported_;
  SideColumn<std::uint32_t> mentions_;
  SideColumn<Rare> rare_;
  SideColumn<Provenance> provenance_;
  std::unordered_set<std::uint64_t> versions_;                    // hash of (key, reported) of events with ids
  std::unordered_map<std::uint64_t, std::uint64_t> occurrences_;  // of events without ids, by content
};

}  // namespace detente
