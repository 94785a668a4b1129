#include "detente/ground/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "ground/text_pieces.hpp"

namespace detente {
using namespace detail;
namespace {

/// The escape of one byte that cannot be shown as it is.
std::string escaped(char c) {
  if (c == '\n') return "\\n";
  if (c == '\r') return "\\r";
  if (c == '\t') return "\\t";
  return fmt::format("\\x{:02X}", static_cast<unsigned char>(c));
}

std::string escaped_bytes(std::string_view text) {
  std::string out;
  for (const char c : text) out += escaped(c);
  return out;
}

/// The code point of a character of three bytes.
char32_t point_of_three(std::string_view letter) {
  const auto bits = [&](std::size_t i) { return static_cast<unsigned char>(letter[i]) & 0x3FU; };
  return (static_cast<unsigned char>(letter[0]) & 0xFU) << 12 | bits(1) << 6 | bits(2);
}

bool is_control(std::string_view letter) {
  const auto first = static_cast<unsigned char>(letter[0]);
  return first < 0x20 || first == 0x7F || (first == 0xC2 && letter.size() == 2 && letter[1] < '\xA0');
}

/// The first character of `text`, escaped as by `visible`, and how many bytes of `text` it takes.
std::pair<std::string, std::size_t> visible_character(std::string_view text) {
  const std::size_t length = sequence_length(text);
  if (length == 0) return {escaped(text[0]), 1};
  const std::string_view letter = text.substr(0, length);
  if (is_control(letter)) return {escaped_bytes(letter), length};
  if (length == 3 && reorders_line(point_of_three(letter)))
    return {fmt::format("\\u{:04X}", static_cast<unsigned>(point_of_three(letter))), length};
  return {std::string(letter), length};
}

/// Whether the text begins with layout that is safe for a terminal: a line end or a tab.
bool is_layout(std::string_view text) { return text[0] == '\n' || text[0] == '\t' || text.starts_with("\r\n"); }

bool is_plain(char c) { return (c >= ' ' && c <= '~') || c == '\n' || c == '\t'; }

/// How many bytes at the beginning are plain ASCII or line ends, as most output is. It works on whole blocks, without a
/// branch for each byte.
std::size_t plain_bytes(std::string_view text) {
  constexpr std::size_t block = 64;
  std::size_t at = 0;
  for (; at + block <= text.size(); at += block) {
    bool plain = true;
    for (std::size_t i = 0; i < block; ++i) plain &= is_plain(text[at + i]);
    if (!plain) break;
  }
  while (at < text.size() && is_plain(text[at])) ++at;
  return at;
}

}  // namespace

std::string spoken(std::string_view code) {
  std::string out(code);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

std::string visible(std::string_view text, std::size_t most) {
  std::string out;
  while (!text.empty()) {
    const auto [shown, length] = visible_character(text);
    if (out.size() + shown.size() > most) return out + "…";
    out += shown;
    text.remove_prefix(length);
  }
  return out;
}

std::string visible_path(std::string_view path, std::size_t most) {
  std::string whole = visible(path, std::string_view::npos);
  if (whole.size() <= most) return whole;
  std::size_t from = whole.size() - most;
  while (from < whole.size() && (static_cast<unsigned char>(whole[from]) & 0xC0U) == 0x80U)
    ++from;  // not within a character
  return "…" + whole.substr(from);
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t plain = plain_bytes(text);
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    const auto [shown, length] =
        is_layout(text) ? std::pair(std::string(1, text[0]), std::size_t{1}) : visible_character(text);
    out += shown;
    text.remove_prefix(length);
  }
  return out;
}

std::string listed(const std::vector<std::string>& words, std::size_t most) {
  std::string out;
  for (std::size_t i = 0; i < words.size() && i < most; ++i) out += (i == 0 ? "" : ", ") + visible(words[i]);
  return words.size() > most ? fmt::format("{} and {} more", out, words.size() - most) : out;
}

}  // namespace detente
