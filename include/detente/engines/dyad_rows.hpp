#pragma once
/// \file
/// All events of a log by pair, in memory or on disk: the canonical pairs in alphabetical order, each with its rows
/// sorted by (day, key). While a log is read, `spill` moves its rows to a file (a run) when they take too much memory;
/// at the end a pair's rows are merged from the log and from every run. The rows of a pair are the same, bit for bit,
/// whether all, some or none of them were on disk.
///
/// ```cpp
/// DyadRows pairs;
/// ReadOptions options;
/// options.on_growth = [&](EventLog& log) { if (log.row_bytes() > limit) pairs.spill(log); };
/// pairs.finish(read_events("us_colombia_2025_2026.csv", options).log);
/// for (std::size_t i = 0; i < pairs.size(); ++i) use(pairs.dyad(i), pairs.rows(i));
/// ```
///
/// A run holds the rows of each dyad together, with a directory of where each begins; reading a pair takes one seek per
/// run. Runs are unlinked temporary files: they disappear with the program, however it ends.
///
/// Memory: the log's rows, a directory entry (12 bytes) for each dyad of each run, and whatever `rows` has returned.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "detente/contracts/actor_table.hpp"
#include "detente/contracts/day_totals.hpp"
#include "detente/contracts/event_log.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The events of a log by pair, in memory or in runs on disk. Threads: any number may read an object at once, and one
/// alone may change it.
class DyadRows {
 public:
  /// Runs are written to `folder`; if empty, to the system's folder for temporary files.
  explicit DyadRows(ActorTable actors = {}, std::filesystem::path folder = {});
  /// The runs move along; the other is empty then.
  DyadRows(DyadRows&&) noexcept;
  DyadRows& operator=(DyadRows&&) = delete;
  ~DyadRows();

  /// Writes the rows of a log that is being filled to a run and makes the log forget them. Call it with the same log
  /// each time. Throws `std::system_error` with the folder if that cannot be done. O(rows).
  void spill(EventLog& log);
  /// How many runs lie on disk.
  std::size_t runs() const noexcept;

  /// Sets the actor table if it is known only once everything has been read; call it before `finish`.
  void roll_up_by(ActorTable actors) { actors_ = std::move(actors); }
  /// Call it when the log is complete: settles and sorts it with that many threads, or dyad by dyad if there are runs
  /// on disk, which reads them once. It returns the same either way; empty for a log that is arranged. Throws
  /// `RepeatedIds`.
  Settlement finish(EventLog log, std::size_t threads = 1);

  /// For a log that holds only what some pairs need of a larger one, such as a part of a panel that several processes
  /// share: leaves the pairs for which `here` is true, and makes `totals` those of the whole. Call it after `finish`.
  void keep_part(const std::function<bool(const Dyad& pair)>& here, std::optional<Exposure> totals);

  /// How many pairs of different actors, after roll-up, any event can belong to.
  std::size_t size() const noexcept { return pairs_.size(); }
  /// The canonical pair of this number, below `size()`.
  const Dyad& dyad(std::size_t pair) const { return pairs_[pair].dyad; }
  /// Rows of the dyads that the pair is made of, and of those between actors of whom an event says that it affects the
  /// pair; `select` decides which count. Rows that repeat another are left out. Safe to call from several threads.
  /// Throws `std::system_error`.
  std::vector<EventRow> rows(std::size_t pair) const;
  /// An upper bound on the rows of the pair, which counts repeated ones. O(dyads of the pair × runs).
  std::size_t rows_at_most(std::size_t pair) const;

  /// Events of the whole log by day, whatever the pair: `totals_of(log, as_of)` wherever the rows are, or what
  /// `keep_part` was given, of whatever day. O(rows).
  Exposure totals(std::optional<Day> as_of = {}) const;

  /// How many rows each dyad of the log has, by its number, in memory and on disk.
  std::span<const std::size_t> rows_by_dyad() const noexcept { return sizes_; }

  /// What is in memory; without its rows where they were spilled.
  const EventLog& log() const noexcept { return log_; }
  /// By which actors were rolled up.
  const ActorTable& actors() const noexcept { return actors_; }

 private:
  class Run;
  struct Pair {
    Dyad dyad;
    std::vector<std::uint32_t> dyads;  ///< numbers in the log, ascending
  };

  /// The dyads, by number, whose rows a pair may need.
  using Members = std::map<Dyad, std::set<std::uint32_t>>;

  void find_pairs();
  void add_affecting(Members& members) const;
  std::vector<EventRow> rows_of_dyad(std::uint32_t dyad) const;
  /// The same, and adds what settling them finds to `found`.
  std::vector<EventRow> settle(std::uint32_t dyad, Settlement& found) const;

  EventLog log_;
  ActorTable actors_;
  std::filesystem::path folder_;
  std::vector<std::unique_ptr<Run>> runs_;
  std::vector<std::uint32_t> gone_;  // numbers of rows in memory that do not count, if there are runs on disk
  std::vector<std::size_t> sizes_;   // by dyad
  std::vector<Pair> pairs_;
  std::optional<Exposure> totals_;  // of a larger log
};

}  // namespace detente
#pragma GCC visibility pop
