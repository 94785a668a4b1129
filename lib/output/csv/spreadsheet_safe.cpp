#include <algorithm>
#include <array>

#include "detente/ground/number.hpp"
#include "detente/output/csv/csv.hpp"

namespace detente {
using namespace detail;
namespace {

/// Where the field that begins here ends: at its comma, its line end, or the end of the text.
std::size_t end_of_field(std::string_view text) {
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (!quoted && (text[i] == ',' || text[i] == '\n')) return i;
  }
  return text.size();
}

/// Whether a spreadsheet would take the field for a formula: it begins with = + - @, a full-width form of these, a tab
/// or a line end.
bool begins_formula(std::string_view field) {
  static constexpr std::array<std::string_view, 11> signs{"=",  "+",      "-",      "@",      "\t",    "\r",
                                                          "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
  field.remove_prefix(std::min(field.find_first_not_of(' '), field.size()));
  return std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) { return field.starts_with(sign); });
}

void append_safe(std::string& out, std::string_view field) {
  const bool quoted = field.starts_with('"');
  const std::string_view inside = quoted ? field.substr(1) : field;
  if (quoted) out += '"';
  if (begins_formula(inside) && !parse_number(inside)) out += '\'';
  out += inside;
}

}  // namespace

std::string spreadsheet_safe(std::string_view csv) {
  std::string out;
  out.reserve(csv.size());
  while (!csv.empty()) {
    const std::size_t end = end_of_field(csv);
    append_safe(out, csv.substr(0, end));
    if (end < csv.size()) out += csv[end];
    csv.remove_prefix(std::min(end + 1, csv.size()));
  }
  return out;
}

}  // namespace detente
