#include "live/store/inner.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "live/store/chain.hpp"
#include "live/store/sha256.hpp"

namespace detente {
using namespace detail;
namespace {

using Access = Database::Access;

std::filesystem::path beside(const std::filesystem::path& file, const char* ending) { return file.string() + ending; }

std::filesystem::path place_of(const std::filesystem::path& file, const StoreOptions& options) {
  if (file.empty()) throw_invalid("file", "", "a store has a name");
  return options.vfs.empty() ? std::filesystem::absolute(file) : file;
}

void require_there(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file))
    throw std::system_error(ENOENT, std::generic_category(), visible_path(file.string()));
}

Milliseconds system_time() {
  return std::chrono::duration_cast<Milliseconds>(std::chrono::system_clock::now().time_since_epoch());
}

/// Sees how many pages the write-ahead log has after a commit.
int note_pages(void* pages, sqlite3* /*database*/, const char* /*name*/, int now) {
  *static_cast<int*>(pages) = now;
  return SQLITE_OK;
}

}  // namespace

Store::Inner::Inner(const std::filesystem::path& file, Role role, const StoreOptions& options,
                    const StoreChoices& choices, std::span<const Migration> migrations)
    : name_(file), options_(options), is_writer_(role != Role::reader), migrations_(migrations) {
  if (!options_.clock) options_.clock = system_time;
  const std::filesystem::path place = place_of(file, options);
  if (on_system() && role != Role::creator) require_there(place);
  if (on_system() && is_writer_) {
    require_local(place);
    lock_.emplace(place);
  }
  const Access access = role == Role::creator ? Access::create : is_writer_ ? Access::write : Access::read;
  database_.emplace(place, access, options.vfs, options.patience);
  if (role == Role::creator) create(choices);
  settle();
}

void Store::Inner::create(const StoreChoices& choices) {
  if (!is_blank(*database_))
    throw InputError(ErrorCode::conflict, visible_path(database_->path().string()) +
                                              ": exists already; a store is created where nothing is");
  database_->run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
  Transaction all(*database_, Transaction::Kind::write);
  create_schema(*database_, migrations_);
  Statement choice(*database_, "INSERT INTO choices VALUES(?,?)");
  for (const auto& [name, value] : choices) choice.bind_text(name).bind_text(value).run();
  all.commit();
}

void Store::Inner::settle() {
  if (is_writer_)
    begin_writing();
  else
    require_today(*database_, migrations_);
  read_choices();
  if (on_system()) watch_files();
}

/// What an earlier writer left in the log may not have reached the disk, although this process reads it: a commit of
/// our own has the whole log flushed, so that a batch that comes again may be acknowledged without being written.
void Store::Inner::begin_writing() {
  migrate(*database_, migrations_);
  database_->run("PRAGMA cache_size=-65536");
  database_->run(options_.durability == Durability::full ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
  if (database_->text("PRAGMA journal_mode=WAL") != "wal")
    throw InputError(ErrorCode::system,
                     visible_path(database_->path().string()) + ": cannot have a write-ahead log here");
  log_page_bytes_ = static_cast<std::uint64_t>(database_->number("PRAGMA page_size")) + 24;
  sqlite3_wal_hook(database_->handle(), note_pages, &log_pages_);
  database_->run("UPDATE opened SET times=times+1");
  const int code =
      sqlite3_wal_checkpoint_v2(database_->handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  must_write_back_ = (code & 0xff) == SQLITE_BUSY;
  if (!must_write_back_) database_->expect(code);
}

Derived& Store::Inner::derived() {
  if (!derived_) derived_.emplace(*database_);
  return *derived_;
}

void Store::Inner::read_choices() {
  Statement all(*database_, "SELECT name, value FROM choices");
  while (all.step()) choices_.emplace(all.bytes(0), all.bytes(1));
}

void Store::Inner::watch_files() {
  const std::filesystem::path& file = database_->path();
  std::vector<std::filesystem::path> paths{file};
  if (is_writer_) paths.insert(paths.end(), {beside(file, "-wal"), beside(file, "-shm"), lock_->file()});
  files_ = files_named(paths);
}

void Store::Inner::require_writer(const char* what) const {
  if (!is_writer_) throw_invalid("Store", what, "is for a store that was opened as its writer");
}

// ---- the write-ahead log ----

/// The log is written back and begun anew when it is too long; and after the disk refused something, because what a
/// flush has failed to write may be gone although it can still be read, and later batches would stand behind it.
void Store::Inner::require_sound_log() {
  if (!must_write_back_ && log_bytes() <= options_.most_log_bytes) return;
  const int code =
      sqlite3_wal_checkpoint_v2(database_->handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  if ((code & 0xff) != SQLITE_BUSY) {
    database_->expect(code);
    must_write_back_ = false;
    return;
  }
  const std::string path = database_->path().string();
  throw std::system_error(
      EBUSY, std::generic_category(),
      fmt::format("{0}: its write-ahead log of {1} bytes cannot be written back, because a reader holds on to an old "
                  "state; nothing is appended until it ends (fuser -v '{0}' lists who has the store open)",
                  path, log_bytes()));
}

/// What stands in the log is safe. If it cannot be written back now, it can later; the log's limit sees to that.
void Store::Inner::write_back() {
  constexpr int pages_to_write_back = 1000;
  if (log_pages_ < pages_to_write_back) return;
  const int code = sqlite3_wal_checkpoint_v2(database_->handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
  must_write_back_ |= code != SQLITE_OK && (code & 0xff) != SQLITE_BUSY;
}

// ---- batches ----

std::uint64_t Store::Inner::last_sequence() {
  return static_cast<std::uint64_t>(database_->number("SELECT max(sequence) FROM batches"));
}

std::string Store::Inner::hash_of(std::uint64_t sequence) {
  if (sequence == 0) return first_hash(choices_);
  Statement row(*database_, "SELECT hash FROM batches WHERE sequence=?");
  row.bind(static_cast<std::int64_t>(sequence));
  return row.step() ? std::string(row.bytes(0)) : std::string();
}

std::optional<std::int64_t> Store::Inner::received(std::uint64_t sequence) {
  Statement row(*database_, "SELECT received FROM batches WHERE sequence=?");
  row.bind(static_cast<std::int64_t>(sequence));
  return row.step() ? std::optional(row.number(0)) : std::nullopt;
}

/// Never before the last batch, so that whatever was received by some time is a beginning of the list.
std::int64_t Store::Inner::now(std::uint64_t last) {
  const std::int64_t clock = options_.clock().count();
  return std::max(clock, received(last).value_or(clock));
}

void Store::Inner::each_batch(std::uint64_t after, std::uint64_t last, const VisitBatch& visit) {
  Statement rows(*database_,
                 "SELECT sequence, received, content, hash FROM batches WHERE sequence>? AND sequence<=? "
                 "ORDER BY sequence");
  for (bool more = true; more;) {
    const auto end = std::chrono::steady_clock::now() + options_.patience;
    rows.bind(static_cast<std::int64_t>(after)).bind(static_cast<std::int64_t>(last));
    while ((more = rows.step())) {
      after = static_cast<std::uint64_t>(rows.number(0));
      visit(after, rows.number(1), rows.bytes(2), rows.bytes(3));
      if (std::chrono::steady_clock::now() > end) break;
    }
    rows.reset();  // which ends the read transaction
  }
}

}  // namespace detente
