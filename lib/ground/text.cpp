#include "detente/ground/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace detente {
namespace {

char lower_char(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Length in bytes of the UTF-8 sequence that begins at `text`, or 0 if it is none.
std::size_t sequence_length(std::string_view text) {
  const auto at = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto follows = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
    return at(i) >= low && at(i) <= high;
  };
  const unsigned b = at(0);
  if (b < 0x80) return 1;
  if (b >= 0xC2 && b <= 0xDF) return follows(1) ? 2 : 0;
  if (b >= 0xE0 && b <= 0xEF) return follows(1, b == 0xE0 ? 0xA0 : 0x80, b == 0xED ? 0x9F : 0xBF) && follows(2) ? 3 : 0;
  if (b >= 0xF0 && b <= 0xF4)
    return follows(1, b == 0xF0 ? 0x90 : 0x80, b == 0xF4 ? 0x8F : 0xBF) && follows(2) && follows(3) ? 4 : 0;
  return 0;
}

/// One byte that cannot be shown as it is.
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

/// The code point of a letter of three bytes.
char32_t point_of_three(std::string_view letter) {
  const auto bits = [&](std::size_t i) { return static_cast<unsigned char>(letter[i]) & 0x3FU; };
  return (static_cast<unsigned char>(letter[0]) & 0xFU) << 12 | bits(1) << 6 | bits(2);
}

bool is_control(std::string_view letter) {
  const auto first = static_cast<unsigned char>(letter[0]);
  return first < 0x20 || first == 0x7F || (first == 0xC2 && letter.size() == 2 && letter[1] < '\xA0');
}

/// The first character of `text` as `visible` shows it, and how many bytes of `text` it is.
std::pair<std::string, std::size_t> visible_character(std::string_view text) {
  const std::size_t length = sequence_length(text);
  if (length == 0) return {escaped(text[0]), 1};
  const std::string_view letter = text.substr(0, length);
  if (is_control(letter)) return {escaped_bytes(letter), length};
  if (length == 3 && reorders_line(point_of_three(letter)))
    return {fmt::format("\\u{:04X}", static_cast<unsigned>(point_of_three(letter))), length};
  return {std::string(letter), length};
}

/// Whether the text begins with layout that a terminal may be sent: a line end, a tab.
bool is_layout(std::string_view text) { return text[0] == '\n' || text[0] == '\t' || text.starts_with("\r\n"); }

bool is_plain(char c) { return (c >= ' ' && c <= '~') || c == '\n' || c == '\t'; }

/// How many bytes at the beginning are plain ASCII on lines, which is most of what is ever printed; whole blocks at a
/// time, without a branch for each byte.
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

bool shares_a_part(std::string_view a, std::string_view b) {
  const auto parts = split(b, '_');
  for (const std::string_view part : split(a, '_'))
    if (part.size() >= 4 && std::find(parts.begin(), parts.end(), part) != parts.end()) return true;
  return false;
}

}  // namespace

std::string_view trim(std::string_view text) {
  constexpr std::string_view blanks = " \t";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  while (!text.empty()) {
    const std::size_t end = text.find(separator);
    pieces.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return pieces;
    text.remove_prefix(end + 1);
    if (text.empty()) pieces.emplace_back();
  }
  return pieces;
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower_char);
  return out;
}

std::string spoken(std::string_view code) {
  std::string out(code);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = sequence_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

bool reorders_line(char32_t letter) noexcept {
  return (letter >= 0x2028 && letter <= 0x202E) || (letter >= 0x2066 && letter <= 0x2069);
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
    ++from;  // not within a letter
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

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before, last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replace = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replace});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before = last;
    last = row;
  }
  return last[b.size()];
}

std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& words, std::size_t most) {
  const std::string wanted = lower(word);
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const std::string& candidate : words) {
    std::size_t distance = edit_distance(wanted, lower(candidate));
    if (shares_a_part(wanted, lower(candidate))) distance = std::min(distance, wanted.size() / 2);
    if (distance <= wanted.size() / 2) near.emplace_back(distance, candidate);
  }
  std::sort(near.begin(), near.end());
  std::vector<std::string> out;
  for (std::size_t i = 0; i < near.size() && i < most; ++i) out.push_back(near[i].second);
  return out;
}

}  // namespace detente
