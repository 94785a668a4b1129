#include "detente/output/page/relations_page.hpp"

#include <fmt/format.h>

#include <map>

#include "detente/output/chart/relations_chart.hpp"
#include "detente/output/wording/headline.hpp"
#include "output/chart/markup.hpp"
#include "output/page/page_parts.hpp"
#include "output/wording/figures.hpp"

namespace detente {
using namespace detail;
namespace {

std::string name_of_relation(const IndexReport& report) {
  return dyad_name(report.names.of(report.headline.dyad), report.direction);
}

std::string names_of_relations(std::span<const IndexReport> reports) {
  std::string out;
  for (const IndexReport& report : reports) out += (out.empty() ? "" : ", ") + name_of_relation(report);
  return out;
}

std::string headlines(std::span<const IndexReport> reports) {
  std::string out;
  for (const IndexReport& report : reports)
    out += "<li>" + escaped(to_text(report.headline, report.direction)) + "</li>\n";
  return "<ul>\n" + out + "</ul>\n";
}

std::string pictures(std::span<const IndexReport> reports) {
  std::string out = "<figure>\n";
  for (const auto& [name, width] : {std::pair("for-desk", 1200.0), {"for-tablet", 720.0}, {"for-phone", 358.0}})
    out += fmt::format("<div class=\"chart {}\">\n{}</div>\n", name,
                       relations_svg(reports, {.title = false, .id = name, .width = width}));
  return out +
         "<figcaption><p>A line is thin and dotted where next to nothing was reported, and broken where there is no "
         "index.</p></figcaption>\n</figure>\n";
}

/// A row for each period that any of them has.
std::string periods_of_relations(std::span<const IndexReport> reports) {
  std::map<Day, std::pair<std::string, std::vector<std::string>>> rows;
  for (std::size_t i = 0; i < reports.size(); ++i)
    for (const IndexRow& row : reports[i].series.rows) {
      auto& [label, cells] = rows[period_of(row.period.kind, row.period.first).first];
      label = row.period.label();
      cells.resize(reports.size(), "–");
      const std::string band = range_text(row.lower, row.upper);
      cells[i] = rounded(row.index, 1, "–") + (band.empty() ? "" : " (" + band + ")");
    }
  std::vector<page::HtmlTable::Column> columns{{"Period"}};
  for (const IndexReport& report : reports) columns.push_back({name_of_relation(report), true});
  const auto& rows_of_first = reports.front().series.rows;
  const bool has_bands = !rows_of_first.empty() && rows_of_first.back().lower;
  page::HtmlTable table(
      has_bands ? "The index with its coding band; – where there is none." : "The index; – where there is none.",
      columns);
  for (const auto& [first, row] : rows) {
    std::vector<std::string> cells{row.first};
    cells.insert(cells.end(), row.second.begin(), row.second.end());
    table.add(cells);
  }
  return table.html("The index by period");
}

}  // namespace

std::string relations_page_html(std::span<const IndexReport> reports, const std::string& title) {
  const std::string figure_html = pictures(reports);  // refuses what cannot be drawn
  const std::string heading = title.empty() ? names_of_relations(reports) + ": tension" : title;
  std::string out = page::document_head(reports.front().series.provenance.version, heading) + "<body>\n<main>\n";
  out += fmt::format("<header>\n<h1><bdi>{}</bdi></h1>\n</header>\n", escaped(heading));
  out += headlines(reports) + figure_html;
  out += page::section("periods", "By period", periods_of_relations(reports));
  out += page::making_section(reports.front());
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace detente
