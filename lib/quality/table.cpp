#include "detente/quality/table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "detente/ground/number.hpp"

namespace detente::quality {
namespace {

/// One contestant's cells under one truth, by way of reporting.
using TableRow = std::vector<const Cell*>;

const Cell& under(const TableRow& row, Reporting reporting) { return *row[static_cast<std::size_t>(reporting)]; }

std::vector<TableRow> rows_of(const std::vector<Cell>& cells, TruthKind truth) {
  std::vector<TableRow> rows;
  for (const Cell& cell : cells) {
    if (cell.truth != truth) continue;
    if (cell.reporting == reportings.front()) rows.emplace_back(reportings.size());
    const auto same = [&](const TableRow& r) { return r.front() == nullptr || r.front()->model == cell.model; };
    TableRow& row = *std::find_if(rows.begin(), rows.end(), same);
    row[static_cast<std::size_t>(cell.reporting)] = &cell;
  }
  std::stable_sort(rows.begin(), rows.end(), [](const TableRow& a, const TableRow& b) {
    return under(a, Reporting::tenfold).rank.value() > under(b, Reporting::tenfold).rank.value();
  });
  return rows;
}

/// A field of a CSV: quoted if necessary.
std::string field(const std::string& text) {
  if (text.find_first_of(",\"\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

std::string line(const TableRow& row) {
  std::string out = fmt::format("  {:<34}", row.front()->model);
  for (const Cell* cell : row) out += fmt::format("{:>9}", share(cell->rank.value()));
  const Cell& tenfold = under(row, Reporting::tenfold);
  out += fmt::format("{:>7}", share(tenfold.rank.error()));
  for (const Reporting r : {Reporting::constant, Reporting::tenfold})
    out += fmt::format("{:>9}", share(under(row, r).volume.value()));
  for (const Reporting r : {Reporting::constant, Reporting::day_effects})
    out += fmt::format("{:>9}", share(under(row, r).coverage.value()));
  return out + "\n";
}

std::string heading(TruthKind truth) {
  std::string out =
      fmt::format("{:<36}{:-^52}{:-^18}{:-^18}\n", "", " rank correlation with the truth ", " volume ", " 90 % band ");
  out += fmt::format("{:<36}", to_text(truth));
  for (const char* column : {"constant", "tenfold", "gaps", "day eff.", "all"}) out += fmt::format("{:>9}", column);
  out += fmt::format("{:>7}", "+-");
  for (const char* column : {"constant", "tenfold", "constant", "day eff."}) out += fmt::format("{:>9}", column);
  return out + "\n";
}

}  // namespace

std::string share(const std::optional<double>& value) {
  if (!value) return "-";
  std::string text = fmt::format("{:.2f}", *value);
  if (text == "-0.00") text = "0.00";
  if (const std::size_t zero = text.find("0."); zero != std::string::npos && zero + 4 == text.size() && zero <= 1)
    text.erase(zero, 1);
  return text;
}

std::string text_table(const std::vector<Cell>& cells) {
  std::string out;
  for (const TruthKind truth : truth_kinds) {
    const std::vector<TableRow> rows = rows_of(cells, truth);
    if (rows.empty()) continue;
    if (!out.empty()) out += "\n";
    out += heading(truth);
    for (const TableRow& row : rows) out += line(row);
  }
  return out;
}

std::string csv_table(const std::vector<Cell>& cells) {
  std::string out = "truth,reporting,model,replicates,rank,rank_error,volume,coverage,said,squared_error\n";
  for (const Cell& c : cells)
    out += fmt::format("{},{},{},{},{},{},{},{},{},{}\n", to_text(c.truth), to_text(c.reporting), field(c.model),
                       c.said.n, shortest(c.rank.value()), shortest(c.rank.error()), shortest(c.volume.value()),
                       shortest(c.coverage.value()), shortest(c.said.value()), shortest(c.squared_error.value()));
  return out;
}

}  // namespace detente::quality
