#pragma once
/// \file
/// What a `Store` holds.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "detente/live/store/store.hpp"
#include "live/store/derived.hpp"
#include "live/store/guard.hpp"
#include "live/store/known_keys.hpp"
#include "live/store/schema.hpp"
#include "live/store/sqlite.hpp"

namespace detente {

class Store::Inner {
 public:
  enum class Role : std::uint8_t { creator, writer, reader };
  Inner(const std::filesystem::path& file, Role role, const StoreOptions& options, const StoreChoices& choices,
        std::span<const detail::Migration> migrations);

  Receipt append(const StoreBatch& batch);
  /// Calls `visit(sequence, received, content, hash)` for the batches after `after` up to `last`, in read transactions
  /// no longer than `StoreOptions::patience`.
  using VisitBatch = std::function<void(std::uint64_t sequence, std::int64_t received, std::string_view content,
                                        std::string_view hash)>;
  void each_batch(std::uint64_t after, std::uint64_t last, const VisitBatch& visit);

  std::uint64_t last_sequence();
  /// The batch's hash; that of the choices for 0.
  std::string hash_of(std::uint64_t sequence);
  std::optional<std::int64_t> received(std::uint64_t sequence);
  void rebuild();
  StoreCheck check();

  /// Does what writes to the store. Throws unless this is its writer and its files are those that were opened, before
  /// and after.
  template <class Act>
  auto written(const char* what, const Act& act) {
    require_writer(what);
    require_unmoved();
    require_sound_log();
    try {
      const auto out = act();
      require_unmoved();
      return out;
    } catch (const std::system_error&) {
      must_write_back_ = true;
      throw;
    }
  }
  /// Throws unless this is the writer.
  void require_writer(const char* what) const;
  /// Throws if the files are no longer those that were opened.
  void require_unmoved() const { detail::require_unmoved(files_); }
  std::uint64_t log_bytes() const noexcept { return static_cast<std::uint64_t>(log_pages_) * log_page_bytes_; }
  bool on_system() const noexcept { return options_.vfs.empty(); }

  detail::Database& database() { return *database_; }
  const StoreChoices& choices() const noexcept { return choices_; }
  const std::filesystem::path& name() const noexcept { return name_; }

 private:
  detail::Derived& derived();
  void create(const StoreChoices& choices);
  void settle();
  void read_choices();
  void begin_writing();
  void watch_files();
  void require_sound_log();
  void write_back();
  void rebuild_derived();
  Receipt append_new(const StoreBatch& batch);
  void keep_known();
  std::int64_t now(std::uint64_t last);
  std::vector<StoreDamage> damage_of_file();
  void check_batches(StoreCheck& found, detail::Database& fresh);
  std::vector<StoreDamage> damage_of_checkpoints();

  std::filesystem::path name_;  // as the caller wrote it
  StoreOptions options_;
  bool is_writer_;
  std::span<const detail::Migration> migrations_;
  std::optional<detail::WriterLock> lock_;
  std::optional<detail::Database> database_;
  std::optional<detail::Derived> derived_;  // once it is needed: a rebuild begins without the tables
  std::optional<detail::KnownKeys> known_;  // from the first append on
  StoreChoices choices_;
  std::vector<detail::FileIdentity> files_;
  bool must_write_back_ = false;  // before anything is appended
  int log_pages_ = 0;
  std::uint64_t log_page_bytes_ = 0;
};

}  // namespace detente
