#include "readers/rows/kept_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "detente/ground/text.hpp"
#include "ground/text_pieces.hpp"

namespace detente::detail {
namespace {

constexpr std::uint64_t in_every_byte(std::uint64_t byte) { return byte * 0x0101010101010101U; }

/// Whether one of eight bytes is a control character or not ASCII. Below 0x20 a subtraction borrows into the highest
/// bit, at 0x7F an addition carries into it, and from 0x80 on it is set.
constexpr bool has_odd_byte(std::uint64_t bytes) {
  const std::uint64_t small = (bytes - in_every_byte(0x20)) & ~bytes;
  return ((small | (bytes + in_every_byte(1)) | bytes) & in_every_byte(0x80)) != 0;
}

bool is_plain(std::string_view text) {
  while (text.size() >= sizeof(std::uint64_t)) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data(), sizeof bytes);
    if (has_odd_byte(bytes)) return false;
    text.remove_prefix(sizeof bytes);
  }
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < '\x7F'; });
}

/// What Windows-1252 has at 0x80 to 0x9F; 0 where it has nothing.
constexpr std::array<char16_t, 32> windows_1252{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append(char16_t character, std::string& out) {
  if (character >= 0x800) {
    out += static_cast<char>(0xE0 | (character >> 12));
    out += static_cast<char>(0x80 | ((character >> 6) & 0x3F));
  } else {
    out += static_cast<char>(0xC0 | (character >> 6));
  }
  out += static_cast<char>(0x80 | (character & 0x3F));
}

void append_windows(unsigned char byte, std::string& out) {
  const char16_t character = byte >= 0xA0 ? byte : windows_1252[byte - 0x80U];
  if (character == 0)
    out += ' ';
  else
    append(character, out);
}

}  // namespace

std::string_view kept_text(std::string_view text, std::string& buffer) {
  if (is_plain(text)) return text;
  const bool utf8 = is_utf8(text);
  buffer.clear();
  buffer.reserve(text.size());
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F)
      buffer += ' ';
    else if (byte < 0x80 || utf8)
      buffer += c;
    else
      append_windows(byte, buffer);
  }
  return buffer;
}

}  // namespace detente::detail
