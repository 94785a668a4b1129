#include "detente/contracts/symbols.hpp"

#include "detente/ground/hash.hpp"

namespace detente {
namespace {

std::uint64_t hash_of(std::string_view text) { return Hasher().add(text).value(); }

}  // namespace

SymbolId Symbols::intern(std::string_view text) {
  if (2 * (texts_.size() + 1) > slots_.size()) grow();
  const std::uint64_t hash = hash_of(text);
  SymbolId& slot = slots_[slot_of(text, hash)];
  if (slot == none) {
    slot = static_cast<SymbolId>(texts_.size());
    texts_.emplace_back(text);
    hashes_.push_back(hash);
  }
  return slot;
}

std::optional<SymbolId> Symbols::find(std::string_view text) const {
  if (slots_.empty()) return std::nullopt;
  const SymbolId id = slots_[slot_of(text, hash_of(text))];
  return id == none ? std::nullopt : std::optional(id);
}

std::size_t Symbols::slot_of(std::string_view text, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at] != none && (hashes_[slots_[at]] != hash || texts_[slots_[at]] != text)) at = (at + 1) & mask;
  return at;
}

void Symbols::grow() {
  slots_.assign(slots_.empty() ? 16 : 2 * slots_.size(), none);
  for (SymbolId id = 0; id < texts_.size(); ++id) slots_[slot_of(texts_[id], hashes_[id])] = id;
}

}  // namespace detente
