#include "detente/contracts/symbols.hpp"

#include <cstring>

#include "detente/ground/hash.hpp"

namespace detente {
namespace {

constexpr std::size_t longest_short = 7;

/// A text of up to seven bytes with its length; of a longer one a hash, which no short one can be.
std::uint64_t word_of(std::string_view text) {
  std::uint64_t word = text.size();
  if (text.size() <= longest_short) {
    for (const char c : text) word = word << 8 | static_cast<unsigned char>(c);
    return word;
  }
  const auto add = [&](const char* eight) {
    std::uint64_t next = 0;
    std::memcpy(&next, eight, sizeof next);
    word = (word ^ next) * 0x9e3779b97f4a7c15U;
    word ^= word >> 32;
  };
  for (std::size_t at = 0; at + 8 < text.size(); at += 8) add(text.data() + at);
  add(text.data() + text.size() - 8);
  return word | std::uint64_t{0xff} << 56;
}

bool is_short(std::uint64_t word) { return word >> 56 != 0xff; }

}  // namespace

SymbolId Symbols::intern(std::string_view text) {
  if (2 * (texts_.size() + 1) > slots_.size()) grow();
  const std::uint64_t word = word_of(text);
  Slot& slot = slots_[slot_of(text, word)];
  if (slot.id == none) {
    slot = {word, static_cast<SymbolId>(texts_.size())};
    texts_.emplace_back(text);
    hashes_.push_back(Hasher().add(text).value());
  }
  return slot.id;
}

std::optional<SymbolId> Symbols::find(std::string_view text) const {
  if (slots_.empty()) return std::nullopt;
  const SymbolId id = slots_[slot_of(text, word_of(text))].id;
  return id == none ? std::nullopt : std::optional(id);
}

std::size_t Symbols::slot_of(std::string_view text, std::uint64_t word) const {
  const std::size_t mask = slots_.size() - 1;
  const auto is_it = [&](const Slot& slot) {
    return slot.id == none || (slot.word == word && (is_short(word) || texts_[slot.id] == text));
  };
  std::size_t at = ((word * 0x9e3779b97f4a7c15U) >> 32) & mask;  // the product's middle bits depend on all letters
  while (!is_it(slots_[at])) at = (at + 1) & mask;
  return at;
}

void Symbols::grow() {
  slots_.assign(slots_.empty() ? 16 : 2 * slots_.size(), Slot{});
  for (SymbolId id = 0; id < texts_.size(); ++id) {
    const std::uint64_t word = word_of(texts_[id]);
    slots_[slot_of(texts_[id], word)] = {word, id};
  }
}

}  // namespace detente
