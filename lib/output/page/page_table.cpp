#include <fmt/format.h>

#include "output/page/page_parts.hpp"

namespace detente::detail::page {

std::vector<std::string> HtmlTable::escape_all(const std::vector<std::string>& cells) {
  std::vector<std::string> out;
  out.reserve(cells.size());
  for (const std::string& cell : cells) out.push_back(escaped(cell));
  return out;
}

void HtmlTable::add_markup(const std::vector<std::string>& cells, std::string_view row_class, std::string_view row_id) {
  const auto attribute = [](std::string_view name, std::string_view value) {
    return value.empty() ? std::string() : fmt::format(" {}=\"{}\"", name, value);
  };
  rows_ += "<tr" + attribute("class", row_class) + attribute("id", row_id) + ">";
  for (std::size_t i = 0; i < cells.size(); ++i)
    rows_ += fmt::format("<td{}>{}</td>", columns_[i].number && !long_numbers_ ? " class=\"n\"" : "", cells[i]);
  rows_ += "</tr>\n";
}

std::string HtmlTable::html(std::string_view name) const {
  std::string head;
  for (const Column& c : columns_)
    head += fmt::format("<th scope=\"col\"{}>{}</th>", c.number ? " class=\"n\"" : "", escaped(c.title));
  const std::string caption = caption_.empty() ? "" : fmt::format("<p class=\"caption\">{}</p>\n", escaped(caption_));
  return fmt::format(
      "{}<div class=\"wide\" role=\"group\" tabindex=\"0\" aria-label=\"{}: "
      "table\"><table{}>\n<thead><tr>{}</tr></thead>\n"
      "<tbody>\n{}</tbody></table></div>\n",
      caption, escaped(name), long_numbers_ ? " class=\"ns\"" : "", head, rows_);
}

std::string section(std::string_view id, std::string_view heading, const std::string& body) {
  if (body.empty()) return {};
  return fmt::format(
      "<section id=\"{0}\" aria-labelledby=\"{0}-heading\">\n<h2 id=\"{0}-heading\">{1}</h2>\n{2}</section>\n", id,
      escaped(heading), body);
}

std::string link_to(std::string_view id, std::string_view text) {
  return fmt::format("<a href=\"#{}\">{}</a>", id, text);
}

std::string terms(std::string_view summary, const std::vector<std::pair<std::string, std::string>>& list) {
  std::string items;
  for (const auto& [term, meaning] : list)
    items += fmt::format("<dt><dfn>{}</dfn></dt><dd>{}</dd>\n", escaped(term), escaped(meaning));
  return fmt::format("<details class=\"terms\"><summary>{}</summary>\n<dl>\n{}</dl></details>\n", escaped(summary),
                     items);
}

std::string paragraph(std::string_view text) { return "<p>" + escaped(text) + "</p>\n"; }

}  // namespace detente::detail::page
