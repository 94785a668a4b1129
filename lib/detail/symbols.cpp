#include "detente/detail/symbols.hpp"

#include <cstring>

#include "detente/detail/hash.hpp"

namespace detente::detail {
namespace {

constexpr std::size_t longest_short = 7;

/// Calls `take(at)` for places in a long text such that the eight bytes from each cover all of it.
template <class Take>
void by_eights(std::size_t size, const Take& take) {
  for (std::size_t at = 0; at + 8 < size; at += 8) take(at);
  take(size - 8);
}

std::uint64_t eight_bytes(std::string_view text, std::size_t at) {
  std::uint64_t word = 0;
  std::memcpy(&word, text.data() + at, sizeof word);
  return word;
}

/// A text of up to seven bytes, packed with its length; for a longer one a hash that cannot equal a packed text.
std::uint64_t word_of(std::string_view text) {
  std::uint64_t word = text.size();
  if (text.size() <= longest_short) {
    for (const char c : text) word = word << 8 | static_cast<unsigned char>(c);
    return word;
  }
  by_eights(text.size(), [&](std::size_t at) {
    word = (word ^ eight_bytes(text, at)) * 0x9e3779b97f4a7c15U;
    word ^= word >> 32;
  });
  return word | std::uint64_t{0xff} << 56;
}

/// Texts are shorter than a cache line, so a library call would cost more than the comparison itself.
bool are_same(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  std::uint64_t difference = 0;
  by_eights(a.size(), [&](std::size_t at) { difference |= eight_bytes(a, at) ^ eight_bytes(b, at); });
  return difference == 0;
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
    return slot.id == none || (slot.word == word && (is_short(word) || are_same(texts_[slot.id], text)));
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

}  // namespace detente::detail
