#pragma once
/// \file
/// A simulated disk as SQLite calls it (https://www.sqlite.org/c3ref/vfs.html).

#include "live/store/simulated_disk.hpp"

namespace detente::test {

struct SimulatedFile {
  sqlite3_file base;
  SimulatedDisk* disk;
  std::shared_ptr<SimulatedDisk::Inode>* inode;
  std::uint64_t life;
  bool syncs_folder;
  bool is_temporary;

  int call(int error, bool writes = false) const {
    if (life != disk->life_) return SQLITE_IOERR;
    return is_temporary ? SQLITE_OK : disk->call(error, writes);
  }
  SimulatedDisk::Inode& file() const { return **inode; }
};

struct DiskMethods {
  static SimulatedFile& of(sqlite3_file* file) { return *reinterpret_cast<SimulatedFile*>(file); }
  static SimulatedDisk& of(sqlite3_vfs* vfs) { return *static_cast<SimulatedDisk*>(vfs->pAppData); }

  static int close(sqlite3_file* file) {
    delete of(file).inode;
    return SQLITE_OK;
  }
  static int read(sqlite3_file* file, void* to, int size, sqlite3_int64 at) {
    if (const int code = of(file).call(SQLITE_IOERR_READ); code != SQLITE_OK) return code;
    const std::string& bytes = of(file).file().now;
    const auto from = std::min<std::size_t>(static_cast<std::size_t>(at), bytes.size());
    const std::size_t there = std::min<std::size_t>(static_cast<std::size_t>(size), bytes.size() - from);
    std::fill_n(static_cast<char*>(to), size, '\0');
    std::copy_n(bytes.data() + from, there, static_cast<char*>(to));
    return there == static_cast<std::size_t>(size) ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
  }
  static int write(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
    if (const int code = of(file).call(SQLITE_IOERR_WRITE, true); code != SQLITE_OK) return code;
    SimulatedDisk::Change change{static_cast<std::uint64_t>(at),
                                 {static_cast<const char*>(from), static_cast<std::size_t>(size)}};
    apply(of(file).file().now, change.at, change.bytes);
    of(file).file().changes.push_back(std::move(change));
    return SQLITE_OK;
  }
  static int truncate(sqlite3_file* file, sqlite3_int64 size) {
    if (const int code = of(file).call(SQLITE_IOERR_TRUNCATE, true); code != SQLITE_OK) return code;
    of(file).file().now.resize(static_cast<std::size_t>(size), '\0');
    of(file).file().changes.push_back({static_cast<std::uint64_t>(size), {}, true});
    return SQLITE_OK;
  }
  static int sync(sqlite3_file* file, int /*flags*/) {
    SimulatedFile& f = of(file);
    if (const int code = f.call(SQLITE_IOERR_FSYNC); code != SQLITE_OK) {
      if (!f.disk->is_down_ && f.life == f.disk->life_ && f.disk->happens(50)) f.file().changes.clear();
      return code;
    }
    for (const SimulatedDisk::Change& change : f.file().changes) {
      if (change.is_length)
        f.file().synced.resize(change.at, '\0');
      else
        apply(f.file().synced, change.at, change.bytes);
    }
    f.file().changes.clear();
    if (std::exchange(f.syncs_folder, false)) f.disk->sync_folder();
    return SQLITE_OK;
  }
  static int size(sqlite3_file* file, sqlite3_int64* size) {
    *size = static_cast<sqlite3_int64>(of(file).file().now.size());
    return of(file).call(SQLITE_IOERR_FSTAT);
  }
  static int lock(sqlite3_file* file, int /*kind*/) { return of(file).call(SQLITE_IOERR_LOCK); }
  static int unlock(sqlite3_file* /*file*/, int /*kind*/) { return SQLITE_OK; }
  static int is_reserved(sqlite3_file* /*file*/, int* is) {
    *is = 0;
    return SQLITE_OK;
  }
  static int control(sqlite3_file* /*file*/, int /*what*/, void* /*with*/) { return SQLITE_NOTFOUND; }
  static int sector(sqlite3_file* file) { return static_cast<int>(of(file).disk->sector_); }
  static int promises(sqlite3_file* /*file*/) { return 0; }

  static int map(sqlite3_file* file, int region, int size, int extend, void volatile** to) {
    auto& shared = of(file).file().shared;
    *to = nullptr;
    if (const int code = of(file).call(SQLITE_IOERR_SHMMAP); code != SQLITE_OK) return code;
    if (extend == 0 && static_cast<std::size_t>(region) >= shared.size()) return SQLITE_OK;
    while (shared.size() <= static_cast<std::size_t>(region))
      shared.push_back(std::make_unique<std::string>(static_cast<std::size_t>(size), '\0'));
    *to = shared[static_cast<std::size_t>(region)]->data();
    return SQLITE_OK;
  }
  static int share(sqlite3_file* /*file*/, int /*at*/, int /*n*/, int /*how*/) { return SQLITE_OK; }
  static void barrier(sqlite3_file* /*file*/) {}
  static int unmap(sqlite3_file* file, int /*remove*/) {
    of(file).file().shared.clear();
    return SQLITE_OK;
  }

  static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* given);
  static int remove(sqlite3_vfs* vfs, const char* name, int sync_folder) {
    SimulatedDisk& disk = of(vfs);
    if (const int code = disk.call(SQLITE_IOERR_DELETE, true); code != SQLITE_OK) return code;
    if (!disk.files_.contains(name)) return SQLITE_IOERR_DELETE_NOENT;
    disk.name_file(name, nullptr);
    if (sync_folder != 0) disk.sync_folder();
    return SQLITE_OK;
  }
  static int access(sqlite3_vfs* vfs, const char* name, int what, int* is) {
    const auto at = of(vfs).files_.find(name);  // an empty file does not exist for SQLite
    *is = at != of(vfs).files_.end() && (what != SQLITE_ACCESS_EXISTS || !at->second->now.empty()) ? 1 : 0;
    return of(vfs).call(SQLITE_IOERR_ACCESS, false);
  }
  static int full_name(sqlite3_vfs* /*vfs*/, const char* name, int size, char* to) {
    sqlite3_snprintf(size, to, "%s", name);
    return SQLITE_OK;
  }
  static int random(sqlite3_vfs* vfs, int size, char* to) {
    for (int i = 0; i < size; ++i) to[i] = static_cast<char>(of(vfs).random_());
    return size;
  }
  static int sleep(sqlite3_vfs* /*vfs*/, int microseconds) { return microseconds; }
  static int time(sqlite3_vfs* /*vfs*/, double* day) {
    *day = 2461000;
    return SQLITE_OK;
  }
  static int error(sqlite3_vfs* /*vfs*/, int /*size*/, char* /*to*/) { return 0; }
};

inline int DiskMethods::open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* given) {
  static const sqlite3_io_methods methods{2,     close,   read,        write,   truncate, sync,     size,
                                          lock,  unlock,  is_reserved, control, sector,   promises, map,
                                          share, barrier, unmap,       nullptr, nullptr};
  SimulatedDisk& disk = of(vfs);
  file->pMethods = nullptr;
  if (const int code = name != nullptr ? disk.call(SQLITE_CANTOPEN, false) : SQLITE_OK; code != SQLITE_OK) return code;
  const bool exists = name != nullptr && disk.files_.contains(name);
  if (!exists && (flags & SQLITE_OPEN_CREATE) == 0) return SQLITE_CANTOPEN;
  if (!exists && disk.is_hurt_) return SQLITE_CANTOPEN;
  auto inode = exists ? disk.files_[name] : std::make_shared<SimulatedDisk::Inode>();
  if (!exists && name != nullptr) disk.name_file(name, inode);
  const bool syncs = (flags & (SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL)) != 0 && (flags & SQLITE_OPEN_CREATE) != 0;
  auto& f = of(file);
  f.disk = &disk;
  f.inode = new std::shared_ptr<SimulatedDisk::Inode>(std::move(inode));
  f.life = disk.life_;
  f.syncs_folder = syncs;
  f.is_temporary = name == nullptr;
  file->pMethods = &methods;
  if (given != nullptr) *given = flags;
  return SQLITE_OK;
}

inline SimulatedDisk::SimulatedDisk(std::uint64_t seed)
    : name_("simulated-" + std::to_string(seed)), random_(seed), sector_(random_() % 2 == 0 ? 512 : 4096) {
  using M = DiskMethods;
  vfs_.iVersion = 1;
  vfs_.szOsFile = sizeof(SimulatedFile);
  vfs_.mxPathname = 256;
  vfs_.zName = name_.c_str();
  vfs_.pAppData = this;
  vfs_.xOpen = M::open;
  vfs_.xDelete = M::remove;
  vfs_.xAccess = M::access;
  vfs_.xFullPathname = M::full_name;
  vfs_.xRandomness = M::random;
  vfs_.xSleep = M::sleep;
  vfs_.xCurrentTime = M::time;
  vfs_.xGetLastError = M::error;
  sqlite3_vfs_register(&vfs_, 0);
}

}  // namespace detente::test
