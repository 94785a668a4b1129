#include "live/store/known_keys.hpp"

#include <algorithm>
#include <bit>
#include <utility>

#include "detente/detail/hash.hpp"

namespace detente::detail {

Fingerprint fingerprint(const ReceivedKey& key) {
  ByteReader content(key.content);
  const std::uint64_t low = std::bit_cast<std::uint64_t>(content.decimal());
  const std::uint64_t high = std::bit_cast<std::uint64_t>(content.decimal());
  const std::uint64_t said = mix_in(
      mix_in(static_cast<std::uint64_t>(key.identity), static_cast<std::uint64_t>(key.reported.value)), key.revision);
  return {mix_in(said, low), high | 1};
}

// ---- the set ----

std::size_t FingerprintSet::slot_of(const Fingerprint& print) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = print[0] & mask;
  while (slots_[slot] != Fingerprint{} && slots_[slot] != print) slot = (slot + 1) & mask;
  return slot;
}

void FingerprintSet::grow() {
  std::vector<Fingerprint> old =
      std::exchange(slots_, std::vector<Fingerprint>(std::max<std::size_t>(64, 2 * slots_.size())));
  for (const Fingerprint& print : old)
    if (print != Fingerprint{}) slots_[slot_of(print)] = print;
}

void FingerprintSet::add(const Fingerprint& print) {
  if (4 * (size_ + 1) > 3 * slots_.size()) grow();
  Fingerprint& slot = slots_[slot_of(print)];
  size_ += slot == print ? 0U : 1U;
  slot = print;
}

// ---- the keys of a store ----

KnownKeys::KnownKeys(const Database& store) {
  Statement rows(store, "SELECT identity, reported, revision, content, versions FROM events ORDER BY number");
  while (rows.step())
    add({rows.number(0), Day{static_cast<std::int32_t>(rows.number(1))}, static_cast<std::uint32_t>(rows.number(2)),
         std::string(rows.bytes(3)), rows.number(4) != 0});
}

void KnownKeys::add(const ReceivedKey& key) {
  const Fingerprint print = fingerprint(key);
  known_.add(print);
  if (!key.has_versions) alone_.emplace(key.identity, print);
}

bool KnownKeys::is_new(const ReceivedKey& key) {
  const Fingerprint print = fingerprint(key);
  if (known_.contains(print) || !in_batch_.insert(print).second) return false;
  batch_.push_back(key);
  if (!key.has_versions) alone_in_batch_.emplace(key.identity, print);
  return true;
}

bool KnownKeys::has_rival(const ReceivedKey& key) const {
  if (key.has_versions) return false;
  const Fingerprint print = fingerprint(key);
  const auto differs = [&](const std::unordered_map<std::int64_t, Fingerprint>& in) {
    const auto at = in.find(key.identity);
    return at != in.end() && at->second != print;
  };
  return differs(alone_) || differs(alone_in_batch_);
}

void KnownKeys::keep_batch() {
  for (const ReceivedKey& key : batch_) add(key);
  forget_batch();
}

void KnownKeys::forget_batch() noexcept {
  batch_.clear();
  in_batch_.clear();
  alone_in_batch_.clear();
}

}  // namespace detente::detail
