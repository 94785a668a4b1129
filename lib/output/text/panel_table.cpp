#include "detente/output/text/panel_table.hpp"

#include <fmt/format.h>

#include <cstdint>

#include "detente/ground/text.hpp"

namespace detente {
namespace {

constexpr const char* line_form = "{:<18} {:>9}  {:<10}  {:<10}  {:>5}  {:>5}  {:<10}";

std::string one_decimal(const std::optional<double>& value) { return value ? fmt::format("{:.1f}", *value) : "–"; }

std::string without_blanks_at_end(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

/// The tensest period, the first of equals; nothing without an index. Not while the model warms up.
const IndexRow* tensest(const IndexSeries& series) {
  const IndexRow* out = nullptr;
  for (const IndexRow& row : series.rows)
    if (row.index && !row.warming_up && (!out || *row.index > *out->index)) out = &row;
  return out;
}

}  // namespace

std::string panel_table_head() {
  return without_blanks_at_end(fmt::format(line_form, "pair", "events", "first", "last", "index", "peak", "tensest"));
}

std::string panel_table_line(const IndexSeries& series) {
  if (series.rows.empty()) return "";
  std::size_t events = 0;
  std::optional<double> last;
  for (const IndexRow& row : series.rows) {
    events += row.events;
    if (row.index) last = row.index;
  }
  const IndexRow* peak = tensest(series);
  const char* way = series.direction == DirectionChoice::both ? "–" : "→";
  return without_blanks_at_end(
      fmt::format(line_form, visible(series.dyad.source + way + series.dyad.target, SIZE_MAX), events,
                  series.rows.front().period.label(), series.rows.back().period.label(), one_decimal(last),
                  one_decimal(peak ? peak->index : std::nullopt), peak ? peak->period.label() : ""));
}

}  // namespace detente
