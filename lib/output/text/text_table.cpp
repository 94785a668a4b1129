#include "detente/output/text/text_table.hpp"

#include <algorithm>
#include <cstdint>
#include <stdexcept>

#include "detente/ground/text.hpp"
#include "output/text/utf8.hpp"

namespace detente {
using namespace detail;
namespace {

std::string blanks(std::size_t width, std::string_view text) {
  const std::size_t used = display_width(text);
  return std::string(width > used ? width - used : 0, ' ');
}

void trim_end(std::string& text) { text.erase(text.find_last_not_of(' ') + 1); }

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t cells = 0;
  while (!text.empty()) cells += static_cast<std::size_t>(cell_width(take_letter(text)));
  return cells;
}

std::string shortened(std::string_view text, std::size_t width, std::string_view mark) {
  if (display_width(text) <= width) return std::string(text);
  const std::size_t room = width - std::min(width, display_width(mark));
  std::string out;
  for (std::size_t used = 0; !text.empty();) {
    const char32_t letter = take_letter(text);
    used += static_cast<std::size_t>(cell_width(letter));
    if (used > room) break;
    append_letter(out, letter);
  }
  trim_end(out);
  return out.append(mark);
}

void TextTable::add(std::vector<std::string> cells) {
  if (cells.size() > columns_.size()) throw std::invalid_argument("cells: more than the table has columns");
  cells.resize(columns_.size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    cells[i] = visible(cells[i], SIZE_MAX);
    if (const std::size_t most = columns_[i].max_width) cells[i] = shortened(cells[i], most, cut_mark_);
  }
  rows_.push_back(std::move(cells));
}

void TextTable::add_rule() { rows_.emplace_back(); }

std::vector<std::size_t> TextTable::widths() const {
  std::vector<std::size_t> out(columns_.size(), 0);
  for (const Row& row : rows_)
    for (std::size_t i = 0; i < row.size(); ++i) out[i] = std::max(out[i], display_width(row[i]));
  for (std::size_t i = 0; i < out.size(); ++i)
    if (out[i] > 0 || rows_.empty()) out[i] = std::max(out[i], display_width(columns_[i].title));
  return out;
}

std::string TextTable::line(const Row& row, const std::vector<std::size_t>& widths) const {
  std::string out;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (widths[i] == 0) continue;
    if (!out.empty()) out += "  ";
    const std::string gap = blanks(widths[i], row[i]);
    out += columns_[i].align == Align::right ? gap + row[i] : row[i] + gap;
  }
  trim_end(out);
  return out + '\n';
}

std::string TextTable::text() const {
  const std::vector<std::size_t> cells = widths();
  Row titles;
  for (const Column& c : columns_) titles.push_back(c.title);
  std::string out = line(titles, cells);
  Row rule;
  for (const std::size_t w : cells) rule.emplace_back(w, '-');
  for (const Row& row : rows_) out += line(row.empty() ? rule : row, cells);
  return out;
}

}  // namespace detente
