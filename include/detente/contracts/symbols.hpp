#pragma once
/// \file
/// Interned text: each distinct string once, known by a small number. Numbers are given in order of first appearance
/// and mean nothing elsewhere: nothing that is printed or drawn depends on them.

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace detente {

using SymbolId = std::uint32_t;

class Symbols {
 public:
  Symbols() = default;
  Symbols(const Symbols& other);
  Symbols& operator=(const Symbols& other);
  Symbols(Symbols&&) noexcept = default;
  Symbols& operator=(Symbols&&) noexcept = default;
  ~Symbols() = default;

  /// The number of the text, new if need be. O(length).
  SymbolId intern(std::string_view text);
  std::optional<SymbolId> find(std::string_view text) const;
  const std::string& operator[](SymbolId id) const { return texts_[id]; }
  std::size_t size() const noexcept { return texts_.size(); }

 private:
  std::deque<std::string> texts_;  // a deque: the keys below point into it
  std::unordered_map<std::string_view, SymbolId> ids_;
};

}  // namespace detente
