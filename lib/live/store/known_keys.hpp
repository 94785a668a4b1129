#pragma once
/// \file
/// Which events a store has, in memory: an index on disk would have each event write a page of its own, because keys
/// are hashes. About 30 bytes an event, and 60 more for one whose identity has no versions.

#include <array>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "live/store/event_bytes.hpp"
#include "live/store/sqlite.hpp"

namespace detente::detail {

/// 128 bits that stand for a key.
using Fingerprint = std::array<std::uint64_t, 2>;
Fingerprint fingerprint(const ReceivedKey& key);

/// A set of fingerprints in one piece of memory.
class FingerprintSet {
 public:
  bool contains(const Fingerprint& print) const { return size_ > 0 && slots_[slot_of(print)] == print; }
  void add(const Fingerprint& print);
  std::size_t size() const noexcept { return size_; }

 private:
  /// Where it stands, or would.
  std::size_t slot_of(const Fingerprint& print) const;
  void grow();

  std::vector<Fingerprint> slots_;  // {0, 0} is free
  std::size_t size_ = 0;
};

class KnownKeys {
 public:
  explicit KnownKeys(const Database& store);

  /// Whether the event is new, to the store and to the batch that is being looked at.
  bool is_new(const ReceivedKey& key);
  /// Whether an event with this identity, which has no versions, says something else.
  bool has_rival(const ReceivedKey& key) const;
  /// The events of the batch are in the store, or are not.
  void keep_batch();
  void forget_batch() noexcept;

 private:
  void add(const ReceivedKey& key);

  FingerprintSet known_;
  std::unordered_map<std::int64_t, Fingerprint> alone_;  // by identity, of events without versions
  std::vector<ReceivedKey> batch_;
  struct Mixed {
    std::size_t operator()(const Fingerprint& print) const noexcept { return print[0]; }
  };
  std::unordered_set<Fingerprint, Mixed> in_batch_;
  std::unordered_map<std::int64_t, Fingerprint> alone_in_batch_;
};

}  // namespace detente::detail
