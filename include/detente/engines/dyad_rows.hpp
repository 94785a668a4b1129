#pragma once
/// \file
/// All events of a log by relation, wherever they lie: the canonical pairs in the order of their names, each with its
/// rows sorted by (day, key). While a log is read, `spill` moves its rows to a file when they take too much memory; in
/// the end a pair's rows are put together from the log and from every such run. What a pair gets is the same, bit for
/// bit, whether all, some or none of the rows were on disk.
///
///     DyadRows pairs;
///     options.on_growth = [&](EventLog& log) { if (log.row_bytes() > limit) pairs.spill(log); };
///     pairs.finish(read_events(path, options).log);
///     for (std::size_t i = 0; i < pairs.size(); ++i) use(pairs.dyad(i), pairs.rows(i));
///
/// A run holds the rows of each dyad together, with a directory of where each begins; a pair is read by one seek a run.
/// Runs are nameless files: they go when the program does, however it ends.
///
/// Memory: the log's rows, a directory entry (12 bytes) for each dyad of each run, and whatever `rows` has returned.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "detente/contracts/actor_table.hpp"
#include "detente/contracts/day_totals.hpp"
#include "detente/contracts/event_log.hpp"

namespace detente {

class DyadRows {
 public:
  /// Runs go to `folder`; empty: the system's temporary folder.
  explicit DyadRows(ActorTable actors = {}, std::filesystem::path folder = {});
  DyadRows(DyadRows&&) noexcept;
  DyadRows& operator=(DyadRows&&) = delete;
  ~DyadRows();

  /// Writes the rows of a log that is being filled to a run and lets the log forget them. Always the same log. Throws
  /// `std::system_error` with the folder if that cannot be done. O(rows).
  void spill(EventLog& log);
  std::size_t runs() const noexcept;

  /// Who counts as whom, where that is known only once everything has been read; before `finish`.
  void roll_up_by(ActorTable actors) { actors_ = std::move(actors); }
  /// The log is full: it is settled and sorted by as many threads, or dyad by dyad where runs are on disk, which reads
  /// them once. What it finds is the same in both cases; empty for a log that is arranged. Throws `RepeatedIds`.
  Settlement finish(EventLog log, std::size_t threads = 1);

  /// Pairs of different actors, as rolled up, that any event can belong to.
  std::size_t size() const noexcept { return pairs_.size(); }
  const Dyad& dyad(std::size_t pair) const { return pairs_[pair].dyad; }
  /// Rows of the dyads that the pair is made of, and of dyads whose events say that they affect it; `select` decides
  /// which count. Rows that repeat another are left out. Safe from several threads. Throws `std::system_error`.
  std::vector<EventRow> rows(std::size_t pair) const;
  /// Rows of the pair at most, repeated ones among them. O(dyads of the pair × runs).
  std::size_t rows_at_most(std::size_t pair) const;

  /// Events of the whole log by day, pair or no pair: `totals_of(log, as_of)` wherever the rows are. O(rows).
  Exposure totals(std::optional<Day> as_of = {}) const;

  /// Rows of each dyad of the log, by its number, wherever they lie.
  std::span<const std::size_t> rows_by_dyad() const noexcept { return sizes_; }

  const EventLog& log() const noexcept { return log_; }
  const ActorTable& actors() const noexcept { return actors_; }

 private:
  class Run;
  struct Pair {
    Dyad dyad;
    std::vector<std::uint32_t> dyads;  ///< numbers in the log, ascending
  };

  void find_pairs();
  std::vector<EventRow> rows_of_dyad(std::uint32_t dyad) const;
  /// The same, with what settling them finds.
  std::vector<EventRow> settle(std::uint32_t dyad, Settlement& found) const;

  EventLog log_;
  ActorTable actors_;
  std::filesystem::path folder_;
  std::vector<std::unique_ptr<Run>> runs_;
  std::vector<std::uint32_t> gone_;  // numbers of rows in memory that do not count, where runs are on disk
  std::vector<std::size_t> sizes_;   // by dyad
  std::vector<Pair> pairs_;
};

}  // namespace detente
