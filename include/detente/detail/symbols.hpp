#pragma once
/// \file
/// Interned text: each distinct string is kept once and gets a small number. Numbers follow the order of first
/// appearance; nothing that is printed or drawn depends on them.
///
/// Called three times per event, so it uses open addressing, and a text of up to seven bytes (a country, a CAMEO code)
/// is packed into the key itself: one probe, with no comparison of letters. Longer texts are found by a hash.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#pragma GCC visibility push(default)
namespace detente::detail {

using SymbolId = std::uint32_t;

class Symbols {
 public:
  /// The number of the text; a new text gets the next one. Amortised O(length).
  SymbolId intern(std::string_view text);
  std::optional<SymbolId> find(std::string_view text) const;
  const std::string& operator[](SymbolId id) const { return texts_[id]; }
  /// `Hasher().add(text).value()`.
  std::uint64_t hash(SymbolId id) const { return hashes_[id]; }
  std::size_t size() const noexcept { return texts_.size(); }

 private:
  static constexpr SymbolId none = 0xffffffffU;
  struct Slot {
    std::uint64_t word = 0;
    SymbolId id = none;
  };
  /// The slot that holds the text of this word, or the empty one where it would be.
  std::size_t slot_of(std::string_view text, std::uint64_t word) const;
  void grow();

  std::vector<std::string> texts_;
  std::vector<std::uint64_t> hashes_;
  std::vector<Slot> slots_;  // a power of two, at most half full
};

}  // namespace detente::detail
#pragma GCC visibility pop
