#pragma once
/// \file
/// A disk for SQLite that keeps its files in memory and does all that a disk may do: it loses, tears and reorders what
/// was written and not synced, names of files too; its n-th call fails; it is full, or can only be read. What it does
/// is a function of its seed. It claims nothing that disks do not promise: no atomic sectors, no safe overwriting, no
/// memory map. One process at a time: locks always succeed.

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace detente::test {

/// What happens at the n-th call and afterwards.
enum class Fault : std::uint8_t {
  none,
  fails_once,  ///< the call fails, others do not; of a failed sync nothing may reach the disk any more
  power,       ///< the system stops: what was not synced is lost, torn or there
  kill,        ///< the process stops: what was written is there, and is not synced
  full,        ///< there is no room for more
  read_only,   ///< nothing can be written
};
inline constexpr std::array all_faults{Fault::fails_once, Fault::power, Fault::kill, Fault::full, Fault::read_only};
inline constexpr std::array<const char*, 6> fault_names{"none", "fails_once", "power", "kill", "full", "read_only"};

class SimulatedDisk {
 public:
  explicit SimulatedDisk(std::uint64_t seed);
  SimulatedDisk(const SimulatedDisk&) = delete;
  SimulatedDisk& operator=(const SimulatedDisk&) = delete;
  ~SimulatedDisk() { sqlite3_vfs_unregister(&vfs_); }

  const std::string& name() const noexcept { return name_; }
  /// From now on; 1 is the next call.
  void fail_at(std::uint64_t call, Fault fault) {
    left_ = call;
    fault_ = fault;
  }
  std::uint64_t calls() const noexcept { return calls_; }
  /// Whether the process or the system has stopped.
  bool is_down() const noexcept { return is_down_; }
  /// The disk has room again and can be written.
  void mend() noexcept { fault_ = Fault::none, is_hurt_ = false; }
  /// The process or the system stops here.
  void stop() noexcept { is_down_ = true; }
  /// The system starts again after a loss of power, whether it had stopped or not.
  void lose_power();
  /// The process starts again.
  void start() noexcept;

 private:
  friend struct SimulatedFile;
  friend struct DiskMethods;
  /// A change of a file that was not synced: bytes at a place, or another length.
  struct Change {
    std::uint64_t at = 0;
    std::string bytes;
    bool is_length = false;
  };
  struct Inode {
    std::string now, synced;
    std::vector<Change> changes;
    std::vector<std::unique_ptr<std::string>> shared;  // the wal-index
  };
  using Entry = std::pair<std::string, std::shared_ptr<Inode>>;  // no inode: deleted

  /// The result of this call if it fails, else SQLITE_OK.
  int call(int error, bool writes);
  void name_file(const std::string& name, std::shared_ptr<Inode> inode);
  void sync_folder();
  void settle(Inode& inode);
  void settle_sectors(std::string& disk, const Change& change, unsigned chance);
  bool happens(unsigned percent) { return random_() % 100 < percent; }

  std::string name_;
  std::mt19937_64 random_;
  sqlite3_vfs vfs_{};
  std::uint64_t sector_;
  std::map<std::string, std::shared_ptr<Inode>> files_, synced_files_;
  std::vector<Entry> entries_;  // that were not synced
  std::uint64_t calls_ = 0, left_ = 0;
  std::uint64_t life_ = 0;  // of the process
  Fault fault_ = Fault::none;
  bool is_down_ = false, is_hurt_ = false;
};

inline void apply(std::string& bytes, std::uint64_t at, std::string_view change) {
  if (bytes.size() < at + change.size()) bytes.resize(at + change.size(), '\0');
  bytes.replace(at, change.size(), change);
}

/// What processes share is gone with them.
inline void SimulatedDisk::start() noexcept {
  for (const auto& [name, inode] : files_) inode->shared.clear();
  is_down_ = false;
  ++life_;
  mend();
}

inline int SimulatedDisk::call(int error, bool writes) {
  if (is_down_) return SQLITE_IOERR;
  ++calls_;
  if (left_ > 0 && --left_ == 0 && fault_ != Fault::none) {
    is_hurt_ = fault_ == Fault::full || fault_ == Fault::read_only;
    is_down_ = fault_ == Fault::power || fault_ == Fault::kill;
    if (is_down_ || fault_ == Fault::fails_once) return is_down_ ? SQLITE_IOERR : error;
  }
  if (!is_hurt_ || !writes) return SQLITE_OK;
  return fault_ == Fault::full ? SQLITE_FULL : SQLITE_READONLY;
}

inline void SimulatedDisk::name_file(const std::string& name, std::shared_ptr<Inode> inode) {
  entries_.emplace_back(name, inode);
  if (inode)
    files_[name] = std::move(inode);
  else
    files_.erase(name);
}

inline void SimulatedDisk::sync_folder() {
  synced_files_ = files_;
  entries_.clear();
}

/// Each sector that a change touches is as before, as after, or torn into neither.
inline void SimulatedDisk::settle_sectors(std::string& disk, const Change& change, unsigned chance) {
  for (std::uint64_t at = change.at; at < change.at + change.bytes.size();) {
    const std::uint64_t next = std::min(change.at + change.bytes.size(), (at / sector_ + 1) * sector_);
    if (happens(chance)) apply(disk, at, std::string_view(change.bytes).substr(at - change.at, next - at));
    if (happens(4) && disk.size() > at) {
      const std::uint64_t begin = at / sector_ * sector_;
      for (std::uint64_t i = begin; i < std::min<std::uint64_t>(disk.size(), begin + sector_); ++i)
        if (happens(30)) disk[i] = static_cast<char>(random_());
    }
    at = next;
  }
}

inline void SimulatedDisk::settle(Inode& inode) {
  const unsigned chance = std::array{0U, 100U, 50U, 90U}[random_() % 4];
  for (const Change& change : inode.changes) {
    if (!change.is_length)
      settle_sectors(inode.synced, change, chance);
    else if (happens(chance))
      inode.synced.resize(change.at, '\0');
  }
  inode.now = inode.synced;
  inode.changes.clear();
}

inline void SimulatedDisk::lose_power() {
  const unsigned chance = std::array{0U, 100U, 50U}[random_() % 3];
  for (const auto& [name, inode] : entries_) {
    if (!happens(chance)) continue;
    if (inode)
      synced_files_[name] = inode;
    else
      synced_files_.erase(name);
  }
  entries_.clear();
  files_ = synced_files_;
  for (const auto& [name, inode] : files_) settle(*inode);
  start();
}

}  // namespace detente::test
