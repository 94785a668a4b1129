#pragma once
/// \file
/// Brief events on their way into a log. Machine-coded sources have millions of events and say little about each: a
/// day, two actors, a code, how often it was mentioned. A batch collects such rows outside any log, so that each thread
/// can fill its own from its part of a file, and `EventLog::append` then takes the batches in the file's order.
///
/// ```cpp
/// EventBatch batch({"gdelt", IdScope::report});
/// batch.add({.id = "884141373", .day = day, .source = "USA", .target = "COL", .code = "112", .mentions = 6});
/// log.append(batch);
/// ```
///
/// Law: a log gives the same answers whether its events come one by one or in batches, wherever these are cut.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "detente/contracts/event_row.hpp"
#include "detente/detail/flat_map.hpp"
#include "detente/detail/hash.hpp"
#include "detente/detail/symbols.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// An event as a machine-coded row states it. The text is a view into the row and is copied only if it is kept.
struct BriefEvent {
  /// Empty if the source gives none.
  std::string_view id = {};
  Day day;
  /// If not said, `day`.
  std::optional<Day> reported = {};
  std::string_view source = {};
  std::string_view target = {};
  std::string_view code = {};
  /// How many reports mention it; at least 1.
  std::uint32_t mentions = 1;
  /// The source's own score, positive for cooperation.
  std::optional<double> score = {};
  std::string_view issue = {};
  /// What people read about it.
  std::string_view note = {};
  /// Where it was read.
  std::string_view url = {};
  /// Its line in the file, from 1.
  std::uint64_t line = 0;
};

/// What a batch keeps of each event besides what the rules need.
struct BriefDetails {
  /// The source's own scores, for `--scores file`.
  bool scores = false;
  /// Id, note, url and line: kept for all events, for those between some actors, or (by default) for none. They take a
  /// few hundred bytes per event.
  std::function<bool(std::string_view source, std::string_view target)> provenance = {};
};

/// Plain rows on their way into a log, which intern their words as they come. Threads: one at a time may use an object;
/// different objects share nothing.
class EventBatch {
 public:
  /// `ids` is the source of the ids. A batch shares nothing with other batches.
  explicit EventBatch(const IdSource& ids = {}, BriefDetails details = {});

  /// Appends. Amortised O(length of its text). Throws `std::invalid_argument` if actors are empty or equal, the code is
  /// empty, mentions are 0 or the score is not a number within ±1,000,000, and `std::length_error` past 65,536 distinct
  /// codes; nothing is added then.
  void add(const BriefEvent& event);

  /// How many rows it holds.
  std::size_t size() const noexcept { return rows_.size(); }
  /// Whether it holds none.
  bool empty() const noexcept { return rows_.empty(); }
  /// Whether its ids are of a source without a name, so that one that is repeated may be refused (settlement.hpp).
  bool has_ids_of_nobody() const noexcept { return identity_ == Identity::unnamed_event; }
  /// Moves the events down by so many lines, because they came from a part of a file.
  void move_lines(std::uint64_t lines) noexcept;
  /// Forgets the events and keeps the memory.
  void clear();

 private:
  friend class EventLog;
  /// The dyad is only known once the row is in a log.
  struct Row {
    EventRow row;
    detail::SymbolId source = 0, target = 0;
  };
  struct Provenance {
    std::string id, note, url;
    std::uint64_t line = 0;
  };
  template <class T>
  using Column = std::vector<std::pair<std::uint32_t, T>>;

  static Identity identity_of(const IdSource& ids);
  EventKey key_of(const BriefEvent& event, const Row& of) const;
  void add_side_columns(const BriefEvent& event, const Row& of);
  bool wants_provenance(const Row& of);

  detail::Hasher ids_of_source_;
  Identity identity_;  // of events with ids
  BriefDetails details_;
  /// Actor, code and row numbers are the batch's own.
  std::vector<Row> rows_;
  detail::Symbols actors_, codes_;
  detail::FlatMap wants_provenance_;  // what the caller answered for a dyad, 0 or 1
  Column<std::uint32_t> mentions_;
  Column<Day> reported_;
  Column<double> scores_;
  Column<std::string> issues_;
  Column<Provenance> provenance_;
};

}  // namespace detente
#pragma GCC visibility pop
