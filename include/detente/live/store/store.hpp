#pragma once
/// \file
/// Events on disk, for a program that follows what is reported: one SQLite file that loses nothing it has acknowledged,
/// keeps nothing twice, and can be asked later what it held at any time.
///
/// ```cpp
/// Store store = Store::create("levant.db", {{"codebook", "weis"}});
/// store.append({.events = {{.event = event, .ids = "my notes"}}});     // on disk when this returns
/// EventLog log = store.log({.as_of = day});                            // what was reported by then
/// ```
///
/// *What is kept.* The file holds a list of batches, each with all that its events say and when it was received.
/// Batches are only ever appended, each with a hash over itself and the one before (SHA-256; `head` is the last).
/// Everything else in the file is derived from them and can be made anew (`rebuild`): which events are there, how far
/// feeds were read, alarms, readings as published. Checkpoints are blobs of the caller, ignored once what made them
/// changes.
///
/// *Which events are one.* Events with an id by their identity (event_key.hpp), day of report, revision and content;
/// events without one by where they came from (`EventOrigin`), because two that say the same may be two. What comes
/// again is counted and not appended; all versions stay.
///
/// *Law.* `log(view)` has the rows that a log has to which the view's events were added in any order. No value depends
/// on when an event was received.
///
/// *Promised,* with `Durability::full`, on a local disk that does what it is told: what `append` has acknowledged is
/// there after a crash of the process, the system or the power, once; a batch that was not acknowledged is there whole
/// or not at all. A store that was deleted, moved or replaced while open acknowledges nothing more. `check` finds every
/// bit of a batch that was changed on disk. *Not promised:* that opening finds damage; that a chain shows a lost end
/// (compare with a head that was noted elsewhere); anything on network file systems, which are refused by name.
///
/// *Processes.* One writer, by a lock on `FILE.writer`, and any number of readers at once, who see whole batches. The
/// files `FILE-wal` and `FILE-shm` belong to the store while it is open: copy it with `sqlite3 FILE '.backup TO'`, or
/// all of them when no process has it open. An object is used by one thread at a time.
///
/// Complexity: `append` O(batch) and one or two waits for the disk; the first reads the keys of all events, O(store),
/// which then take about 30 bytes of memory each; `log` O(store), a batch at a time; `rebuild` O(store); `check`
/// O(store · log store). On disk: about 120 bytes an event, and its notes and links.
///
/// Throws: `InputError` if the file is no store, of a newer version, damaged or truncated, or made by other choices;
/// `std::system_error` with the path if the system refuses (no such file, full disk, another writer, a file that was
/// deleted, a reader that never ends); `std::invalid_argument` for misuse. After an exception from `append` the batch
/// is either there whole or not at all, so the caller sends it again.

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detente/contracts/event_log.hpp"
#include "detente/live/store/store_batch.hpp"
#include "detente/live/store/store_findings.hpp"
#include "detente/live/store/store_options.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The states of a pair's model at some place of its impulses, as bytes of the caller's.
struct StoreCheckpoint {
  std::string pair = {};
  /// How many of the pair's impulses the state has seen.
  std::uint64_t place = 0;
  /// As the model saved it.
  std::string state = {};
  friend bool operator==(const StoreCheckpoint&, const StoreCheckpoint&) = default;
};

/// Events on disk; see above for what is promised. Threads: one at a time may use an object; different objects share
/// nothing but the file.
class Store {
 public:
  /// A new store with these choices, and its writer. Takes a file that is empty, as a creation leaves it that was cut
  /// short; throws `InputError` for any other that exists.
  static Store create(const std::filesystem::path& file, const StoreChoices& choices, const StoreOptions& options = {});
  /// The store's one writer. An older schema is migrated, in one transaction.
  static Store open(const std::filesystem::path& file, const StoreOptions& options = {});
  /// A reader. It needs to write beside the file, but never changes the store.
  static Store open_read_only(const std::filesystem::path& file, const StoreOptions& options = {});
  /// The other is of no use then.
  Store(Store&&) noexcept;
  /// The other is of no use then.
  Store& operator=(Store&&) noexcept;
  ~Store();

  /// Commits all of the batch and returns when it is on disk. A batch that brings nothing new is acknowledged without
  /// being written. Throws `std::invalid_argument`, and appends nothing, for an event that breaks a rule of
  /// `require_sound`, for one that has neither an id nor an origin, and for one without an id that says something else
  /// than was received from the same place.
  Receipt append(const StoreBatch& batch);

  /// The events of the view, not arranged.
  EventLog log(const StoreView& view = {}) const;
  /// Calls `visit` for each of them in the order in which they were received, with the number of its batch.
  void for_each(const StoreView& view,
                const std::function<void(const ReceivedEvent& event, std::uint64_t sequence)>& visit) const;
  /// The last batch that was received by then; 0 if none was.
  std::uint64_t received_by(Milliseconds when) const;

  /// How far the feed has been read; nothing for one that is new.
  std::optional<FeedOffset> feed(std::string_view name) const;
  /// How far each feed was read, by name. O(feeds).
  std::vector<FeedOffset> feeds() const;
  /// The alarms whose ids are greater, by id.
  std::vector<RaisedAlarm> alarms(std::uint64_t after = 0) const;
  /// What was published of the pair, in order of publication.
  std::vector<PublishedReading> readings(const Dyad& pair) const;

  /// What was decided at creation.
  const StoreChoices& choices() const noexcept;
  /// Throws `InputError`, which names the choice and both values, if the store was made by others than these.
  void require(const StoreChoices& asked) const;

  /// Keeps states that were made on this basis: a text that names scoring, codebook, rules, actors, direction, exposure
  /// and program. Those of the same pair and place are replaced.
  void keep(std::string_view basis, std::span<const StoreCheckpoint> states);
  /// The pair's states that were made on this very basis and are undamaged, by place.
  std::vector<StoreCheckpoint> checkpoints(std::string_view basis, std::string_view pair) const;

  /// The last batch of the view, whose `as_of` makes no difference here.
  StoreHead head(const StoreView& view = {}) const;
  /// As it was named.
  const std::filesystem::path& path() const noexcept;
  /// What the store holds; reads every event. O(store).
  StoreInfo info() const;
  /// Reads everything: hashes, derived tables against new ones, SQLite's own check. Changes nothing.
  StoreCheck check() const;
  /// Makes everything that is derived anew and forgets the checkpoints. Throws `InputError` if a batch is damaged.
  void rebuild();

 private:
  class Inner;
  explicit Store(std::unique_ptr<Inner> inner);
  std::unique_ptr<Inner> inner_;
};

}  // namespace detente
#pragma GCC visibility pop
