#include "detente/codebooks/own_term.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "detente/codebooks/built_in.hpp"
#include "detente/ground/spelling.hpp"
#include "detente/ground/text.hpp"

namespace detente {
namespace {

/// The term as a code: "Boat rammed!" is boat_rammed.
std::string as_code(std::string_view term) {
  std::string code = normal_form(term);
  std::replace(code.begin(), code.end(), ' ', '_');
  return code.empty() ? "TERM" : visible(code);
}

/// The built-in codebook that one's own would extend; empty if there is none.
std::string_view base_of(std::string_view codebook) {
  constexpr std::string_view by = "plain by ";
  if (codebook.starts_with(by)) codebook.remove_prefix(by.size());
  const auto names = built_in_codebook_names();
  return std::find(names.begin(), names.end(), codebook) == names.end() ? std::string_view() : codebook;
}

}  // namespace

std::string how_to_add(std::string_view codebook, std::string_view term) {
  const std::string code = as_code(term);
  const std::string_view base = base_of(codebook);
  if (base.empty())
    return fmt::format("to add it, give codebook {} the line '{},SCORE' (below 0 is conflict)", visible(codebook),
                       code);
  return fmt::format(
      "to add it, write a file mine.csv with the lines '# extends: {}', 'code,score' and '{},SCORE' (below 0 is "
      "conflict), and say --codebook mine.csv",
      base, code);
}

}  // namespace detente
