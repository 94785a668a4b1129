#include "detente/ground/spelling.hpp"

#include <cstddef>

namespace detente {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

/// Whether the character belongs to a word: an ASCII letter or digit, or a byte of another script's letter.
bool is_of_word(char c) {
  return (c >= 'a' && c <= 'z') || is_upper(c) || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

/// Bytes of the blank, dash or quote that stands here beyond ASCII: the blank that does not break (U+00A0), the hyphens
/// and dashes U+2010 to U+2015 and the quotes U+2018 to U+201F, which word processors put in; 0 if there is none.
std::size_t wide_separator(std::string_view text) {
  if (text.starts_with("\xC2\xA0")) return 2;
  if (!text.starts_with("\xE2\x80") || text.size() < 3) return 0;
  const auto last = static_cast<unsigned char>(text[2]);
  return (last >= 0x90 && last <= 0x95) || (last >= 0x98 && last <= 0x9F) ? 3 : 0;
}

}  // namespace

std::string normal_form(std::string_view text) {
  std::string out;
  bool between = false;
  while (!text.empty()) {
    const std::size_t wide = wide_separator(text);
    const char c = text.front();
    const bool separates = wide > 0 || !is_of_word(c);
    if (!separates && between && !out.empty()) out += ' ';
    if (!separates) out += is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
    between = separates;
    text.remove_prefix(wide > 0 ? wide : 1);
  }
  return out;
}

}  // namespace detente
