#include "detente/contracts/symbols.hpp"

namespace detente {

Symbols::Symbols(const Symbols& other) {
  for (const std::string& text : other.texts_) intern(text);
}

Symbols& Symbols::operator=(const Symbols& other) {
  if (this != &other) *this = Symbols(other);
  return *this;
}

SymbolId Symbols::intern(std::string_view text) {
  if (const auto known = find(text)) return *known;
  const auto id = static_cast<SymbolId>(texts_.size());
  ids_.emplace(texts_.emplace_back(text), id);
  return id;
}

std::optional<SymbolId> Symbols::find(std::string_view text) const {
  const auto found = ids_.find(text);
  if (found == ids_.end()) return std::nullopt;
  return found->second;
}

}  // namespace detente
