#include "output/json/json_value.hpp"

#include <fmt/format.h>

#include "detente/ground/text.hpp"
#include "ground/text_pieces.hpp"
#include "output/text/utf8.hpp"

namespace detente::detail {
namespace {

/// Besides what JSON itself requires: delete, C1 controls, and characters that reorder a line.
bool needs_escape(char32_t letter) { return (letter >= 0x7F && is_control(letter)) || reorders_line(letter); }

std::string with_escapes(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const char32_t letter = take_letter(text);
    if (needs_escape(letter))
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(letter));
    else
      append_letter(out, letter);
  }
  return out;
}

}  // namespace

std::string json_text(const Json& json, int indent) {
  std::string text = json.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
  return printable(text) == text ? text : with_escapes(text);
}

}  // namespace detente::detail
