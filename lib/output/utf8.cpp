#include "output/utf8.hpp"

#include <algorithm>
#include <array>

namespace detente {
namespace {

struct Range {
  char32_t first, last;
};

bool within(char32_t letter, const Range* begin, const Range* end) {
  return std::any_of(begin, end, [&](const Range& r) { return r.first <= letter && letter <= r.last; });
}

/// Combining marks, zero-width spaces, joiners, direction marks, variation selectors.
constexpr std::array zero_wide{
    Range{0x300, 0x36F},   Range{0x483, 0x489},   Range{0x591, 0x5BD},   Range{0x610, 0x61A},   Range{0x64B, 0x65F},
    Range{0x1AB0, 0x1AFF}, Range{0x1DC0, 0x1DFF}, Range{0x200B, 0x200F}, Range{0x202A, 0x202E}, Range{0x2060, 0x2064},
    Range{0x20D0, 0x20FF}, Range{0xFE00, 0xFE0F}, Range{0xFE20, 0xFE2F}, Range{0xFEFF, 0xFEFF}};

/// East Asian wide and full-width letters, emoji (Unicode Standard Annex 11, classes W and F, in blocks).
constexpr std::array double_wide{Range{0x1100, 0x115F},   Range{0x2E80, 0x303E},   Range{0x3041, 0x33FF},
                                 Range{0x3400, 0x4DBF},   Range{0x4E00, 0x9FFF},   Range{0xA000, 0xA4CF},
                                 Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},   Range{0xFE30, 0xFE6F},
                                 Range{0xFF00, 0xFF60},   Range{0xFFE0, 0xFFE6},   Range{0x1F300, 0x1F64F},
                                 Range{0x1F680, 0x1F6FF}, Range{0x1F900, 0x1F9FF}, Range{0x20000, 0x3FFFD}};

/// Length of the letter that this byte begins, or 0.
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

int cell_width(char32_t letter) {
  if (letter < 0x300) return 1;
  if (within(letter, zero_wide.data(), zero_wide.data() + zero_wide.size())) return 0;
  return within(letter, double_wide.data(), double_wide.data() + double_wide.size()) ? 2 : 1;
}

bool is_control(char32_t letter) { return letter < 0x20 || (letter >= 0x7F && letter < 0xA0); }

bool is_markup_letter(char32_t letter) {
  if (is_control(letter)) return letter == '\t' || letter == '\n' || letter == '\r';
  return (letter & 0xFFFE) != 0xFFFE && !(letter >= 0xFDD0 && letter <= 0xFDEF);
}

}  // namespace detente
