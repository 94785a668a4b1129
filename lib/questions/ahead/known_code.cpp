#include "questions/ahead/known_code.hpp"

#include <fmt/format.h>

#include "detente/codebooks/own_term.hpp"
#include "detente/contracts/term_suggestions.hpp"

namespace detente::detail {

std::optional<std::string> unknown_code_rule(const Codebook& codebook, const Event& event) {
  if (event.score || codebook.find(event.code) != nullptr) return std::nullopt;
  const std::vector<Suggestion> near = suggestions(codebook, event.code);
  return fmt::format("the codebook {} does not know it{}; {}", codebook.name(),
                     near.empty() ? "" : fmt::format(" (near: {})", to_text(near)),
                     how_to_add(codebook.name(), event.code));
}

}  // namespace detente::detail
