#include "ground/letters.hpp"

#include <array>

namespace detente::detail {
namespace {

/// Length of the character that this byte begins, or 0.
std::size_t length_of(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

bool is_overlong_or_surrogate(char32_t letter, std::size_t length) {
  constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
  return letter < least[length] || letter > 0x10FFFF || (letter >= 0xD800 && letter <= 0xDFFF);
}

}  // namespace

char32_t take_letter(std::string_view& text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const std::size_t length = length_of(byte(0));
  const auto bad = [&] {
    text.remove_prefix(1);
    return replacement_letter;
  };
  if (length == 0 || length > text.size()) return bad();
  char32_t letter = length == 1 ? byte(0) : byte(0) & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return bad();
    letter = letter << 6 | (byte(i) & 0x3F);
  }
  if (is_overlong_or_surrogate(letter, length)) return bad();
  text.remove_prefix(length);
  return letter;
}

void append_letter(std::string& out, char32_t letter) {
  const auto tail = [&](int shift) { out += static_cast<char>(0x80 | (letter >> shift & 0x3F)); };
  if (letter < 0x80) {
    out += static_cast<char>(letter);
  } else if (letter < 0x800) {
    out += static_cast<char>(0xC0 | letter >> 6);
    tail(0);
  } else if (letter < 0x10000) {
    out += static_cast<char>(0xE0 | letter >> 12);
    tail(6), tail(0);
  } else {
    out += static_cast<char>(0xF0 | letter >> 18);
    tail(12), tail(6), tail(0);
  }
}

}  // namespace detente::detail
