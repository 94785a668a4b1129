#include "quality/readme.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "detente/quality/table.hpp"

namespace detente::quality {
namespace {

constexpr std::string_view begins = "<!-- model quality: bench_model_quality --readme README.md writes it -->\n";
constexpr std::string_view ends = "<!-- end of model quality -->\n";

/// One model under every truth.
struct Row {
  std::string model;
  std::vector<std::optional<double>> ranks;
  Mean rank, volume, coverage;
};

std::vector<Row> rows_of(const std::vector<Cell>& cells) {
  std::vector<Row> rows;
  for (const Cell& cell : cells) {
    const auto same = [&](const Row& row) { return row.model == cell.model; };
    auto row = std::find_if(rows.begin(), rows.end(), same);
    if (row == rows.end()) row = rows.insert(rows.end(), Row{cell.model, {}, {}, {}, {}});
    row->ranks.push_back(cell.rank.value());
    row->rank.add(cell.rank.value());
    row->volume.add(cell.volume.value());
    row->coverage.add(cell.coverage.value());
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Row& a, const Row& b) { return a.rank.value() > b.rank.value(); });
  return rows;
}

std::string spoken(std::string_view name) {
  std::string out(name);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

}  // namespace

std::vector<Cell> readme_study() {
  StudyOptions options;
  options.seeds = 40;
  options.reports = {Reporting::everything};
  return run_study(contestants_of(Catalogue::built_in()), options);
}

std::string readme_table(const std::vector<Cell>& cells) {
  std::string out = "| model |", rule = "|---|";
  for (const TruthKind truth : truth_kinds) {
    out += fmt::format(" {} |", spoken(to_text(truth)));
    rule += "---|";
  }
  out += " follows volume | 90 % band holds |\n" + rule + "---|---|\n";
  for (const Row& row : rows_of(cells)) {
    out += fmt::format("| `{}` |", row.model);
    for (const auto& rank : row.ranks) out += fmt::format(" {} |", share(rank));
    out += fmt::format(" {} | {} |\n", share(row.volume.value()), share(row.coverage.value()));
  }
  return out;
}

std::string with_table(std::string_view text, std::string_view table) {
  const std::size_t begin = text.find(begins), end = text.find(ends);
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin)
    throw std::runtime_error("the text has no marks for the table of model quality");
  const std::string_view head = text.substr(0, begin + begins.size());
  return fmt::format("{}\n{}\n{}", head, table, text.substr(end));
}

}  // namespace detente::quality
