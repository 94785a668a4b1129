#include "output/text/utf8.hpp"

#include <algorithm>
#include <array>

#include "detente/ground/text.hpp"
#include "ground/text_pieces.hpp"

namespace detente::detail {
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

/// Wide and full-width East Asian characters and emoji (Unicode Standard Annex 11, classes W and F, in blocks).
constexpr std::array double_wide{Range{0x1100, 0x115F},   Range{0x2E80, 0x303E},   Range{0x3041, 0x33FF},
                                 Range{0x3400, 0x4DBF},   Range{0x4E00, 0x9FFF},   Range{0xA000, 0xA4CF},
                                 Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},   Range{0xFE30, 0xFE6F},
                                 Range{0xFF00, 0xFF60},   Range{0xFFE0, 0xFFE6},   Range{0x1F300, 0x1F64F},
                                 Range{0x1F680, 0x1F6FF}, Range{0x1F900, 0x1F9FF}, Range{0x20000, 0x3FFFD}};

}  // namespace

int cell_width(char32_t letter) {
  if (letter < 0x300) return 1;
  if (within(letter, zero_wide.data(), zero_wide.data() + zero_wide.size())) return 0;
  return within(letter, double_wide.data(), double_wide.data() + double_wide.size()) ? 2 : 1;
}

bool is_control(char32_t letter) { return letter < 0x20 || (letter >= 0x7F && letter < 0xA0); }

bool is_markup_letter(char32_t letter) {
  if (is_control(letter)) return letter == '\t' || letter == '\n' || letter == '\r';
  if (reorders_line(letter)) return false;
  return (letter & 0xFFFE) != 0xFFFE && !(letter >= 0xFDD0 && letter <= 0xFDEF);
}

}  // namespace detente::detail
