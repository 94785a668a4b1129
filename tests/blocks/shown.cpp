#include "blocks/shown.hpp"

#include <cmath>

namespace detente::blocks_test {
namespace {

constexpr std::string_view anything = "…";

std::string escaped(char c) {
  if (c == '\n') return "\\n";
  if (c == '"' || c == '\\') return {'\\', c};
  return {c};
}

}  // namespace

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) out += escaped(c);
  return out + "\"";
}

bool fits(std::string_view text, std::string_view stated) {
  const std::size_t gap = stated.find(anything);
  if (gap == std::string_view::npos) return text == stated;
  if (!text.starts_with(stated.substr(0, gap))) return false;
  stated.remove_prefix(gap + anything.size());
  for (text.remove_prefix(gap);; text.remove_prefix(1)) {
    if (fits(text, stated)) return true;
    if (text.empty()) return false;
  }
}

std::string shown_number(double value, std::string_view stated) {
  const std::size_t point = stated.find('.');
  if (!std::isfinite(value) || point == std::string_view::npos) return shortest(value);
  const std::size_t end = std::min(stated.find_first_not_of("0123456789", point + 1), stated.size());
  return fmt::format("{:.{}f}", value, end - point - 1);
}

}  // namespace detente::blocks_test
