#include "output/chart/markup.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "detente/ground/text.hpp"
#include "ground/text_pieces.hpp"
#include "output/text/utf8.hpp"

namespace detente::detail {
namespace {

/// Width of a character relative to the font size, as in DejaVu Sans: Helvetica, Arial and Liberation Sans are
/// narrower, so that what fits by this fits in the fonts that a reader is likely to have.
double letter_width(char32_t letter) {
  constexpr std::u32string_view thin = U"ijl'|", narrow = U"tfrI.,:;!()[]/ ", small = U"csvkxyzJ";
  constexpr std::u32string_view wide = U"mwMW%@—→";
  if (cell_width(letter) == 0) return 0;
  if (cell_width(letter) == 2) return 1.1;
  if (thin.find(letter) != std::u32string_view::npos) return 0.3;
  if (narrow.find(letter) != std::u32string_view::npos) return 0.42;
  if (small.find(letter) != std::u32string_view::npos) return 0.6;
  if (wide.find(letter) != std::u32string_view::npos) return 1;
  return letter >= 'A' && letter <= 'Z' ? 0.78 : 0.64;
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const char32_t letter = take_letter(text);
    switch (letter) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      case '\r': out += "&#13;"; break;
      default: append_letter(out, is_markup_letter(letter) ? letter : replacement_letter);
    }
  }
  return out;
}

std::string coordinate(double value) {
  if (!std::isfinite(value)) value = 0;
  std::string text = fmt::format("{:.2f}", value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

bool is_web_link(std::string_view url) {
  const std::string start = lower(url.substr(0, 8));
  if (start != "https://" && start.substr(0, 7) != "http://") return false;
  return std::none_of(url.begin(), url.end(), [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '<' || c == '>' || c == '\\' || c == 0x7F;
  });
}

double text_width(std::string_view text, double size) {
  double width = 0;
  while (!text.empty()) width += letter_width(take_letter(text));
  return width * size;
}

std::string fitted(std::string_view text, double size, double width) {
  if (text_width(text, size) <= width) return std::string(text);
  std::string out;
  for (double used = text_width("…", size); !text.empty();) {
    const char32_t letter = take_letter(text);
    used += letter_width(letter) * size;
    if (used > width) break;
    append_letter(out, letter);
  }
  out.erase(out.find_last_not_of(' ') + 1);
  return out + "…";
}

std::vector<std::string> wrapped(std::string_view text, double size, double width) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    const std::string longer = lines.empty() ? std::string() : fmt::format("{} {}", lines.back(), word);
    if (!lines.empty() && text_width(longer, size) <= width)
      lines.back() = longer;
    else if (!word.empty())
      lines.push_back(fitted(word, size, width));
  }
  return lines;
}

}  // namespace detente::detail
